import { statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PASSWORD, type TestLas } from '../support/administration.ts';
import { edexmlText } from '../support/edexml.ts';
import {
  emptyWorld,
  hera,
  odin,
  model,
  changed,
  fileOf,
  grantOf,
  open,
  importAll,
  registered,
} from '../support/edexmlImport.ts';
import { addPupil, changePersoon, testPersons } from '../support/pupils.ts';
import { temporaryFolder } from '../unit/databaseWorld.ts';

/** How often the log says that a number of this pupil was shown. */
const seen = async (world: TestLas, leerlingId: number) =>
  (await world.call('changes.list', { filter: { kind: 'view', leerlingId } })).rows.length;

describe('the preview', () => {
  it('tells what is new, what is lacking and what is asked, and changes nothing', async () => {
    const world = await emptyWorld();
    const before = await registered(world);
    const found = await open(world, model(hera, odin));
    expect(found).toMatchObject({
      counts: { total: 2, nieuw: 2, bijwerken: 0, overslaan: 0, onvolledig: 1 },
      lacking: { geslacht: 1, nummer: 1, adres: 1 },
      questions: { datumInschrijving: 2, withoutInstroomdatum: 1, leerjaar: 1, groep: 1, vestiging: 2, gewicht: 2 },
      answers: { leerjaar: 'leeftijd', vestiging: '00' },
      otherSchool: false,
    });
    expect(await world.call('import.candidate', { number: 2 })).toMatchObject({
      line: 12,
      inschrijving: { datumInschrijving: '2009-08-01', leerjaarGroep: [{ leerjaar: '3', groep: '3' }] },
      notes: ['Bril'],
      problems: [{ sentence: 'Het geslacht is in het bestand onbekend.' }],
    });
    const { import_candidate: _preview, ...after } = await registered(world);
    expect({ import_candidate: [], ...after }).toEqual(before);
    await world.call('import.cancel', {});
    expect(await registered(world)).toEqual(before);
  });

  it('is the same when the file says only after its pupils which school year it is about', async () => {
    const world = await emptyWorld();
    await importAll(world, model(hera));
    // More than are compared together, so that some are before the end of the file.
    const others = Array.from({ length: 520 }, (_, index) => ({
      ...changed(odin, { achternaam: `Noord${index}` }),
      key: String(2000 + index),
    }));
    const next = model({ ...hera, groep: 'g4' }, ...others);
    next.groepen = [{ key: 'g4', naam: '4a', jaargroep: '4' }];
    next.school = { ...next.school, schooljaar: '2005-2006', peildatum: '2005-10-01' };
    const text = edexmlText(next);
    const [school = ''] = /<school>.*<\/school>/.exec(text) ?? [];
    const preview = async (content: string) => {
      const { counts, questions, header } = await open(world, content);
      return {
        counts,
        questions,
        header,
        ...(await world.call('import.rows', { filter: 'alle', offset: 0, limit: 10 })),
      };
    };
    const expected = await preview(text);
    expect(expected.counts).toMatchObject({ total: 521, overslaan: 1 });
    expect(await preview(text.replace(school, '').replace('</EDEX>', `${school}</EDEX>`))).toEqual(expected);
  });

  it('notes that a number registered here was shown, and not that one of the file was', async () => {
    const world = await emptyWorld();
    const { leerlingId } = await addPupil(world, testPersons.hera);
    await open(world, model(hera, odin));
    await world.call('import.candidate', { number: 2 });
    expect(await seen(world, leerlingId)).toBe(0);
    await world.call('import.candidate', { number: 1 });
    expect(await seen(world, leerlingId)).toBe(1);
  });

  it('survives closing the program', async () => {
    const world = await emptyWorld();
    await open(world, model(hera));
    await world.restart();
    expect((await world.call('import.open', {})).import?.counts).toMatchObject({ total: 1, nieuw: 1 });
    expect((await world.call('import.apply', {})).outcome).toMatchObject({ nieuw: 1 });
  });

  it('of a file that cannot be read is none, and an earlier one is gone', async () => {
    const world = await emptyWorld();
    await open(world, model(hera));
    const broken = edexmlText(model(hera, odin)).replace('</leerlingen>', '');
    expect((await world.fail('import.openEdexml', grantOf(world, broken))).code).toBe('import-not-xml');
    expect(await world.call('import.open', {})).toEqual({});
    expect((await world.fail('import.apply', {})).code).toBe('import-none');
  });

  it('is not made of a file that is gone, or of a folder', async () => {
    const world = await emptyWorld();
    for (const path of [join(temporaryFolder(), 'weg.xml'), temporaryFolder()]) {
      const token = world.grant(path, 'read');
      expect((await world.fail('import.openEdexml', { token, fileName: 'x.xml' })).code).toBe('file-unreadable');
    }
  });

  it('is not made of more than 100 MB', async () => {
    const world = await emptyWorld();
    const path = fileOf('');
    truncateSync(path, 101 * 1024 * 1024);
    const refused = await world.fail('import.openEdexml', { token: world.grant(path, 'read'), fileName: 'x.xml' });
    expect(refused).toMatchObject({
      code: 'import-too-large',
      message: 'Dit bestand is 101 MB. Een EDEXML-bestand van meer dan 100 MB kan niet van een school zijn.',
    });
  });

  it('of another school asks whether that is meant', async () => {
    const world = await emptyWorld();
    const other = model(hera);
    other.school.brincode = '99XX';
    const { answers, otherSchool } = await open(world, other);
    expect(otherSchool).toBe(true);
    expect((await world.fail('import.apply', {})).message).toContain('99XX');
    await world.call('import.answer', { ...answers, otherSchool: true });
    expect((await world.call('import.apply', {})).outcome.nieuw).toBe(1);
  });
});

/** So many pupils that something can be done while they are saved. */
const many = Array.from({ length: 400 }, (_, index) =>
  changed({ ...odin, key: `${index}` }, { achternaam: `Noord-${index}` }),
);
async function untilSaving({ events }: TestLas): Promise<void> {
  while (!events.some(({ payload }) => (payload as { step?: string }).step === 'saving'))
    await new Promise(setImmediate);
}

describe('saving', () => {
  it('fills in what was answered and marks it until somebody confirms it; who lacks something is on a list', async () => {
    const world = await emptyWorld();
    const { answers } = await open(world, model(hera, odin));
    await world.call('import.answer', { ...answers, leerjaar: '2', vestiging: '01', datumInschrijving: '2009-09-14' });
    const { outcome } = await world.call('import.apply', {});
    expect(outcome).toMatchObject({ nieuw: 2, bijgewerkt: 0, overgeslagen: 0, onvolledig: 1 });
    const { rows } = await world.call('leerlingen.list', { show: 'alle' });
    const card = async (leerlingnummer: string) =>
      world.call('leerlingen.get', { id: rows.find((row) => row.leerlingnummer === leerlingnummer)?.id ?? 0 });
    expect((await card('1004')).inschrijvingen[0]?.gegevens).toMatchObject({
      datumInschrijving: '2009-09-14',
      vestiging: [{ vestigingsvolgnummer: '01' }],
      leerjaarGroep: [{ leerjaar: '2' }],
      gewicht: [{ codeGewichtenregeling: '2', gewicht: '0' }],
    });
    // The gewicht of the file is of the second regeling; he came before that.
    expect((await card('1001')).inschrijvingen[0]?.gegevens).toMatchObject({
      datumInschrijving: '2006-01-09',
      gewicht: [
        { codeGewichtenregeling: '1', gewicht: '0' },
        { codeGewichtenregeling: '2', begindatum: '2006-08-01', gewicht: '0,30' },
      ],
    });
    expect(await world.call('onvolledig.list', {})).toMatchObject({
      aantal: 1,
      velden: { geslacht: 1, nummer: 1, adres: 1 },
    });
    const { fields } = await world.call('aangenomen.list', {});
    expect(fields).toContainEqual(expect.objectContaining({ element: 'datumInschrijving', count: 2 }));
  });

  it('keeps what the file adds as notes that the card shows, each of them once', async () => {
    const world = await emptyWorld();
    await importAll(world, model({ ...odin, toevoegingen: ['Bril', 'Bril'] }));
    const notes = async () => {
      const { rows } = await world.call('leerlingen.list', { show: 'alle' });
      const { notes: found } = await world.call('notes.list', { leerlingId: rows[0]?.id ?? 0 });
      return found.map(({ date, text }) => ({ date, text }));
    };
    const bril = { date: '2009-11-02', text: 'Bril' };
    expect(await notes()).toEqual([bril]);
    await importAll(world, model(changed({ ...odin, toevoegingen: ['Bril', 'Pet'] }, { land: 'NL' })));
    expect(await notes()).toEqual([{ ...bril, text: 'Pet' }, bril]);
  });

  it('never adds a pupil who is here, and skips who has nothing new', async () => {
    const world = await emptyWorld();
    await importAll(world, model(hera, odin));
    const before = await registered(world);
    expect((await open(world, model(hera, odin))).counts).toMatchObject({ nieuw: 0, bijwerken: 0, overslaan: 2 });
    expect((await world.call('import.apply', {})).outcome).toMatchObject({ overgeslagen: 2 });
    expect(await registered(world)).toEqual(before);
  });

  it('updates when what it replaces was seen, and only whom it may', async () => {
    const world = await emptyWorld();
    await importAll(world, model(hera, odin));
    const next = model(
      changed(hera, { roepnaam: 'Heera', uitstroomdatum: '2010-03-01' }),
      changed(odin, { land: 'NL' }),
    );
    const { counts } = await open(world, next);
    expect(counts).toMatchObject({ bijwerken: 2, vervangt: 1 });
    expect((await world.call('import.rows', { filter: 'vervangt' })).rows).toMatchObject([
      { match: { by: 'nummer' }, replaces: 1, fills: 1 },
    ]);
    expect((await world.fail('import.choose', { number: 1, action: 'nieuw' })).code).toBe('import-choice');
    expect((await world.fail('import.apply', {})).code).toBe('import-replacements-unseen');
    await world.call('import.choose', { number: 2, action: 'overslaan' });
    const { outcome } = await world.call('import.apply', { replacementsSeen: true });
    expect(outcome).toMatchObject({ bijgewerkt: 1, overgeslagen: 1 });
    const { rows } = await world.call('leerlingen.list', { show: 'alle', search: 'heera' });
    const { inschrijvingen } = await world.call('leerlingen.get', { id: rows[0]?.id ?? 0 });
    expect(inschrijvingen[0]?.gegevens.datumUitschrijving).toBe('2010-03-01');
  });

  it('of a pupil who was changed after the preview shows the preview again', async () => {
    const world = await emptyWorld();
    const { leerlingId } = await addPupil(world, testPersons.hera);
    await open(world, model(changed(hera, { voornamen: 'Hera' })));
    await changePersoon(world, leerlingId, { roepnaam: 'Iris' });
    const seen = { replacementsSeen: true };
    expect((await world.fail('import.apply', seen)).code).toBe('import-outdated');
    expect((await world.call('import.candidate', { number: 1 })).differences).toContainEqual(
      expect.objectContaining({ element: 'roepnaam', here: 'Iris', file: 'Hera' }),
    );
    expect((await world.call('import.apply', seen)).outcome.bijgewerkt).toBe(1);
  });

  it('of a pupil who was put in the bin after the preview shows the preview again', async () => {
    const world = await emptyWorld();
    const { leerlingId } = await addPupil(world, testPersons.odin);
    await open(world, model(changed(odin, { land: 'NL' })));
    expect((await world.call('import.candidate', { number: 1 })).row.match?.leerlingId).toBe(leerlingId);
    const { version } = await world.call('leerlingen.get', { id: leerlingId });
    await world.call('bin.put', { kind: 'leerling', id: leerlingId, version });
    const { row } = await world.call('import.candidate', { number: 1 });
    expect(row.match).toBeUndefined();
    expect((await world.call('import.rows', {})).rows).toEqual([row]);
    expect((await world.fail('import.choose', { number: 1, action: 'bijwerken' })).code).toBe('import-choice');
    expect((await world.fail('import.apply', { replacementsSeen: true })).code).toBe('import-outdated');
    expect((await world.call('import.open', {})).import?.counts).toMatchObject({ bijwerken: 0 });
  });

  it('gives one number to one pupil, whatever was chosen', async () => {
    const world = await emptyWorld();
    await open(world, model(hera, { ...hera, key: '1002' }));
    await world.call('import.choose', { filter: 'alle', action: 'nieuw' });
    expect((await world.call('import.apply', {})).outcome).toMatchObject({ nieuw: 1, overgeslagen: 1, numberTaken: 1 });
    expect((await world.call('leerlingen.list', { show: 'alle' })).total).toBe(1);
  });

  it('of a pupil who lies in the bin waits for a decision; both cannot be there', async () => {
    const world = await emptyWorld();
    const { leerlingId } = await addPupil(world, testPersons.hera);
    const binned = { kind: 'leerling', id: leerlingId } as const;
    const { version } = await world.call('leerlingen.get', { id: leerlingId });
    await world.call('bin.put', { ...binned, version });
    await open(world, model(hera));
    expect(await world.call('import.candidate', { number: 1 })).toMatchObject({
      row: { action: 'overslaan' },
      problems: [{ sentence: expect.stringContaining('in de prullenbak') as string }],
    });
    await world.call('import.choose', { number: 1, action: 'nieuw' });
    expect((await world.call('import.apply', {})).outcome.nieuw).toBe(1);
    expect((await world.fail('bin.restore', binned)).code).toBe('undo-number-taken');
    expect((await world.call('leerlingen.list', { show: 'alle' })).total).toBe(1);
  });

  it('keeps no card closed while it is saved', async () => {
    const world = await emptyWorld();
    const { leerlingId } = await addPupil(world, testPersons.hera);
    await open(world, model(...many));
    const saving = world.call('import.apply', {});
    await untilSaving(world);
    await world.call('leerlingen.get', { id: leerlingId });
    expect(await seen(world, leerlingId)).toBe(0);
    await saving;
    await world.call('session.lock', {});
    await world.call('session.unlock', { password: PASSWORD });
    expect(await seen(world, leerlingId)).toBe(1);
  });

  it('is written into the file of the administration after it was answered', async () => {
    const world = await emptyWorld();
    await open(world, model(...many));
    const file = join(world.dataDir, 'administratie.db');
    const before = statSync(file).size;
    await world.call('import.apply', {});
    // Some 11 kB a pupil.
    await expect.poll(() => statSync(file).size, { timeout: 20_000 }).toBeGreaterThan(before + 400 * 8_000);
  });

  it('that is stopped half-way leaves nothing, and can be done again', async () => {
    const world = await emptyWorld();
    await open(world, model(...many));
    const before = await registered(world);
    const saving = world.fail('import.apply', {});
    await untilSaving(world);
    expect((await world.fail('import.choose', { number: 1, action: 'overslaan' })).code).toBe('import-running');
    await world.call('import.cancel', {});
    expect((await saving).code).toBe('import-stopped');
    expect(await registered(world)).toEqual(before);
    expect((await world.call('import.apply', {})).outcome.nieuw).toBe(400);
  });
});
