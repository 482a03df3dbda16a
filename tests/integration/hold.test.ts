import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { advance, fetchTerugkoppelingen, PASSWORD, startConnected } from '../support/administration.ts';
import { addPupil, changeInschrijving, changePersoon, testPersons } from '../support/pupils.ts';

const DAY = 24 * 60;

let line: Awaited<ReturnType<typeof startConnected>>;
let outside: string;
let backup: string;

beforeEach(async () => {
  line = await startConnected({ answerTimeoutMs: 2500 });
  outside = mkdtempSync(join(tmpdir(), 'bronwijs-elders-'));
  backup = join(outside, 'kopie.reservekopie');
});
afterEach(async () => {
  await line.close();
  rmSync(outside, { recursive: true, force: true });
});

const fetchAll = () => fetchTerugkoppelingen(line);
const exchange = async () => {
  await line.world.call('exchange.send', {});
  return fetchAll();
};
const makeBackup = () => line.world.call('backup.make', { target: line.world.grant(backup, 'write') });

async function restore() {
  const { world } = line;
  const { draft } = await world.call('restore.inspect', { file: world.grant(backup, 'read') });
  const secret = { password: PASSWORD };
  const preview = await world.call('restore.preview', { draft, secret });
  await world.call('restore.commit', { draft, secret });
  return preview;
}

/** A pupil whom BRON had before the backup that is put back, and has no more: it has told so of everybody. */
async function restoreOneWhomBronLost() {
  const { world, mock } = line;
  const pupil = await addPupil(world, testPersons.hera);
  await exchange();
  await makeBackup();
  mock.reset();
  await restore();
  await world.call('exchange.requestRegistratieoverzicht', {});
  await fetchAll();
  return pupil;
}

const held = async () => (await line.world.call('exchange.overview', {})).hold;
const state = async (id: number) => (await line.world.call('leerlingen.get', { id })).bronState;
const sentIds = (nr: number) =>
  line.mock.messages({ direction: 'in', nr }).map(({ berichtidentificatie }) => berichtidentificatie);

describe('after a restore', () => {
  it('nothing leaves until BRON has told what it holds on the day of the backup and today', async () => {
    const { world } = line;
    const hera = await addPupil(world, testPersons.hera);
    const remi = await addPupil(world, testPersons.remi);
    await exchange();
    const odin = await addPupil(world, testPersons.odin);
    await world.call('exchange.send', {});
    await makeBackup();
    // What the lost administration did after its backup.
    advance(line, DAY);
    await fetchAll();
    await changePersoon(world, hera.leerlingId, { postcode: '2517JR' });
    await changeInschrijving(world, remi.leerlingId, { datumUitschrijving: '2009-11-03' });
    await addPupil(world, testPersons.zeus);
    await exchange();
    advance(line, 3 * DAY);

    expect(await restore()).toMatchObject({ present: { leerlingen: 4, sentAfter: 3 } });
    expect(await held()).toMatchObject({
      backupDay: '2009-11-02',
      daysToKnow: ['2009-11-02', '2009-11-06'],
      waiting: 0,
    });
    expect(await state(odin.leerlingId)).toBe('in behandeling');
    expect(await world.fail('exchange.send', {})).toMatchObject({ code: 'sending-held' });
    expect(await world.fail('exchange.identify', {})).toMatchObject({ code: 'sending-held' });

    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ sent: 2, problems: [] });
    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ sent: 0 });
    expect(await held()).toMatchObject({ waiting: 2 });
    expect(await fetchAll()).toMatchObject({ registratieoverzichten: 2, problems: [] });

    expect(await held()).toBeUndefined();
    expect((await world.call('session.status', {})).sendingHeld).toBe(false);
    expect((await world.call('exchange.registratieoverzichten', {})).rows).toMatchObject([
      { peildatum: '2009-11-06', received: { matched: 2, unmatched: 1, missing: 0 } },
      { peildatum: '2009-11-02', received: { matched: 3, unmatched: 1, missing: 0 } },
    ]);
    const { rows } = await world.call('exchange.unmatched', {});
    expect(rows).toMatchObject([{ geboortedatum: testPersons.zeus.geboortedatum, datumInschrijving: '2009-08-01' }]);
    // Registered while nobody listened; changed there; changed there too; all seen.
    expect(await state(odin.leerlingId)).toBe('geregistreerd');
    expect(await state(hera.leerlingId)).toBe('aan te leveren');
    expect(await state(remi.leerlingId)).toBe('aan te leveren');

    const before = sentIds(3);
    const result = await exchange();
    expect(result).toMatchObject({ geregistreerd: expect.any(Number) as number, unmatched: 0, problems: [] });
    const after = sentIds(3).slice(before.length);
    expect(after).toHaveLength(2);
    // A new series: no berichtidentificatie is used twice.
    expect(new Set(sentIds(3)).size).toBe(before.length + 2);
    expect(after[0]?.slice(2, 6)).not.toBe(before[0]?.slice(2, 6));
    const polls = sentIds(6);
    expect([...polls].sort()).toEqual(polls);
  });

  it('a message that was under way lapses when BRON never got it, and its inschrijving goes out anew', async () => {
    const { world, mock } = line;
    const hera = await addPupil(world, testPersons.hera);
    mock.setFault({ kind: 'break-before', nr: 3, times: 1 });
    await world.call('exchange.send', {});
    expect(await state(hera.leerlingId)).toBe('onzeker');
    await makeBackup();
    await restore();
    advance(line, 5);
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    // It may have arrived, and have ended since.
    expect(await held()).toMatchObject({ daysToKnow: [], pupilsToKnow: 1 });
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    expect(await held()).toBeUndefined();
    expect(await state(hera.leerlingId)).toBe('aan te leveren');
    await exchange();
    expect(await state(hera.leerlingId)).toBe('geregistreerd');
    expect(mock.register('99ZZ')).toHaveLength(1);
  });

  it('terugkoppelingen that are still at BRON are fetched and processed while sending is held', async () => {
    const { world } = line;
    const hera = await addPupil(world, testPersons.hera);
    await world.call('exchange.send', {});
    await makeBackup();
    await restore();
    expect(await fetchAll()).toMatchObject({ received: 1, geregistreerd: 1 });
    expect(await state(hera.leerlingId)).toBe('geregistreerd');
    expect(await held()).toMatchObject({ daysToKnow: ['2009-11-02'] });
  });

  it('an overview of some pupils does not free it, nor counts as what was asked', async () => {
    const { world } = line;
    const hera = await addPupil(world, testPersons.hera);
    await exchange();
    await makeBackup();
    await restore();
    for (const selection of [{ leerlingIds: [hera.leerlingId] }, { vestigingsvolgnummer: '00' }]) {
      expect(await world.call('exchange.requestRegistratieoverzicht', selection)).toMatchObject({ sent: 1 });
      expect(await held()).toMatchObject({ daysToKnow: ['2009-11-02'], waiting: 0 });
      expect(await fetchAll()).toMatchObject({ registratieoverzichten: 1 });
      expect(await held()).toMatchObject({ daysToKnow: ['2009-11-02'] });
    }
    await world.call('exchange.requestRegistratieoverzicht', {});
    expect(await held()).toMatchObject({ waiting: 1 });
    await fetchAll();
    expect(await held()).toBeUndefined();
  });

  it('what BRON no longer has is to be delivered again', async () => {
    const { world } = line;
    const hera = await restoreOneWhomBronLost();
    expect((await world.call('exchange.registratieoverzichten', {})).rows[0]?.received).toMatchObject({ missing: 1 });
    // It may have ended before the day of the backup: only its first day tells.
    expect(await held()).toMatchObject({ daysToKnow: [], pupilsToKnow: 1 });
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    expect(await held()).toBeUndefined();
    expect(await state(hera.leerlingId)).toBe('aan te leveren');
  });

  it('nobody waits for a pupil who is thrown away before he was asked about', async () => {
    const { world } = line;
    const hera = await restoreOneWhomBronLost();
    expect(await held()).toMatchObject({ pupilsToKnow: 1 });
    await world.call('bin.put', { kind: 'leerling', id: hera.leerlingId, version: 1 });
    await fetchAll();
    expect(await held()).toBeUndefined();
  });

  it('BRON is asked one by one about pupils when it refused to tell of them together', async () => {
    const { world, mock } = line;
    await addPupil(world, testPersons.hera);
    await exchange();
    const remi = await addPupil(world, testPersons.remi);
    mock.setFault({ kind: 'break-before', nr: 3, times: 1 });
    await world.call('exchange.send', {});
    await makeBackup();
    mock.reset();
    await restore();
    // BRON refuses who is born on the day itself (843), and all others in the same message.
    await changePersoon(world, remi.leerlingId, { geboortedatum: '2009-11-02' });
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    expect(await held()).toMatchObject({ daysToKnow: [], pupilsToKnow: 2, unasked: 1 });
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    expect(await held()).toMatchObject({ pupilsToKnow: 2, unasked: 2 });
    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ sent: 2 });
    await fetchAll();
    expect((await world.call('exchange.registratieoverzichten', {})).rows.slice(0, 3)).toMatchObject([
      { leerlingen: 1, state: 'afgekeurd' },
      { leerlingen: 1, state: 'geregistreerd' },
      { leerlingen: 2, state: 'afgekeurd' },
    ]);
    expect(await held()).toBeUndefined();
  });

  it('a question about pupils that got no answer is offered again', async () => {
    const { world, mock } = line;
    await restoreOneWhomBronLost();
    const before = sentIds(5);
    mock.setFault({ kind: 'break-after', nr: 5, times: 1 });
    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ onzeker: 1 });
    expect(await held()).toMatchObject({ pupilsToKnow: 1, unasked: 0 });
    advance(line, 61);
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    expect(await held()).toBeUndefined();
    const [first, ...again] = sentIds(5).slice(before.length);
    expect(new Set([first, ...again]).size).toBe(1);
    expect(again).toHaveLength(1);
  });

  it('an inschrijving that ended before the day of the backup, as BRON was told after it, is found there', async () => {
    const { world, mock } = line;
    const [hera, remi] = [await addPupil(world, testPersons.hera), await addPupil(world, testPersons.remi)];
    await exchange();
    await makeBackup();
    await changeInschrijving(world, hera.leerlingId, { datumUitschrijving: '2009-10-30' });
    await changeInschrijving(world, remi.leerlingId, { datumUitschrijving: '2009-10-29' });
    await exchange();
    await restore();
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    expect(await held()).toMatchObject({ daysToKnow: [], pupilsToKnow: 2, waiting: 0, unasked: 1 });
    expect(await world.fail('exchange.send', {})).toMatchObject({ code: 'sending-held' });

    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ sent: 1, problems: [] });
    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ sent: 0 });
    expect(await held()).toMatchObject({ daysToKnow: [], pupilsToKnow: 2, waiting: 1, unasked: 0 });
    expect(await fetchAll()).toMatchObject({ registratieoverzichten: 1, problems: [] });
    expect(await held()).toBeUndefined();
    const [asked] = (await world.call('exchange.registratieoverzichten', {})).rows;
    expect(asked).toMatchObject({ peildatum: '2009-08-01', leerlingen: 2, received: { matched: 2, unmatched: 0 } });

    // What BRON was told stands beside what the backup says, and is lost in neither.
    const { rows } = await world.call('registratieoverzicht.compared', {});
    expect(rows).toHaveLength(2);
    const { taken } = await world.call('registratieoverzicht.takeOver', { keys: rows.map(({ key }) => key) });
    expect(taken).toBe(2);
    await exchange();
    const atBron = mock.register('99ZZ').map(({ content }) => content);
    expect(atBron).toMatchObject([{ datumUitschrijving: '2009-10-30' }, { datumUitschrijving: '2009-10-29' }]);
    expect([await state(hera.leerlingId), await state(remi.leerlingId)]).toEqual(['geregistreerd', 'geregistreerd']);
  });
});

describe('after a restore and a clock that was set back', () => {
  it('what BRON tells frees sending all the same', async () => {
    const { world } = line;
    await addPupil(world, testPersons.hera);
    await makeBackup();
    await restore();
    world.clock.set(new Date(world.clock.now().getTime() - DAY * 60_000));
    await world.call('exchange.requestRegistratieoverzicht', {});
    await fetchAll();
    expect(await held()).toBeUndefined();
    expect(await exchange()).toMatchObject({ geregistreerd: 1 });
  });
});

describe('after a restore of a backup in which a registratieoverzicht was under way', () => {
  it('it is asked anew: its answer came to the administration that was lost', async () => {
    const { world } = line;
    await addPupil(world, testPersons.hera);
    await world.call('exchange.requestRegistratieoverzicht', {});
    await makeBackup();
    await fetchAll();
    await restore();
    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ sent: 1 });
    await fetchAll();
    expect(await held()).toBeUndefined();
  });
});

describe('a verzoek registratieoverzicht', () => {
  it('that got no answer is offered again with the same bytes', async () => {
    const { world, mock } = line;
    await addPupil(world, testPersons.hera);
    await exchange();
    mock.setFault({ kind: 'timeout-after', nr: 5, times: 1 });
    expect(await world.call('exchange.requestRegistratieoverzicht', {})).toMatchObject({ sent: 1, onzeker: 1 });
    mock.clearFaults();
    advance(line, 61);
    await world.call('exchange.send', {});
    await fetchAll();
    expect(new Set(mock.messages({ direction: 'in', nr: 5 }).map(({ xml }) => xml)).size).toBe(1);
    expect((await world.call('exchange.registratieoverzichten', {})).rows).toMatchObject([
      { peildatum: '2009-11-02', state: 'geregistreerd', received: { matched: 1, unmatched: 0, missing: 0 } },
    ]);
    expect(await world.call('exchange.berichten', {})).toMatchObject({ total: 1 });
  });

  it('asked by hand for any day changes nothing of what is equal', async () => {
    const { world } = line;
    const hera = await addPupil(world, testPersons.hera);
    await exchange();
    await world.call('exchange.requestRegistratieoverzicht', { peildatum: '2009-10-01' });
    await fetchAll();
    expect(await state(hera.leerlingId)).toBe('geregistreerd');
    expect(await world.fail('exchange.requestRegistratieoverzicht', { peildatum: '2009-02-30' })).toMatchObject({
      code: 'invalid-input',
    });
  });
});
