import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { createPathWorld, gemachtigde, type PathWorld } from '../mock-bron/testing/aansluiting.ts';
import { connect, createAdministration, creation, startTestLas, type TestLas } from '../support/administration.ts';
import { addPupil, changeInschrijving, correctInschrijving, testPersons } from '../support/pupils.ts';

/** The program on its way to BRON, against the mock, when something is not as the Stappenplan has it. The fase starts on 2 November 2009. */
let bron: PathWorld;
let las: TestLas;
const START = '2009-11-02';
const noon = (day: string) => new Date(`${day}T11:00:00Z`);

beforeAll(async () => {
  bron = await createPathWorld();
});
beforeEach(async () => {
  bron.begin('2009-05-04');
  await bron.plan({ plannedWeek: START, start: START, akkoordverklaring: '2009-05-04' });
  las = await startTestLas({ clock: createFixedClock(noon('2009-05-04')) });
  await createAdministration(las);
  await goTo('2009-11-03');
  await connect(las, bron.mock);
});
afterEach(async () => {
  await las.close();
});
afterAll(async () => {
  await bron.close();
  expect(bron.errors).toEqual([]);
});

async function goTo(day: string): Promise<void> {
  await bron.goTo(day);
  las.clock.set(noon(day));
}
/** Sends what is to be sent and asks for the answers, on two days in a row. */
async function exchange(day: string, answersOn: string) {
  await goTo(day);
  await las.call('exchange.send', {});
  await goTo(answersOn);
  return las.call('exchange.requestTerugkoppelingen', {});
}
const told = async (asked: Promise<{ message: string; remedy: string }>) => {
  const { message, remedy } = await asked;
  return `${message} ${remedy}`;
};
const note = (document: Parameters<typeof las.call<'aansluiting.noteDocument'>>[1]) =>
  las.call('aansluiting.noteDocument', document);
/** Gives the reactie on what is shown. */
async function agree() {
  const { gtbs, vergelijkingsoverzicht } = await las.call('tellingen.reactie', {});
  return {
    choice: 'akkoord',
    confirmed: true,
    gtbs: gtbs.map(({ kenmerk }) => kenmerk),
    ...(vergelijkingsoverzicht ? { vergelijkingsoverzicht: vergelijkingsoverzicht.kenmerk } : {}),
  } as const;
}

/** Has Mijn BRON know the gemachtigde of the settings. */
function knowGemachtigde(): void {
  const contact = bron.mock.mijnBron.contact('99ZZ');
  contact.hoofdvestiging.gemachtigde.naam = creation.school.gemachtigde.naam;
  bron.mock.mijnBron.saveContact(gemachtigde, contact);
}

describe('aantallen', () => {
  it('with more ambulant begeleide pupils than pupils are refused here and by BRON, with what to do', async () => {
    await goTo('2009-10-20');
    const more = { leerlingen: 3, ambulant: 4 };
    expect(() => bron.mock.mijnBron.reportAantallen(gemachtigde, more)).toThrow(
      'Er zijn meer ambulant begeleide leerlingen dan leerlingen opgegeven. Bij een WPO-school horen zij bij het totaal: controleer beide aantallen.',
    );
    // The program does not ask BRON what it knows itself.
    expect(await told(las.fail('mijnBron.reportAantallen', more))).toBe(
      'Er kunnen niet meer ambulant begeleide leerlingen (4) zijn dan leerlingen (3): zij horen bij het totaal. Controleer de twee aantallen.',
    );
    expect((await las.call('mijnBron.aantallen', {})).reported).toEqual([]);
    expect(await las.fail('aansluiting.reportAantallen', { reportedOn: '2009-10-20', ...more })).toMatchObject({
      code: 'aansluiting-ambulant',
      field: 'ambulant',
    });
    expect((await las.call('aansluiting.get', {})).reported).toEqual([]);
  });
});

describe('a reactie', () => {
  it('before there is a GTB is told to wait for one', async () => {
    expect((await las.call('mijnBron.fetchGtbs', {})).total).toBe(0);
    expect((await las.call('tellingen.reactie', {})).refused).toMatchObject({ code: 'reactie-without-gtb' });
    const refused = await told(
      las.fail('mijnBron.giveReactie', { choice: 'akkoord', confirmed: true, gtbs: ['GTB-1'] }),
    );
    expect(refused).toContain('Er is nog geen GTB');
    expect((await las.call('tellingen.reactie', {})).given).toEqual([]);
  });

  it('after the ten weeks is refused by BRON in words, and not kept here', async () => {
    await addPupil(las, testPersons.hera);
    expect(await exchange('2009-11-10', '2009-11-11')).toMatchObject({ geregistreerd: 1 });
    await goTo('2009-11-24');
    await las.call('mijnBron.fetchGtbs', {});
    knowGemachtigde();
    const given = await agree();
    bron.mock.mijnBron.sayAbleToExchange(gemachtigde);
    await goTo('2010-03-01');
    expect(await bron.state()).toMatchObject({ voortgang: { state: 'aangesloten' } });
    expect(await told(las.fail('mijnBron.giveReactie', given))).toContain(
      'De fase aansluiting van uw school is voorbij. Neem contact op met de Helpdesk BRON als u nog iets wilt wijzigen.',
    );
    expect((await las.call('tellingen.reactie', {})).given).toEqual([]);
  });
});

describe('a vestiging without pupils', () => {
  it('has a GTB with zeros, counts nothing here, and is part of the reactie', async () => {
    await addPupil(las, testPersons.hera);
    await exchange('2009-11-10', '2009-11-11');
    await goTo('2009-11-24');
    await las.call('mijnBron.fetchGtbs', {});
    const { rows, different } = await las.call('tellingen.count', {
      peildatum: '2009-10-01',
      vestigingsvolgnummer: '01',
    });
    expect(rows.find(({ code }) => code === 'totaal')).toMatchObject({ own: 0, bron: 0, gtb: 0 });
    expect(different).toBe(0);
    const given = await agree();
    expect(given.gtbs).toHaveLength(2);
    expect(await told(las.fail('mijnBron.giveReactie', given))).toContain(
      'In Mijn BRON staat een andere gemachtigde dan hier.',
    );
    knowGemachtigde();
    expect((await las.call('mijnBron.giveReactie', given)).reactie).toMatchObject({ choice: 'akkoord' });
  });
});

describe('a clock that was set back', () => {
  it('here: what BRON made later is refused with where to look, and nothing grows late', async () => {
    await addPupil(las, testPersons.hera);
    await exchange('2009-11-10', '2009-11-11');
    await addPupil(las, testPersons.zeus);
    await bron.goTo('2009-11-24');
    las.clock.set(noon('2009-10-15'));
    expect(await told(las.fail('mijnBron.fetchGtbs', {}))).toContain('Controleer de datum van deze computer');
    expect((await las.call('tellingen.gtbs', {})).gtbs).toEqual([]);
    expect((await las.call('ageing.summary', {})).counts).toEqual({ onTime: 1, soon: 0, late: 0 });
    las.clock.set(noon('2009-11-24'));
    expect((await las.call('mijnBron.fetchGtbs', {})).fetched.length).toBeGreaterThan(0);
  });
});

describe('a school that merges in the middle', () => {
  it('is told so by BRON, exchanges until the last day, and goes no further', async () => {
    const { leerlingId } = await addPupil(las, testPersons.hera);
    await exchange('2009-11-10', '2009-11-11');
    await bron.call('POST', '/aansluitingen/99ZZ/closing', { on: '2009-12-01', into: '98AA' });
    await goTo('2009-12-02');
    expect(await told(las.fail('mijnBron.reportAantallen', { leerlingen: 1, ambulant: 0 }))).toContain(
      'Deze school is opgeheven. Neem contact op met de Helpdesk BRON.',
    );
    expect((await las.call('mijnBron.voortgang', {})).voortgang).toMatchObject({ state: 'closed' });
    await changeInschrijving(las, leerlingId, { datumUitschrijving: '2009-11-30' });
    await addPupil(las, testPersons.zeus, correctInschrijving({ datumInschrijving: '2009-12-02' }));
    expect(await exchange('2009-12-02', '2009-12-03')).toMatchObject({ geregistreerd: 1, afgekeurd: 1 });
    const [refused] = (await las.call('terugkoppelingen.work', {})).rows;
    expect(refused).toMatchObject({ code: '301', leerlingNaam: 'Jager, Zeus de' });
    await note({ kind: 'afronding', receivedOn: '2009-12-02', ending: 'closed' });
    const { plan } = await las.call('aansluiting.get', {});
    expect(plan).toMatchObject({ state: 'closed', deadlines: [] });
    expect(plan).not.toHaveProperty('current');
  });
});
