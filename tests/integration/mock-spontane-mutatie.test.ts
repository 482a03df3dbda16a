import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../shared/pve/berichten/messages.ts';
import type { BrpPerson } from '../mock-bron/registers/brp.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding } from '../mock-bron/testing/meldingen.ts';
import { createAnswerCheck } from '../mock-bron/testing/valid.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

const BSN = '999990019';
const OTHER_BSN = '999990020';
const iris: BrpPerson = {
  bsn: BSN,
  geslachtsnaam: 'Verzonnen',
  voornamen: 'Iris',
  geboortedatum: '2001-06-07',
  geslacht: 'V',
  adressen: [
    { straatnaam: 'Oude weg', huisnummer: '1', postcode: '2517JR', datumIngang: '2001-06-07' },
    { straatnaam: 'Leyweg', huisnummer: '7', postcode: '2548AE', datumIngang: '2009-01-01' },
  ],
};
const key = { geboortedatum: '2001-06-07', geslacht: 'V' };
const [, atPresent = {}] = iris.adressen ?? [];

let world: MockWorld;
let polls: number;
let answers: Awaited<ReturnType<typeof createAnswerCheck>>;

beforeAll(async () => {
  answers = await createAnswerCheck();
  world = await createMockWorld();
});
afterAll(async () => {
  answers.dispose();
  await world.close();
});

/** The spontane mutaties that wait for an aanleverpunt. */
async function received(school: TestSchool) {
  polls += 1;
  return (await school.poll(String(polls))).spontaneMutatie ?? [];
}
const enrol = async (school: TestSchool, persoon: Parameters<typeof correctMelding>[1], changes = {}) => {
  const melding = correctMelding(`M${school.header.brinnummer}`, { postcode: '2548AE', ...persoon }, changes);
  expect((await school.meld(melding)).statusMelding).toBe('B');
  world.mock.state();
  await received(school);
};
const codes = (mutatie: Partial<Message<15>> = {}) => (mutatie.signaal ?? []).map(({ signaalcode }) => signaalcode);

beforeEach(() => {
  world.mock.reset();
  world.mock.editions.set({});
  world.mock.replaceRegisters({ brp: { source: 'test', persons: [iris] } });
  polls = 0;
});
afterEach(() => {
  expect(answers.problems(world.mock)).toEqual([]);
  expect(world.errors).toEqual([]);
});

/** What a school of the pupil gets after this change of the BRP. */
async function afterChange(changes: Record<string, unknown>) {
  const school = await world.school();
  await enrol(school, { burgerservicenummer: BSN, ...key });
  world.mock.brp.change(BSN, changes);
  return received(school);
}

describe('a change in the BRP (PvE 5.6.14)', () => {
  it('of the address gives the total situation that falls in the inschrijving', async () => {
    const moved = { straatnaam: 'Nieuwe weg', huisnummer: '2', postcode: '3225VG', datumIngang: '2009-10-30' };
    const [mutatie] = await afterChange({ adressen: [...(iris.adressen ?? []), moved] });
    expect(mutatie?.situatieOud).toBeUndefined();
    expect(mutatie?.situatieNieuw?.[0]).toMatchObject({
      burgerservicenummer: BSN,
      ...key,
      postcode: '2548AE',
      achternaam: 'Verzonnen',
      adres: [{ straatnaam: 'Leyweg' }, { straatnaam: 'Nieuwe weg', datumIngangAdresBrp: '2009-10-30' }],
    });
    expect(codes(mutatie)).toEqual([]);
  });

  it.each([
    ['nationality', { nationaliteiten: [{ nationaliteit: '0001', begindatum: '2009-10-01' }] }],
    ['migration', { migratie: [{ datumVertrekUitNederland: '2009-10-01', landWaarnaarVertrokken: '5010' }] }],
    ['death', { datumOverlijden: '2009-10-31' }],
    ['name', { geslachtsnaam: 'Anders' }],
  ])('of %s is told', async (_, changes) => {
    const [mutatie, ...more] = await afterChange(changes);
    expect(more).toEqual([]);
    expect(mutatie?.situatieNieuw).toHaveLength(1);
    expect(mutatie?.situatieOud).toBeUndefined();
  });

  it.each([
    ['a fusie van gemeenten, another date', { adressen: [{ ...atPresent, datumIngang: '2009-11-01' }] }],
    [
      'a fusie van gemeenten, the address begins anew',
      { adressen: [...(iris.adressen ?? []), { ...atPresent, datumIngang: '2009-11-01' }] },
    ],
    ['an address from before the inschrijving', { adressen: [{ straatnaam: 'Nog ouder' }, atPresent] }],
    ['nothing', { geslachtsnaam: 'Verzonnen' }],
  ])('is not told: %s', async (_, changes) => {
    expect(await afterChange(changes)).toEqual([]);
  });

  it('an indicatie geheim hides the address (956); its end shows the address without a signaal', async () => {
    const school = await world.school();
    await enrol(school, { burgerservicenummer: BSN, ...key });
    world.mock.brp.change(BSN, { geheim: true });
    const [hidden] = await received(school);
    expect(codes(hidden)).toEqual(['956']);
    expect(hidden?.situatieNieuw?.[0]?.adres).toBeUndefined();

    const moved = { adressen: [{ straatnaam: 'Geheime weg', postcode: '3225VG', datumIngang: '2009-10-01' }] };
    expect(world.mock.brp.change(BSN, moved)).toEqual([]);
    world.mock.brp.change(BSN, { geheim: null });
    const [shown] = await received(school);
    expect(codes(shown)).toEqual([]);
    expect(shown?.situatieNieuw?.[0]?.adres).toMatchObject([{ straatnaam: 'Geheime weg' }]);
  });

  it.each([
    ['2006-06-07', '351'],
    ['2009-08-01', '350'],
  ])('a geboortedatum %s gives the old and new sleutelgegevens and %s', async (geboortedatum, code) => {
    const [mutatie] = await afterChange({ geboortedatum });
    expect(mutatie?.situatieOud).toEqual([{ burgerservicenummer: BSN, ...key }]);
    expect(mutatie?.situatieNieuw).toEqual([
      { burgerservicenummer: BSN, geboortedatum, geslacht: 'V', postcode: '2548AE' },
    ]);
    expect(codes(mutatie)).toContain(code);
  });

  it('another burgerservicenummer is one that meldingen go on with', async () => {
    const [mutatie] = await afterChange({ bsn: OTHER_BSN });
    expect(mutatie?.situatieOud).toEqual([{ burgerservicenummer: BSN, ...key }]);
    expect(mutatie?.situatieNieuw?.[0]).toMatchObject({ burgerservicenummer: OTHER_BSN });
    expect(world.mock.register('99ZZ')).toMatchObject([{ burgerservicenummer: OTHER_BSN }]);
  });

  it('stays after a restart, and goes with a reset', async () => {
    await afterChange({ geslachtsnaam: 'Anders' });
    await world.restart();
    expect(world.mock.brp.person(BSN)?.geslachtsnaam).toBe('Anders');
    world.mock.reset();
    expect(world.mock.brp.person(BSN)?.geslachtsnaam).not.toBe('Anders');
  });
});

describe('to whom it goes', () => {
  it.each([
    ['2014-12', ['00', '01']],
    ['2015-11', ['01']],
  ] as const)('in the edition of %s to the aanleverpunten %j', async (edition, points) => {
    world.mock.editions.set({ every: edition });
    await enrol(await world.school('99ZZ', '01'), { burgerservicenummer: BSN, ...key });
    const told = world.mock.brp.change(BSN, { datumOverlijden: '2009-10-31' });
    expect(told).toEqual(points.map((aanleverpunt) => ({ brinnummer: '99ZZ', aanleverpunt })));
  });

  it('in the edition of 2015-11 to all aanleverpunten when the one that delivered is not active any more', async () => {
    world.mock.editions.set({ every: '2015-11' });
    await enrol(await world.school('99ZZ', '02'), { burgerservicenummer: BSN, ...key });
    const aanleverpunten = (geslachtsnaam: string) =>
      world.mock.brp.change(BSN, { geslachtsnaam }).map(({ aanleverpunt }) => aanleverpunt);
    expect(aanleverpunten('Anders')).toEqual(['02']);
    world.mock.revokeCertificate('99ZZ', '02');
    expect(aanleverpunten('Nogmaals')).toEqual(['00', '01']);
  });

  it('to every school where the pupil is enrolled, not where the inschrijving ended before this school year', async () => {
    await enrol(await world.school('98AA'), { burgerservicenummer: BSN, ...key });
    const gone = { datumInschrijving: '2008-08-01', datumUitschrijving: '2009-07-31' };
    await enrol(await world.school('98AB'), { burgerservicenummer: BSN, ...key }, gone);
    expect(world.mock.brp.change(BSN, { geslachtsnaam: 'Anders' })).toEqual([
      { brinnummer: '98AA', aanleverpunt: '00' },
    ]);
  });
});

describe('a PGN that changes (PvE 5.6.14)', () => {
  const withNumber = { onderwijsnummer: '100000041', ...key, achternaam: 'Nieuweling', voornamen: 'Noa' };
  const noa: BrpPerson = { bsn: OTHER_BSN, geslachtsnaam: 'Nieuweling', voornamen: 'Noa', ...key, geslacht: 'V' };

  it('somebody who comes into the BRP is found: 755 with the gegevens of the BRP', async () => {
    world.mock.knowPerson(withNumber);
    const school = await world.school();
    await enrol(school, { onderwijsnummer: withNumber.onderwijsnummer, ...key });
    world.mock.brp.put(OTHER_BSN, { ...noa, adressen: iris.adressen });
    const [mutatie] = await received(school);
    expect(codes(mutatie)).toEqual(['755']);
    expect(mutatie?.situatieOud).toEqual([{ onderwijsnummer: withNumber.onderwijsnummer, ...key }]);
    expect(mutatie?.situatieNieuw?.[0]).toMatchObject({ burgerservicenummer: OTHER_BSN, achternaam: 'Nieuweling' });
    // The present ones, not all that was registered.
    expect(mutatie?.situatieNieuw?.[0]?.adres).toMatchObject([{ straatnaam: 'Leyweg' }]);
  });

  it('a BSN that becomes unreliable gives way to the onderwijsnummer: 756', async () => {
    world.mock.replaceRegisters({ brp: { source: 'test', persons: [noa] } });
    world.mock.knowPerson({ ...withNumber, burgerservicenummer: OTHER_BSN });
    const school = await world.school();
    await enrol(school, { burgerservicenummer: OTHER_BSN, ...key });
    world.mock.brp.change(OTHER_BSN, { unreliable: true });
    const [mutatie] = await received(school);
    expect(codes(mutatie)).toEqual(['756']);
    expect(mutatie?.situatieNieuw?.[0]).toMatchObject({ onderwijsnummer: withNumber.onderwijsnummer });
  });

  it('a wijziging sleutelgegevens of one school is told to the others, not to itself', async () => {
    world.mock.knowPerson(withNumber);
    const [one, other] = [await world.school('99ZZ'), await world.school('98AA')];
    const persoon = { onderwijsnummer: withNumber.onderwijsnummer, ...key };
    await enrol(one, persoon);
    await enrol(other, persoon);
    world.mock.replaceRegisters({ brp: { source: 'test', persons: [noa] } });
    const wijziging = { situatieOud: [persoon], situatieNieuw: [{ burgerservicenummer: OTHER_BSN, ...key }] };
    await one.send(2, { berichtidentificatie: 'W1', ...wijziging });
    world.mock.state();
    expect(await received(one)).toEqual([]);
    expect((await received(other)).map(codes)).toEqual([['755']]);
  });

  it('a pupil hung under another by DUO', async () => {
    world.mock.knowPerson(withNumber);
    world.mock.knowPerson({ burgerservicenummer: BSN, ...key });
    const school = await world.school();
    await enrol(school, { onderwijsnummer: withNumber.onderwijsnummer, ...key });
    expect(world.mock.rehang(withNumber.onderwijsnummer, BSN)).toHaveLength(2);
    const [mutatie] = await received(school);
    expect(codes(mutatie)).toEqual(['755']);
    expect(mutatie?.situatieNieuw?.[0]).toMatchObject({ burgerservicenummer: BSN, achternaam: 'Verzonnen' });
  });
});
