import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyChain } from '../../electron/core/database/changeLog.ts';
import { isSound } from '../../electron/core/database/database.ts';
import { createAdministration, PASSWORD, startTestLas } from '../support/administration.ts';
import { lookInto } from '../support/database.ts';
import { contentOf } from '../support/direct.ts';
import { edexmlText } from '../support/edexml.ts';
import { addPupil, testPersons } from '../support/pupils.ts';
import { runLimited } from '../support/runLimited.ts';

/** From less than it takes to unlock to more than everything takes: at each another write is the first that fails. */
const LIMITS = [64, 100, 160, 250, 400, 700, 1500];
const UNLIMITED = 1_000_000;
const moments = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
/** What is said of a call: there is no room, or what went before it failed because of that. */
const refusals = ['disk-full', 'disk-failed', 'locked', 'import-none'];

let folder: string;
let model: string;
let calls: (readonly [string, unknown])[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bronwijs-vol-'));
  model = join(folder, 'model');
  const world = await startTestLas();
  await createAdministration(world);
  const { leerlingId } = await addPupil(world, testPersons.hera);
  const { leerlingId: other } = await addPupil(world, testPersons.remi);
  const settings = await world.call('settings.get', {});
  await world.las.close();
  cpSync(world.dataDir, model, { recursive: true });
  await world.close();

  const edexml = join(folder, 'edexml.xml');
  const header = {
    schooljaar: '2009-2010',
    peildatum: '2009-10-01',
    brincode: '99ZZ',
    aanmaakdatum: '2009-10-02T12:00:00',
  };
  const leerlingen = Array.from({ length: 40 }, (_, index) => ({
    key: String(2000 + index),
    elements: { achternaam: `Noord ${index}`, roepnaam: 'Odin', geboortedatum: '2002-12-20', geslacht: '1' },
    groep: 'g3',
    toevoegingen: [],
  }));
  const groepen = [{ key: 'g3', naam: '3b', jaargroep: '3' }];
  writeFileSync(edexml, edexmlText({ version: '2.1', school: header, vestigingen: [], groepen, leerlingen }));
  calls = [
    ['notes.save', { leerlingId, date: '2009-11-02', text: 'x'.repeat(9000) }],
    ['drafts.save', { form: 'note', subject: '1', leerlingId, title: 'Aantekening', content: 'y'.repeat(30_000) }],
    ['gezin.saveVerzorger', { leerlingId, verzorger: { gegevens: { achternaam: 'Jager' } }, link: { gegevens: {} } }],
    ['groepen.adopt', { schooljaar: '2009-2010', from: 'inschrijvingen' }],
    ['import.openEdexml', { token: `read:${edexml}`, fileName: 'edexml.xml' }],
    ['import.apply', { replacementsSeen: true }],
    ['bin.put', { kind: 'leerling', id: other, version: 1 }],
    [
      'settings.save',
      { ...settings, idleMinutes: 20, exchange: { endpoint: '', caPem: rootCertificates.join('\n').slice(0, 50_000) } },
    ],
  ];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An administration as it stood, after these calls with a disk on which no file grows beyond a limit. */
async function after(limit: number, made: typeof calls): Promise<{ dataDir: string; codes: string[] }> {
  const dataDir = mkdtempSync(join(folder, 'kopie-'));
  cpSync(model, dataDir, { recursive: true });
  return { dataDir, codes: await runLimited(dataDir, limit, made) };
}

/** All that is registered and the imports as they show, without moments. What is left of a file that was read in part does not show. */
async function registered(dataDir: string): Promise<unknown> {
  const world = await startTestLas({ dataDir });
  try {
    await world.call('session.unlock', { password: PASSWORD });
    const imports = [await world.call('import.open', {}), await world.call('import.list', {})];
    const rest = await lookInto(world, (db) => {
      expect(isSound(db)).toBe(true);
      expect(verifyChain(db)).toMatchObject({ ok: true });
      const content = Object.entries(contentOf({ db }));
      return content.filter(([table]) => !['import_batch', 'import_candidate', 'import_pupil'].includes(table));
    });
    return JSON.parse(JSON.stringify({ imports, rest }).replaceAll(moments, 'moment'));
  } finally {
    await world.las.close();
  }
}

it('what a full disk refuses, at whatever write, is as if it was never asked; the rest is kept', async ({ skip }) => {
  skip(process.platform === 'win32', 'Windows has no RLIMIT_FSIZE');
  const firstRefused = new Set<number>();
  for (const limit of LIMITS) {
    const { dataDir, codes } = await after(limit, calls);
    const done = calls.filter((_, index) => codes[index + 1] === 'ok');
    expect(refusals).toEqual(expect.arrayContaining(codes.filter((code) => code !== 'ok')));
    firstRefused.add(codes.findIndex((code) => code !== 'ok'));
    const wanted = await after(UNLIMITED, done);
    expect(wanted.codes).toEqual(['ok', ...done.map(() => 'ok')]);
    expect(await registered(dataDir), `at ${limit} KB`).toEqual(await registered(wanted.dataDir));
  }
  expect(firstRefused.size).toBeGreaterThan(4);
  expect(firstRefused).toContain(-1);
}, 120_000);
