import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { createAdministration, START, startTestLas, type TestLas } from '../support/administration.ts';
import { contactOf, gtbOf, overviewOf } from '../support/mijnBronServer.ts';

/** What a school that has no certificate yet downloads from the site of Mijn BRON and reads in. It is 2 November 2009. */
let world: TestLas;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mijn-bron-'));
  world = await startTestLas({ clock: createFixedClock(START) });
  await createAdministration(world);
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

function token(content: unknown): string {
  const path = join(folder, 'bestand.json');
  writeFileSync(path, Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return world.grant(path, 'read');
}
const read = (content: unknown) => world.call('mijnBron.readFile', { token: token(content) });
const refused = (content: unknown) => world.fail('mijnBron.readFile', { token: token(content) });

describe('a file of Mijn BRON', () => {
  it('is kept when it is a GTB', async () => {
    const gtb = gtbOf({ peildatum: '2009-03-01', madeOn: '2009-04-01', processedUntil: '2009-03-31' });
    const kept = { kenmerk: gtb.kenmerk, vestigingsvolgnummer: '00', peildatum: '2009-03-01', madeOn: '2009-04-01' };
    expect(await read(gtb)).toEqual({ kind: 'gtb', gtb: { ...kept, known: false, outdated: false } });
    expect(await read(gtb)).toEqual({ kind: 'gtb', gtb: { ...kept, known: true, outdated: false } });
  });

  it('is kept, and said to be outdated, when there is a newer GTB of that peildatum', async () => {
    await read(gtbOf({ peildatum: '2009-08-01', madeOn: '2009-10-20' }));
    const older = gtbOf({ peildatum: '2009-08-01', madeOn: '2009-09-10', processedUntil: '2009-09-09' });
    expect(await read(older)).toMatchObject({ kind: 'gtb', gtb: { known: false, outdated: true } });
  });

  it('is kept when it is a vergelijkingsoverzicht', async () => {
    expect(await read(overviewOf())).toMatchObject({
      kind: 'vergelijkingsoverzicht',
      vergelijkingsoverzicht: { rows: 1 },
    });
  });

  const about = { brinnummer: '99ZZ', madeOn: '2009-10-20' };
  const zero = { registered: 0, onSchedule: false };
  const voortgang = { state: 'voorbereiding', leerlingen: zero, ambulant: zero, perWeek: [] };
  const document = { id: '1', kind: 'brochure', titel: 'Brochure', sentOn: '2009-06-01', by: 'post', to: 'school' };
  it.each([
    ['contactgegevens', { layout: 'bronwijs-contactgegevens-1', ...about, contactgegevens: contactOf }],
    [
      'aantallen',
      {
        layout: 'bronwijs-aantallen-1',
        ...about,
        aantallen: [{ reportedOn: '2009-08-20', leerlingen: 2, ambulant: 0 }],
      },
    ],
    ['voortgang', { layout: 'bronwijs-voortgang-1', ...about, voortgang }],
    ['documenten', { layout: 'bronwijs-documenten-1', ...about, documenten: [document] }],
  ])('gives the %s in it', async (kind, file) => {
    const { layout: _layout, brinnummer: _brinnummer, ...content } = file;
    expect(await read(file)).toEqual({ kind, ...content });
  });

  it('may begin with a byte order mark', async () => {
    const bytes = Buffer.from(`\uFEFF${JSON.stringify(gtbOf({ peildatum: '2009-09-01' }))}`, 'utf8');
    expect(await read(bytes)).toMatchObject({ kind: 'gtb' });
  });
});

describe('C-58: a file that cannot be taken is told of in a sentence, and nothing of it is kept', () => {
  const whole = gtbOf({ peildatum: '2008-10-01' });
  const { madeOn: _, ...withoutDay } = whole;
  const damaged = Buffer.from(JSON.stringify(whole).slice(0, 60));
  it.each([
    ['damaged', damaged, 'mijn-bron-file-damaged', ''],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0xfe]), 'mijn-bron-file-damaged', ''],
    ['empty', Buffer.alloc(0), 'mijn-bron-file-damaged', ''],
    ['JSON of something else', { hallo: 'wereld' }, 'mijn-bron-file-damaged', ''],
    ['a GTB that lacks something', withoutDay, 'mijn-bron-file-damaged', ''],
    ['a GTB with something more', { ...whole, extra: 1 }, 'mijn-bron-file-damaged', ''],
    ['of another edition', { ...whole, layout: 'bronwijs-gtb-2' }, 'mijn-bron-file-layout', 'bronwijs-gtb-2'],
    ['of another school', { ...whole, brinnummer: '98AA' }, 'mijn-bron-file-school', '98AA'],
    ['of another soort of school', { ...whole, soort: 'SBAO' }, 'mijn-bron-file-soort', 'SBAO'],
    ['of a peildatum before 1-8-2008', { ...whole, peildatum: '2008-07-31' }, 'mijn-bron-file-date', '31-7-2008'],
    ['of a peildatum after this school year', { ...whole, peildatum: '2010-08-01' }, 'mijn-bron-file-date', '1-8-2010'],
    ['made after today', { ...whole, madeOn: '2009-11-03' }, 'mijn-bron-file-date', '3-11-2009'],
    ['an overview made after today', overviewOf({ madeOn: '2009-11-03' }), 'mijn-bron-file-date', '3-11-2009'],
  ])('%s', async (_name, content, code, named) => {
    const failure = await refused(content);
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(named);
    // It was not kept: it is not known when it comes in as it should be.
    expect(await world.fail('mijnBron.readFile', { token: token(whole), kind: 'voortgang' })).toMatchObject({
      code: 'mijn-bron-file-mixed',
    });
  });

  it('the same GTB, once it is right, is new', async () => {
    expect(await read(whole)).toMatchObject({ kind: 'gtb', gtb: { known: false } });
  });

  it('on the last day of the school year and on 1-8-2008 it can be', async () => {
    for (const peildatum of ['2008-08-01', '2010-07-31'])
      expect(await read(gtbOf({ peildatum })), peildatum).toMatchObject({ kind: 'gtb' });
  });
});
