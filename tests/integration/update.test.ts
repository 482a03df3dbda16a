import type * as ChildProcess from 'node:child_process';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Installation } from '../../electron/shell/update/decide.ts';
import { updateSource } from '../../electron/shell/update/electronUpdater.ts';
import { createUpdates } from '../../electron/shell/update/updates.ts';
import { startUpdateFeed, type UpdateFeed } from '../support/updateFeed.ts';

const publisher = ['Voorbeeld B.V.', 'Voorbeeld Onderwijs B.V.'];
const installation: Installation = { version: '1.0.0', publisher, allUsers: false, share: 0.4 };
const open = { state: 'open', role: 'beheerder' };

let feed: UpdateFeed;
let events: string[];
beforeAll(async () => {
  feed = await startUpdateFeed(publisher);
});
afterAll(() => feed.close());
beforeEach(() => {
  feed.asked.length = 0;
  events = [];
});

interface World {
  installation?: Partial<Installation>;
  address?: string | undefined;
  status?: object;
  /** What exchange.overview gives, one after another; the last one stays. */
  overviews?: object[];
  backup?: { ok: boolean };
  yes?: boolean;
  /** What Windows says of the signature; `ask`: electron-updater asks PowerShell. */
  signed?: ((publishers: string[]) => string | null) | 'ask';
}

/** Looks for a version as a person does; gives what happened. */
async function check(world: World = {}, asked = true): Promise<string[]> {
  const { status = open, overviews = [{}], backup = { ok: true }, yes = true, signed = () => null } = world;
  const { updater, config } = feed.updater('1.0.0', signed === 'ask' ? undefined : signed);
  const source = updateSource(updater, config);
  const left = [...overviews];
  const updates = createUpdates({
    installation: { ...installation, ...world.installation },
    address: 'address' in world ? world.address : feed.address,
    source: { ...source, install: () => void events.push('installed') },
    dialogs: {
      tell: async (sentence) => void events.push(sentence),
      ask: async (question) => {
        events.push(`asked: ${question.slice(0, 40)}`);
        return yes;
      },
    },
    core: {
      close: async () => void events.push('core closed'),
      invoke: async (name) => {
        if (name === 'session.status') return { ok: true, value: status };
        if (name === 'exchange.overview') return { ok: true, value: left.length > 1 ? left.shift() : left[0] };
        events.push(name);
        if (name === 'backup.make' && !backup.ok)
          return { ok: false, error: { code: 'disk-full', message: 'De schijf is vol.', remedy: '' } } as never;
        return { ok: true, value: {} };
      },
    },
  });
  await updates.check(asked);
  return events;
}

const fetched = () => feed.asked.some((path) => path.endsWith('.exe'));
const question = 'asked: Versie 1.1.0 staat klaar; u werkt met 1.0.';

describe('a new version at the address of updates', () => {
  it('is fetched, and installed after a backup, when the person says yes', async () => {
    feed.offer('1.1.0');
    expect(await check()).toEqual([question.slice(0, 47), 'backup.make', 'session.lock', 'core closed', 'installed']);
    expect(fetched()).toBe(true);
  });

  it('is not fetched when the person says later', async () => {
    feed.offer('1.1.0');
    expect(await check({ yes: false })).toHaveLength(1);
    expect(fetched()).toBe(false);
  });

  it('reaches installations in stages', async () => {
    feed.offer('1.1.0', { stagingPercentage: 40 });
    expect(await check()).toEqual(['Versie 1.1.0 komt er aan en wordt later ook aan uw school aangeboden.']);
    feed.offer('1.1.0', { stagingPercentage: 41 });
    expect(await check()).toContain('installed');
  });

  it('is not installed during an exchange, also when that began while it was fetched', async () => {
    feed.offer('1.1.0');
    expect((await check({ overviews: [{ running: {} }] })).at(-1)).toMatch(/^Er wordt nu met BRON uitgewisseld/);
    expect(fetched()).toBe(false);
    expect((await check({ overviews: [{}, { running: {} }] })).at(-1)).toMatch(/^Er wordt nu met BRON uitgewisseld/);
    expect(fetched()).toBe(true);
    expect(events).not.toContain('installed');
  });

  it.each([
    ['a locked administration', { state: 'locked' }],
    ['somebody who may not make a backup', { state: 'open', role: 'administratie' }],
    ['a damaged database', { ...open, readOnly: true }],
  ])('waits for a backup with %s', async (_, status) => {
    feed.offer('1.1.0');
    expect((await check({ status })).at(-1)).toMatch(/^Voor het bijwerken wordt een reservekopie gemaakt/);
    expect(fetched()).toBe(false);
  });

  it('is not installed when the backup fails', async () => {
    feed.offer('1.1.0');
    expect((await check({ backup: { ok: false } })).at(-1)).toBe(
      'De reservekopie vooraf is niet gelukt. De schijf is vol. Er is niets veranderd.',
    );
  });

  it('must be signed by a publisher of the brand', async () => {
    feed.offer('1.1.0');
    const seen: string[][] = [];
    const signed = (names: string[]) => {
      seen.push(names);
      return 'signed by somebody else';
    };
    expect((await check({ signed })).at(-1)).toMatch(/niet door uw leverancier ondertekend/);
    expect(seen).toEqual([publisher]);
    expect(events).not.toContain('backup.make');
  });

  it('must be the file that was published', async () => {
    feed.offer('1.1.0', { sha512: Buffer.alloc(64).toString('base64') });
    expect((await check()).at(-1)).toMatch(/^De nieuwe versie is niet geïnstalleerd/);
    expect(events).not.toContain('installed');
  });
});

describe('the signature of a new version', () => {
  // What electron-updater calls: it is CommonJS.
  const processes = createRequire(import.meta.url)('node:child_process') as typeof ChildProcess;
  const forbidden = new Error('This program is blocked by group policy.');
  const valid = (name: string) =>
    JSON.stringify({ Status: 0, SignerCertificate: { Subject: `CN=${name}, O=${name}, C=NL` } });

  /** PowerShell as it answers on this computer; undefined: nobody may run it. */
  function powerShell(answer: string | undefined): void {
    vi.spyOn(processes, 'execFile').mockImplementation(((...given: unknown[]) => {
      const done = given.at(-1) as (error: Error | null, stdout: string, stderr: string) => void;
      done(answer === undefined ? forbidden : null, answer ?? '', '');
    }) as never);
    vi.spyOn(processes, 'execFileSync').mockImplementation(() => {
      if (answer === undefined) throw forbidden;
      return '"test"';
    });
  }
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ['by the publisher', valid('Voorbeeld Onderwijs B.V.'), true],
    ['by somebody else', valid('Iemand Anders B.V.'), false],
    ['by nobody', JSON.stringify({ Status: 2, SignerCertificate: null }), false],
    ['nobody knows by whom, where PowerShell is forbidden', undefined, false],
  ])('is %s', async (_, answer, accepted) => {
    feed.offer('1.1.0');
    powerShell(answer);
    const last = (await check({ signed: 'ask' })).at(-1);
    expect(last).toMatch(accepted ? /^installed$/ : /niet door uw leverancier ondertekend/);
  });
});

describe('no new version', () => {
  it('is told to who asked, and to nobody else', async () => {
    feed.offer('1.0.0');
    expect(await check()).toEqual(['U werkt met de nieuwste versie: 1.0.0.']);
    events = [];
    expect(await check({}, false)).toEqual([]);
  });

  it('is an older one: it is refused with a sentence', async () => {
    feed.offer('0.9.9');
    expect(await check()).toEqual([
      expect.stringMatching(/staat 0\.9\.9, ouder dan uw versie 1\.0\.0\. .* wordt niet geïnstalleerd\./),
    ]);
    expect(fetched()).toBe(false);
  });

  it('is looked for where nothing is: the program works without', async () => {
    expect(await check({ address: undefined })).toEqual([expect.stringMatching(/zoekt niet zelf naar nieuwe versies/)]);
    expect(feed.asked).toEqual([]);
  });

  it('is looked for by who did not install it', async () => {
    expect(await check({ installation: { allUsers: true } })).toEqual([expect.stringMatching(/Uw systeembeheerder/)]);
    expect(await check({ installation: { publisher: [' '] } })).toContainEqual(expect.stringMatching(/ondertekent/));
    expect(feed.asked).toEqual([]);
  });

  it.each(['1.1', '1.1.0-beta', 'latest', '1.1.0; rm'])('is "%s"', async (version) => {
    feed.offer(version);
    expect((await check()).at(-1)).not.toBe('installed');
    expect(fetched()).toBe(false);
  });

  it('is behind a proxy that asks for a password, which nobody is asked for', () => {
    const { updater, config } = feed.updater('1.0.0', () => null);
    updateSource(updater, config);
    const answer = vi.fn();
    updater.emit('login', {} as never, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith();
  });

  it('is a feed that is not there or is not one', async () => {
    const gone = await startUpdateFeed(publisher);
    const { updater, config } = gone.updater('1.0.0', () => null);
    await gone.close();
    await expect(updateSource(updater, config).look()).rejects.toThrow();
    expect(await check({}, false)).toEqual([]);
  });
});
