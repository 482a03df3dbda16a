import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DifferentPupil } from '../../shared/api/counting.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { advance, fetchTerugkoppelingen, START, startConnected } from '../support/administration.ts';
import { readDownloaded } from '../support/gtbFiles.ts';
import { gtbOf } from '../support/mijnBronServer.ts';
import { addPupil, changeInschrijving, correctInschrijving, testPersons } from '../support/pupils.ts';

/** The proeftelling of 1 October 2009, from the administration and from what the mock BRON registered; it is 2 November 2009. */
let line: Awaited<ReturnType<typeof startConnected>>;
beforeEach(async () => {
  line = await startConnected({ clock: createFixedClock(START) });
});
afterEach(() => line.close());

const peildatum = '2009-10-01';
const call: (typeof line)['world']['call'] = (name, input) => line.world.call(name, input);
const count = (vestigingsvolgnummer?: string) =>
  call('tellingen.count', { peildatum, ...(vestigingsvolgnummer ? { vestigingsvolgnummer } : {}) });
async function numbers(code: string, vestigingsvolgnummer?: string) {
  const row = (await count(vestigingsvolgnummer)).rows.find((one) => one.code === code);
  return row && [row.own, row.bron, row.gtb];
}
const different = async () => (await call('tellingen.different', { peildatum })).rows;
const causes = ({ causes: found }: DifferentPupil) => found.map(({ text }) => text);
async function exchange() {
  await call('exchange.send', {});
  await fetchTerugkoppelingen(line);
}
const { hera, zeus, remi, odin } = testPersons;
const notFunded = { indicatieBekostiging: [{ begindatum: '2009-08-01', indicatieBekostiging: 'false' }] };
/** A GTB that was made after everything was exchanged. */
const gtb = (changes: Parameters<typeof gtbOf>[0] = {}) =>
  gtbOf({ madeOn: '2009-11-02', processedUntil: '2009-11-02', ...changes });

describe('C-54: the expected GTB of a date, before and after sending', () => {
  it('is the own count; BRON has nothing yet, and who is missing is told with what to do', async () => {
    await addPupil(line.world, hera);
    await addPupil(line.world, zeus);
    expect(await numbers('totaal')).toEqual([2, 0, undefined]);
    expect(await count()).toMatchObject({ notCounted: 0, different: 2, toSend: 2, bronKnown: false, gtbs: [] });
    const [first] = await different();
    expect(first).toMatchObject({
      naam: 'Jager, Hera de',
      own: { counted: true, signalen: [] },
      causes: [{ text: 'Deze inschrijving is nog niet naar BRON verstuurd.', screen: 'uitwisselen' }],
      differences: [],
    });
    expect(first).not.toHaveProperty('bron');
  });

  it('is the same at BRON after sending, and a later change stands apart until it has been sent and registered', async () => {
    const { leerlingId } = await addPupil(line.world, hera);
    await addPupil(line.world, zeus);
    await exchange();
    expect(await numbers('totaal')).toEqual([2, 2, undefined]);
    expect(await count()).toMatchObject({ different: 0, toSend: 0, bronKnown: true });

    await changeInschrijving(line.world, leerlingId, notFunded);
    expect(await numbers('totaal')).toEqual([1, 2, undefined]);
    expect(await count()).toMatchObject({ notCounted: 1, different: 1, toSend: 1 });
    const [changed] = await different();
    expect(changed).toMatchObject({
      naam: 'Jager, Hera de',
      own: { counted: false, signalen: ['Inschrijving is als niet-bekostigd opgegeven (G01)'] },
      bron: { counted: true, signalen: [] },
      differences: [
        {
          difference: { name: 'Indicatie bekostiging', here: 'false', bron: 'true' },
          place: { gegevensgroep: 'indicatieBekostiging', element: 'indicatieBekostiging', voorkomen: 0 },
        },
      ],
    });
    expect(causes(changed!)).toEqual(['De wijziging is nog niet naar BRON verstuurd.']);

    await call('exchange.send', {});
    expect((await different()).map(causes)).toEqual([['De wijziging is onderweg: BRON heeft nog niet geantwoord.']]);
    await fetchTerugkoppelingen(line);
    expect(await numbers('totaal')).toEqual([1, 1, undefined]);
    expect(await different()).toEqual([]);
  });

  it('tells of what BRON rejected, and of what BRON has and the administration has not', async () => {
    await addPupil(line.world, { ...zeus, geslacht: 'V' });
    await exchange();
    expect((await different()).map(causes)).toEqual([['Deze inschrijving is door BRON afgekeurd.']]);

    const ids = await addPupil(line.world, hera);
    await exchange();
    await call('exchange.remove', { inschrijvingId: ids.inschrijvingId, version: 1, reason: 'proef' });
    expect((await different()).map(causes)).toContainEqual(['Deze inschrijving is door BRON afgekeurd.']);
  });

  it('names the pupils of a number, on either side, and says whom the other side counts too', async () => {
    const { leerlingId, inschrijvingId } = await addPupil(line.world, hera);
    await exchange();
    await addPupil(line.world, zeus);
    const pupils = (code: string, side: 'own' | 'bron', more = {}) =>
      call('tellingen.pupils', { peildatum, code, side, ...more });
    expect(await pupils('totaal', 'own')).toMatchObject({
      total: 2,
      rows: [
        { naam: 'Jager, Hera de', leerlingId, inschrijvingId, vestigingsvolgnummer: '00', both: true },
        { naam: 'Jager, Zeus de', both: false },
      ],
    });
    expect((await pupils('totaal', 'bron')).rows.map(({ naam, both }) => [naam, both])).toEqual([
      ['Jager, Hera de', true],
    ]);
    expect(await pupils('totaal', 'own', { offset: 1, limit: 1 })).toMatchObject({
      total: 2,
      rows: [{ naam: 'Jager, Zeus de' }],
    });
    expect((await pupils('totaal', 'own', { vestigingsvolgnummer: '01' })).total).toBe(0);
    const rows = (await count()).rows.map(({ code, named }) => [code, named]);
    expect(rows).toContainEqual(['totaal', true]);
    expect(rows).toContainEqual(['schoolgewicht', false]);
  });

  it('is counted on every teldatum of a school year, with the GTB where there is one of each vestiging', async () => {
    await addPupil(line.world, hera);
    await addPupil(line.world, odin, correctInschrijving({ datumUitschrijving: '2009-10-31' }));
    await exchange();
    await addPupil(line.world, zeus);
    await readDownloaded(line.world, gtb({ aantallen: { totaal: 5 } }));
    const year = async (more = {}) =>
      (await call('tellingen.year', { schooljaar: '2009-2010', ...more })).rows.map((row) => [
        row.peildatum,
        [row.own, row.bron, row.gtb],
      ]);
    const ofSchool = await year();
    expect(ofSchool).toContainEqual([peildatum, [3, 2, undefined]]);
    expect(ofSchool).toContainEqual(['2009-11-01', [2, 1, undefined]]);
    expect(ofSchool[0]?.[0]).toBe('2009-08-01');
    expect(await year({ vestigingsvolgnummer: '00' })).toContainEqual([peildatum, [3, 2, 5]]);
    expect(await year({ vestigingsvolgnummer: '01' })).toContainEqual([peildatum, [0, 0, undefined]]);
  });

  it('counts a vestiging, or all of them together', async () => {
    await addPupil(line.world, hera);
    const vestiging = [{ begindatum: '2009-08-01', vestigingsvolgnummer: '01' }];
    await addPupil(line.world, zeus, correctInschrijving({ vestiging }));
    expect([await numbers('totaal'), await numbers('totaal', '00'), await numbers('totaal', '01')]).toEqual([
      [2, 0, undefined],
      [1, 0, undefined],
      [1, 0, undefined],
    ]);
    expect((await count('01')).different).toBe(1);
  });
});

describe('C-59: why a pupil is not counted, and what looks odd', () => {
  it('stand in two lists, with what to do and where', async () => {
    await addPupil(line.world, hera, correctInschrijving(notFunded));
    await addPupil(line.world, remi, correctInschrijving({ gewicht: [] }));
    await addPupil(line.world, odin, correctInschrijving({ datumUitschrijving: '2009-09-30' }));
    const named = async (list: 'notCounted' | 'attention') =>
      (await call('tellingen.named', { peildatum, list })).rows.map(({ naam, signalen }) => [
        naam,
        signalen.map(({ code, place }) => [code, place?.gegevensgroep]),
      ]);
    expect(await named('notCounted')).toEqual([
      ['Jager, Hera de', [['G01', 'indicatieBekostiging']]],
      ['Noord, Odin', [['G02', 'inschrijvingWpo']]],
    ]);
    expect(await named('attention')).toEqual([['Proefpersoon, Rémi', [['A03', 'gewicht']]]]);
    const page = await call('tellingen.named', { peildatum, list: 'notCounted', offset: 1, limit: 1 });
    expect([page.total, page.rows.map(({ naam }) => naam)]).toEqual([2, ['Noord, Odin']]);
  });

  it('on the last day of an inschrijving a pupil still counts; the day after no more', async () => {
    await addPupil(line.world, odin, correctInschrijving({ datumUitschrijving: '2009-10-01' }));
    expect(await numbers('totaal')).toEqual([1, 0, undefined]);
    const after = await call('tellingen.count', { peildatum: '2009-10-02' });
    expect(after.rows[0]).toMatchObject({ code: 'totaal', own: 0 });
  });
});

describe('C-55: the GTB beside the own count', () => {
  beforeEach(async () => {
    await addPupil(line.world, hera);
    await addPupil(line.world, zeus);
    await exchange();
  });
  const secondVestiging = gtb({ vestigingsvolgnummer: '01', aantallen: { totaal: 0 } });

  it('has its numbers beside them, once there is one of each vestiging', async () => {
    await readDownloaded(line.world, gtb({ aantallen: { totaal: 2, '4-7': 2 } }));
    expect([await numbers('totaal'), await numbers('totaal', '00')]).toEqual([
      [2, 2, undefined],
      [2, 2, 2],
    ]);
    await readDownloaded(line.world, secondVestiging);
    expect(await numbers('totaal')).toEqual([2, 2, 2]);
    expect(await count()).toMatchObject({
      different: 0,
      gtbs: [{ vestigingsvolgnummer: '00' }, { vestigingsvolgnummer: '01' }],
    });
  });

  const named = (signalen: string[]) => ({
    pgn: '999992533',
    geboortedatum: '2001-12-31',
    datumInschrijving: '2009-08-01',
    signalen,
  });

  it('tells of a pupil whom it does not count why, and where that is mended', async () => {
    await readDownloaded(line.world, gtb({ aantallen: { totaal: 1 }, notCounted: [named(['G05'])] }));
    const [found, ...others] = await different();
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      naam: 'Jager, Hera de',
      own: { counted: true },
      bron: { counted: true },
      gtb: { counted: false, signalen: ['Dubbele inschrijving met andere school (G05)'] },
      causes: [
        {
          text: 'Op de GTB staat: Dubbele inschrijving met andere school (G05).',
          place: { element: 'datumUitschrijving' },
        },
      ],
    });
  });

  it('tells of an attentiesignaal of a pupil who counts', async () => {
    await readDownloaded(line.world, gtb({ aantallen: { totaal: 2 }, attention: [named(['A02'])] }));
    expect(await different()).toMatchObject([
      {
        gtb: { counted: true },
        causes: [{ text: 'Op de GTB staat: Postcode wijkt af (A02).', place: { element: 'postcode' } }],
      },
    ]);
  });

  it('tells that a change came after it was made', async () => {
    const ids = await call('leerlingen.list', { search: 'Hera' });
    await readDownloaded(line.world, gtb({ aantallen: { totaal: 2 } }));
    advance(line, 24 * 60);
    await changeInschrijving(line.world, ids.rows[0]?.id ?? 0, notFunded);
    await exchange();
    expect((await different()).map(causes)).toEqual([
      ['BRON verwerkte de laatste wijziging na 2-11-2009; die komt op de volgende GTB.'],
    ]);
  });

  it('tells that a pupil came after it was made', async () => {
    await readDownloaded(line.world, gtb({ aantallen: { totaal: 2 } }));
    advance(line, 24 * 60);
    await addPupil(line.world, odin);
    await exchange();
    expect((await different()).map(causes)).toEqual([
      ['BRON had deze inschrijving nog niet toen de GTB werd gemaakt; zij komt op de volgende.'],
    ]);
  });

  it('tells of a pupil whom nobody knows here, by the end of its number', async () => {
    await readDownloaded(line.world, gtb({ notCounted: [{ ...named(['G02']), pgn: '999991243' }] }));
    expect(await different()).toMatchObject([
      { naam: 'Leerling met nummer …1243', gtb: { counted: false }, causes: [{ screen: 'registratieoverzicht' }] },
    ]);
  });
});
