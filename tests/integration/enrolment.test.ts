import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  advance,
  createAdministration,
  startConnected,
  startTestLas,
  type TestLas,
} from '../support/administration.ts';
import { addPupil, correctInschrijving, testPersons } from '../support/pupils.ts';

let world: TestLas;
beforeEach(async () => {
  world = await startTestLas();
  await createAdministration(world);
});
afterEach(async () => {
  await world.close();
});

const latest = async (leerlingId: number) => {
  const [inschrijving] = (await world.call('leerlingen.get', { id: leerlingId })).inschrijvingen;
  if (!inschrijving) throw new Error('no inschrijving');
  return inschrijving;
};
const ended = { datumUitschrijving: '2009-11-13', leavingReason: 'otherSchool', destination: 'De Overkant' };

describe('inschrijven', () => {
  it('makes pupil and inschrijving in one go, and says what goes to BRON and by when', async () => {
    const outcome = await world.call('enrolment.start', { persoon: testPersons.hera, gegevens: correctInschrijving() });
    expect(outcome).toMatchObject({ version: 1, deliverBy: '2009-11-16', findings: [] });
    expect(outcome.announcement).toContain('uiterlijk 16-11-2009');
    expect(await latest(outcome.leerlingId)).toMatchObject({ id: outcome.inschrijvingId, bronState: 'aan te leveren' });
  });

  it('says that a melding will be held back', async () => {
    const gegevens = correctInschrijving({ leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '9', groep: '3a' }] });
    const outcome = await world.call('enrolment.start', { persoon: testPersons.hera, gegevens });
    expect(outcome.findings.map(({ code }) => code)).toEqual(['742']);
    expect(outcome.announcement).toContain('tegengehouden');
  });

  it('takes the shorter term for the dates of an inschrijving from 1 August 2013', async () => {
    world.clock.set(new Date('2013-09-02T08:00:00Z'));
    const gegevens = correctInschrijving({ datumInschrijving: '2013-09-02' });
    const outcome = await world.call('enrolment.start', { persoon: testPersons.zeus, gegevens });
    expect(outcome.deliverBy).toBe('2013-09-09');
    expect(await world.call('exchange.overview', {})).toMatchObject({ deliverBy: '2013-09-09' });
  });

  it('enrols a returning pupil anew, with what changed meanwhile', async () => {
    const { leerlingId } = await addPupil(
      world,
      testPersons.hera,
      correctInschrijving({ datumUitschrijving: '2009-10-02' }),
    );
    const { version } = await world.call('leerlingen.get', { id: leerlingId });
    await world.call('enrolment.start', {
      leerling: { id: leerlingId, version },
      persoon: { ...testPersons.hera, postcode: '2517JR' },
      gegevens: correctInschrijving({ datumInschrijving: '2009-11-02' }),
    });
    const card = await world.call('leerlingen.get', { id: leerlingId });
    expect(card.persoon.postcode).toBe('2517JR');
    expect(card.inschrijvingen.map(({ gegevens }) => gegevens.datumInschrijving)).toEqual(['2009-11-02', '2009-08-01']);
  });

  it('leaves nothing behind when it cannot be done: not the pupil, not its new address', async () => {
    const { leerlingId } = await addPupil(world, testPersons.hera);
    const { version } = await world.call('leerlingen.get', { id: leerlingId });
    const again = {
      leerling: { id: leerlingId, version },
      persoon: { ...testPersons.hera, postcode: '2517JR' },
      gegevens: correctInschrijving({ datumInschrijving: '2009-11-02' }),
    };
    expect(await world.fail('enrolment.start', again)).toMatchObject({
      code: 'inschrijving-overlaps',
      message: expect.stringContaining('1-8-2009'),
    });
    expect(await world.call('leerlingen.get', { id: leerlingId })).toMatchObject({
      version,
      persoon: testPersons.hera,
    });
  });

  it('finds a known pupil by its number, or by name and birth date whatever the spelling, also in the bin', async () => {
    const { leerlingId } = await addPupil(world, { ...testPersons.remi, achternaam: 'Próefpersoon' });
    const find = async (query: object) => (await world.call('enrolment.find', query)).matches;
    const found = { leerlingId, inBin: false, datumInschrijving: '2009-08-01' };
    expect(await find({ number: '999 991 243' })).toMatchObject([{ ...found, by: 'number' }]);
    const byName = { achternaam: ' proefpersoon', geboortedatum: '2002-02-02' };
    expect(await find(byName)).toMatchObject([{ ...found, by: 'name' }]);
    await addPupil(world, testPersons.zeus);
    const { geboortedatum } = testPersons.zeus;
    for (const achternaam of ['Jager', 'De Jager']) expect(await find({ achternaam, geboortedatum })).toHaveLength(1);
    expect(await find({ ...byName, geboortedatum: '2002-02-03' })).toEqual([]);
    expect(await find({ geboortedatum: '2002-02-02' })).toEqual([]);
    expect(await find({ number: '' })).toEqual([]);
    const { version } = await world.call('leerlingen.get', { id: leerlingId });
    await world.call('bin.put', { kind: 'leerling', id: leerlingId, version });
    expect(await find(byName)).toMatchObject([{ leerlingId, inBin: true }]);
  });

  it('proposes without changing anything', async () => {
    const proposal = await world.call('enrolment.propose', {
      geboortedatum: '2005-05-05',
      firstDay: '2009-08-24',
      firstSchoolDay: '2009-08-24',
      verzorgers: [{ opleiding: '1', geboorteland: '5022' }],
    });
    expect(proposal).toMatchObject({
      datumInschrijving: { value: '2009-08-01' },
      nnca: { value: '2' },
      gewicht: [{ codeGewichtenregeling: '2', begindatum: '2009-08-01', value: '1,20' }],
      objections: [],
    });
  });
});

describe('what is kept is not asked', () => {
  it('the first and last school day of a school year that was entered', async () => {
    const days = { schooljaar: '2009-2010', firstDay: '2009-08-24', lastDay: '2010-07-02', holidays: [] };
    await world.call('schoolYears.save', days);
    expect(await world.call('enrolment.propose', { firstDay: '2009-08-24' })).toMatchObject({
      datumInschrijving: { value: '2009-08-01' },
      known: { firstSchoolDay: '2009-08-24', verzorgers: 0 },
    });
    const { inschrijvingId } = await addPupil(world, testPersons.hera);
    expect(await world.call('enrolment.proposeEnd', { inschrijvingId, lastDay: '2010-07-02' })).toMatchObject({
      datumUitschrijving: { value: '2010-07-31' },
      lastSchoolDay: '2010-07-02',
    });
  });

  it('the verzorgers on the card: those with parental authority, when somebody is marked so', async () => {
    const { leerlingId } = await addPupil(world, testPersons.hera);
    const facts = { leerlingId, geboortedatum: '2001-12-31', datumInschrijving: '2009-08-01' };
    const add = (gegevens: object, gezagsdrager?: string) =>
      world.call('gezin.saveVerzorger', {
        leerlingId,
        verzorger: { gegevens },
        link: { gegevens: gezagsdrager ? { gezagsdrager } : {} },
      });
    await add({ achternaam: 'Opa', opleiding: '1', geboorteland: '5022' });
    expect(await world.call('enrolment.propose', facts)).toMatchObject({
      nnca: { value: '2' },
      gewicht: [{ value: '1,20' }],
      known: { verzorgers: 1 },
    });
    await add({ achternaam: 'Jager', opleiding: '2', geboorteland: '6030' }, 'true');
    expect(await world.call('enrolment.propose', facts)).toMatchObject({
      nnca: { value: '1' },
      gewicht: [{ value: '0,30' }],
      known: { verzorgers: 1 },
    });
  });
});

describe('uitschrijven', () => {
  it('keeps reason and destination, adds advies and eindtoets, and is undone by reopening', async () => {
    const gegevens = correctInschrijving({ leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '8', groep: '8' }] });
    const { leerlingId, inschrijvingId } = await addPupil(world, testPersons.hera, gegevens);
    expect(await world.call('enrolment.proposeEnd', { inschrijvingId, lastDay: '2009-11-13' })).toMatchObject({
      datumUitschrijving: { value: '2009-11-13' },
      highestLeerjaar: true,
    });
    const eindtoets = [{ datumEindtoets: '2009-10-01', codeEindtoets: '1', uitslagEindtoets: '540' }];
    const outcome = await world.call('enrolment.end', {
      inschrijvingId,
      version: 1,
      ...ended,
      adviesVo: '60',
      eindtoets,
    });
    expect(outcome).toMatchObject({ version: 2, findings: [], deliverBy: '2009-11-16' });
    expect((await latest(leerlingId)).gegevens).toMatchObject({ ...ended, adviesVo: '60', eindtoets });
    await world.call('enrolment.reopen', { inschrijvingId, version: 2 });
    expect((await latest(leerlingId)).gegevens).toEqual({ ...gegevens, adviesVo: '60', eindtoets });
    expect(await world.fail('enrolment.reopen', { inschrijvingId, version: 3 })).toMatchObject({
      code: 'inschrijving-running',
    });
  });

  it('moves the datum uitschrijving for the message of the new school, and says why not', async () => {
    const { leerlingId, inschrijvingId } = await addPupil(world, testPersons.hera);
    await world.call('enrolment.end', { inschrijvingId, version: 1, ...ended });
    const late = { inschrijvingId, version: 2, newStart: '2009-11-30', receivedOn: '2009-12-20' };
    expect(await world.fail('enrolment.moveEnd', late)).toMatchObject({
      code: 'uitschrijving-stays',
      message: expect.stringContaining('meer dan vier weken'),
    });
    await world.call('enrolment.moveEnd', { ...late, receivedOn: '2009-12-01' });
    expect((await latest(leerlingId)).gegevens.datumUitschrijving).toBe('2009-11-29');
  });

  it('cannot be undone once the pupil has come back', async () => {
    const { leerlingId, inschrijvingId } = await addPupil(world, testPersons.hera);
    await world.call('enrolment.end', { inschrijvingId, version: 1, datumUitschrijving: '2009-10-02' });
    const gegevens = correctInschrijving({ datumInschrijving: '2009-11-02' });
    await world.call('leerlingen.saveInschrijving', { leerlingId, gegevens });
    expect(await world.fail('enrolment.reopen', { inschrijvingId, version: 2 })).toMatchObject({
      code: 'inschrijving-overlaps',
      message: expect.stringContaining('2-11-2009'),
    });
  });

  it('tells the second of two editors', async () => {
    const { inschrijvingId } = await addPupil(world, testPersons.hera);
    await world.call('enrolment.end', { inschrijvingId, version: 1, ...ended });
    const second = { inschrijvingId, version: 1 };
    for (const attempt of [
      world.fail('enrolment.end', { ...second, datumUitschrijving: '2009-11-20' }),
      world.fail('enrolment.reopen', second),
      world.fail('enrolment.correctStart', { ...second, datumInschrijving: '2009-09-01' }),
    ])
      expect(await attempt).toMatchObject({ code: 'changed-elsewhere' });
  });

  it('warns of pupils who turn 14 this school year and have not been given a last day', async () => {
    await addPupil(world, { ...testPersons.odin, geboortedatum: '1996-07-31' });
    await addPupil(world, { ...testPersons.zeus, geboortedatum: '1996-08-01' });
    const gone = correctInschrijving({ datumUitschrijving: '2010-07-31' });
    await addPupil(world, { ...testPersons.remi, geboortedatum: '1995-12-01' }, gone);
    expect(await world.call('enrolment.leaving', {})).toMatchObject({
      lastDay: '2010-07-31',
      rows: [{ naam: 'Noord, Odin', geboortedatum: '1996-07-31' }],
    });
  });
});

describe('correcting a datum inschrijving', () => {
  it('takes the first periods along, and says which were over by then', async () => {
    const periods = [
      { begindatum: '2009-08-01', leerjaar: '3', groep: '3a' },
      { begindatum: '2009-09-14', leerjaar: '3', groep: '3b' },
    ];
    const { leerlingId, inschrijvingId } = await addPupil(
      world,
      testPersons.hera,
      correctInschrijving({ leerjaarGroep: periods }),
    );
    const corrected = { inschrijvingId, version: 1, datumInschrijving: '2009-10-05' };
    expect(await world.call('enrolment.correctStart', corrected)).toMatchObject({ dropped: 1, findings: [] });
    const { gegevens } = await latest(leerlingId);
    expect(gegevens.leerjaarGroep).toEqual([{ begindatum: '2009-10-05', leerjaar: '3', groep: '3b' }]);
    expect(gegevens.vestiging[0]?.begindatum).toBe('2009-10-05');
  });
});

it('what BRON knows, or may know, gets no other datum inschrijving and is not thrown away; what it refused is', async () => {
  const line = await startConnected();
  try {
    const { leerlingId, inschrijvingId } = await addPupil(line.world, testPersons.hera);
    const refused = await addPupil(line.world, { ...testPersons.zeus, geslacht: 'V' });
    await line.world.call('exchange.send', {});
    const corrected = { inschrijvingId, version: 1, datumInschrijving: '2009-09-01' };
    const thrown = { kind: 'leerling', id: leerlingId, version: 1 } as const;
    for (const under of ['way', 'registered']) {
      expect(await line.world.fail('enrolment.correctStart', corrected), under).toMatchObject({
        code: 'inschrijving-known',
      });
      expect(await line.world.fail('bin.put', thrown), under).toMatchObject({
        code: 'inschrijving-in-bron',
        remedy: expect.stringContaining('verwijderen'),
      });
      advance(line, 31);
      await line.world.call('exchange.requestTerugkoppelingen', {});
    }
    await line.world.call('bin.put', { kind: 'inschrijving', id: refused.inschrijvingId, version: 1 });
    expect(await line.world.call('terugkoppelingen.work', {})).toMatchObject({ total: 0 });
    const item = { kind: 'inschrijving', id: refused.inschrijvingId } as const;
    await line.world.call('bin.destroy', { ...item, confirmed: true });
    expect(await line.world.fail('bin.restore', item)).toMatchObject({ code: 'not-found' });
  } finally {
    await line.close();
  }
});
