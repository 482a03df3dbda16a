import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { startCore } from '../../electron/core/processClient.ts';
import { forkCore } from '../../electron/web/forkCore.ts';
import { createAdministration, PASSWORD, startTestLas } from '../support/administration.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // A process that ended meanwhile, or one of another user.
    return '';
  }
};

it('the list of processes, their environment and the temporary folder show no password, name or BSN', async ({
  skip,
}) => {
  skip(!existsSync('/proc/self/cmdline'), 'the list of processes is read from /proc, which only Linux has');
  const world = await startTestLas();
  await createAdministration(world);
  await addPupil(world, testPersons.hera);
  await world.las.close();

  const before = new Set(readdirSync(tmpdir()));
  const pids: number[] = [];
  const core = startCore({
    spawn: () => {
      const child = forkCore({
        module: 'electron/core/process.ts',
        arguments: { dataDir: world.dataDir, version: '0.0.0', resourcesDir: 'resources', host: 'none' },
        env: { ...process.env, LAS_WACHTWOORD: PASSWORD, LAS_CLOCK: '2009-11-02T09:00' },
      });
      if (child.pid) pids.push(child.pid);
      return child;
    },
  });
  try {
    expect(await core.invoke('session.unlock', { password: PASSWORD })).toMatchObject({ ok: true });
    expect(await core.invoke('leerlingen.list', { search: 'jager' })).toMatchObject({ ok: true, value: { total: 1 } });
    const commands = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => read(`/proc/${pid}/cmdline`));
    expect(commands.some((command) => command.includes('process.ts'))).toBe(true);
    const seen = [...commands, ...pids.map((pid) => read(`/proc/${pid}/environ`))];
    const added = readdirSync(tmpdir()).filter((name) => !before.has(name));
    for (const secret of [PASSWORD, '999992533', 'Jager']) {
      for (const text of [...seen, ...added]) expect(text).not.toContain(secret);
    }
  } finally {
    await core.close();
    await world.close();
  }
});
