import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyInschrijving, type GegevensWec } from '../../shared/api/inschrijving.ts';
import { advance, creation, startConnected } from '../support/administration.ts';
import { addPupil, correctWec } from '../support/pupils.ts';

/** A school for special education delivers its pupils over a real connection (PvE 4.1.4, 5.6.3). */
let line: Awaited<ReturnType<typeof startConnected>>;
beforeEach(async () => {
  const school = { ...creation.school, brinnummer: '98AE', soort: 'SO' as const };
  line = await startConnected(
    {},
    { ...creation, school: { ...school, vestigingen: [{ volgnummer: '00', naam: 'A' }] } },
  );
});
afterEach(async () => {
  await line.close();
});

/** RvIG test person. */
const pupil = {
  leerlingnummer: '2001',
  achternaam: 'Test',
  burgerservicenummer: '999992533',
  geboortedatum: '2001-12-31',
  geslacht: 'V',
  postcode: '2548AE',
};
const START = '2009-08-01';
const enrolled = correctWec({ leerjaarGroep: [{ begindatum: START, groep: 'a', leerjaar: '4' }] });

const exchange = async () => {
  await line.world.call('exchange.send', {});
  advance(line, 31);
  await line.world.call('exchange.requestTerugkoppelingen', {});
};
const inschrijvingOf = async (leerlingId: number) => {
  const [inschrijving] = (await line.world.call('leerlingen.get', { id: leerlingId })).inschrijvingen;
  if (!inschrijving) throw new Error('no inschrijving');
  return inschrijving;
};
async function change(leerlingId: number, changes: Partial<GegevensWec>) {
  const { id, version } = await inschrijvingOf(leerlingId);
  const gegevens = { ...enrolled, ...changes };
  return line.world.call('leerlingen.saveInschrijving', { leerlingId, id, version, gegevens });
}

/** The changes that make the pupil one who is guided at another school. */
const guidedAt = (brinnummer: string): Partial<GegevensWec> => ({
  aanduidingNnca: '0',
  soortOnderwijs: [{ begindatum: START, soortOnderwijs: '00' }],
  leerjaarGroep: [{ begindatum: START, groep: '0', leerjaar: '0' }],
  schoolsoort: [{ begindatum: START, schoolsoort: '0' }],
  indicatiestelling: enrolled.indicatiestelling.map((item) => ({
    ...item,
    ambulanteBegeleiding: [{ begindatum: START, brinnummer }],
  })),
});

describe('an inschrijving WEC', () => {
  it('is registered as it was delivered, and found in its groep', async () => {
    const { leerlingId } = await addPupil(line.world, pupil, enrolled);
    expect(await inschrijvingOf(leerlingId)).toMatchObject({
      findings: [],
      bronState: 'aan te leveren',
      deliverBy: '2009-11-16',
    });
    await exchange();
    const { bronState, bronStand, gegevens } = await inschrijvingOf(leerlingId);
    expect([bronState, gegevens]).toEqual(['geregistreerd', enrolled]);
    expect(bronStand?.gegevens).toMatchObject({
      schoolsoort: enrolled.schoolsoort,
      soortOnderwijs: enrolled.soortOnderwijs,
    });
    expect((await line.world.call('leerlingen.list', {})).rows).toMatchObject([{ groep: 'a', uitgeschreven: false }]);
  });

  it('is held back for what the LAS can judge, and refused at the gegeven for what only BRON can', async () => {
    const { leerlingId } = await addPupil(line.world, pupil, { ...enrolled, schoolsoort: [] });
    await exchange();
    const held = await inschrijvingOf(leerlingId);
    expect(held.bronState).toBe('tegengehouden');
    expect(held.findings.map(({ gegevensgroep }) => gegevensgroep)).toContain('schoolsoort');

    await change(leerlingId, guidedAt('98ZX'));
    await exchange();
    const refused = await inschrijvingOf(leerlingId);
    expect([refused.bronState, refused.findings]).toEqual(['afgekeurd', []]);
    expect(refused.signalen).toMatchObject([
      {
        code: '399',
        gegevensgroep: 'ambulanteBegeleiding',
        element: 'brinnummer',
        parent: 0,
        voorkomen: 0,
        lasValue: '98ZX',
      },
    ]);

    await change(leerlingId, guidedAt('98AA'));
    await exchange();
    const corrected = await inschrijvingOf(leerlingId);
    expect([corrected.bronState, corrected.signalen]).toEqual(['geregistreerd', []]);
  });

  it('is the same in a registratieoverzicht, and leaves by a date of its own', async () => {
    const { leerlingId } = await addPupil(line.world, pupil, enrolled);
    await exchange();
    await line.world.call('exchange.requestRegistratieoverzicht', {});
    advance(line, 31);
    await line.world.call('exchange.requestTerugkoppelingen', {});
    expect((await line.world.call('exchange.registratieoverzichten', {})).rows).toMatchObject([
      { received: { matched: 1, unmatched: 0, missing: 0 } },
    ]);
    expect((await inschrijvingOf(leerlingId)).toDeliverSince).toBeUndefined();
    await change(leerlingId, { datumUitschrijving: '2009-10-30' });
    await exchange();
    expect((await inschrijvingOf(leerlingId)).bronStand?.gegevens).toMatchObject({ datumUitschrijving: '2009-10-30' });
  });

  it('stays of its kind once BRON may know it', async () => {
    const { leerlingId } = await addPupil(line.world, pupil, enrolled);
    await exchange();
    const { id, version } = await inschrijvingOf(leerlingId);
    const gegevens = { ...emptyInschrijving('WPO'), datumInschrijving: START };
    const failure = await line.world.fail('leerlingen.saveInschrijving', { leerlingId, id, version, gegevens });
    expect(failure.code).toBe('inschrijving-kind-known');
  });

  it('is found wrong at a school that may not register one', async () => {
    const { brinnummer } = creation.school;
    const { school, ...settings } = await line.world.call('settings.get', {});
    await line.world.call('settings.save', { ...settings, school: { ...school, brinnummer, soort: 'BAO' } });
    const { leerlingId } = await addPupil(line.world, pupil, enrolled);
    expect((await inschrijvingOf(leerlingId)).findings.map(({ code }) => code)).toContain('356');
  });
});
