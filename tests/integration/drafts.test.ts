import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftsHandlers } from '../../electron/core/drafts/handlers.ts';
import { closeDatabase } from '../../electron/core/database/database.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { createAdministration, PASSWORD, START, startTestLas, type TestLas } from '../support/administration.ts';
import { CoreProcess } from '../support/coreProcess.ts';
import { testPersons } from '../support/pupils.ts';
import { temporaryDatabase } from '../unit/databaseWorld.ts';

/** Work that was typed and not saved is there again after a lock, a closed window and a killed core, for whoever typed it. */
const typed = { form: 'leerling', subject: '', title: 'Nieuwe leerling Jager', content: '{"mine":{}}' } as const;

describe('unsaved work', () => {
  let world: TestLas;
  beforeEach(async () => {
    world = await startTestLas();
    await createAdministration(world);
  });
  afterEach(() => world.close());

  const titles = async () => (await world.call('drafts.list', {})).drafts.map(({ title }) => title);

  it('is overwritten under its number, found by form and subject, and gone when it is thrown away', async () => {
    const { id } = await world.call('drafts.save', typed);
    await world.call('drafts.save', { ...typed, id, title: 'Nieuwe leerling de Jager', content: 'later' });
    await world.call('drafts.save', { ...typed, form: 'note', subject: '7' });
    expect((await world.call('drafts.list', { form: 'leerling', subject: '' })).drafts).toMatchObject([
      { id, title: 'Nieuwe leerling de Jager', savedAt: expect.stringMatching(/^2009-11-02T08:/) as string },
    ]);
    expect(await world.call('drafts.read', { id })).toEqual({ content: 'later' });
    await world.call('drafts.discard', { id });
    await world.call('drafts.discard', { id });
    expect(await world.fail('drafts.read', { id })).toMatchObject({ code: 'not-found' });
    expect(await titles()).toHaveLength(1);
  });

  it('goes with its pupil', async () => {
    const { id: leerlingId } = await world.call('leerlingen.save', { persoon: testPersons.hera });
    await world.call('drafts.save', { ...typed, subject: String(leerlingId), leerlingId });
    const { change } = await world.call('undo.preview', { leerlingId });
    await world.call('undo.perform', { leerlingId, change });
    expect(await titles()).toEqual([]);
  });

  it('survives a lock and a new start', async () => {
    await world.call('drafts.save', typed);
    await world.call('session.lock', {});
    expect(await world.fail('drafts.list', {})).toMatchObject({ code: 'locked' });
    await world.call('session.unlock', { password: PASSWORD });
    expect(await titles()).toEqual([typed.title]);
    await world.restart();
    expect(await titles()).toEqual([typed.title]);
  });

  it('survives kill -9 of the core as soon as it was answered', async () => {
    await world.las.close();
    for (let kill = 1; kill <= 5; kill += 1) {
      const core = new CoreProcess(world.dataDir);
      await core.call('session.unlock', { password: PASSWORD });
      expect((await core.call('drafts.list', {})).drafts).toHaveLength(kill - 1);
      await core.call('drafts.save', { ...typed, content: `work ${kill}` });
      await core.kill();
    }
    await world.restart();
    const { drafts } = await world.call('drafts.list', {});
    const contents = await Promise.all(drafts.map(({ id }) => world.call('drafts.read', { id })));
    expect(contents.map(({ content }) => content)).toEqual([5, 4, 3, 2, 1].map((kill) => `work ${kill}`));
  }, 60_000);
});

it('is seen by nobody else', async () => {
  const { db } = temporaryDatabase();
  const user = db.prepare("INSERT INTO user_account (id, name, role, created_at) VALUES (?, ?, 'administratie', '')");
  const handlersOf = (userId: string) => {
    user.run(userId, userId);
    const caller = { userId, role: 'administratie' } as const;
    return draftsHandlers({ db, clock: createFixedClock(START), emit: () => undefined, caller });
  };
  const [mine, theirs] = [handlersOf('anna'), handlersOf('bert')];
  const { id } = await mine['drafts.save'](typed);
  expect(await theirs['drafts.list']({})).toEqual({ drafts: [] });
  expect(() => theirs['drafts.read']({ id })).toThrow();
  await theirs['drafts.discard']({ id });
  await theirs['drafts.save']({ ...typed, id, content: 'of somebody else' });
  expect(await mine['drafts.read']({ id })).toEqual({ content: typed.content });
  db.prepare("DELETE FROM user_account WHERE id = 'anna'").run();
  expect(await mine['drafts.list']({})).toEqual({ drafts: [] });
  closeDatabase(db);
});
