import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/api/contract.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { createAdministration, creation, startTestLas, type TestLas } from '../support/administration.ts';
import { addPupil, correctInschrijving, correctWec, testPersons } from '../support/pupils.ts';

let world: TestLas;
beforeEach(async () => {
  world = await startTestLas({ clock: createFixedClock(new Date('2009-11-02T08:00:00Z')) });
});
afterEach(() => world.close());

const begin = (soort: 'BAO' | 'SO' = 'BAO') =>
  createAdministration(world, { ...creation, school: { ...creation.school, soort } });
const get = () => world.call('aansluiting.get', {});
const note = (document: Input<'aansluiting.noteDocument'>) => world.call('aansluiting.noteDocument', document);
const setDay = (day: string) => world.clock.set(new Date(`${day}T08:00:00Z`));
const person = { naam: 'A. Ministratie', telefoonnummer: '0101234567', email: 'administratie@school.example' };
const adres = { straatnaam: 'Dorpsstraat', huisnummer: '1', postcode: '1234AB', plaats: 'Ons Dorp' };
const contact: Input<'aansluiting.saveContact'> = {
  hoofdvestiging: { brinnummer: '99ZZ', vestigingsvolgnummer: '00', naam: 'De Proef', adres, gemachtigde: person },
  aanleverpunten: [{ aanleverpunt: '00', las: 'Bronwijs 0.0.0', adres, contactpersoon: person }],
  relatiebeheerder: { naam: '', telefoonnummer: '', email: '' },
};

/** Does steps 1 to 7 for a start on 7-12-2009. */
async function prepare(): Promise<void> {
  const receivedOn = '2009-11-02';
  await note({ kind: 'vooraankondiging1', receivedOn, start: '2009-12-07' });
  for (const kind of ['brochure', 'stappenplan', 'handboek'] as const) await note({ kind, receivedOn });
  await world.call('aansluiting.saveContact', contact);
  for (const part of ['akkoordverklaring', 'contactChecked', 'newest', 'ports', 'contactRechecked'] as const)
    await world.call('aansluiting.tick', { part, on: receivedOn });
  await note({ kind: 'vooraankondiging2', receivedOn, start: '2009-12-07' });
  await world.call('aansluiting.reportAantallen', { reportedOn: receivedOn, leerlingen: 0, ambulant: 0 });
}

describe('the path', () => {
  it('C-13: documents are kept with their day, and can be taken back', async () => {
    await begin();
    const { id } = await note({ kind: 'brochure', receivedOn: '2009-10-30' });
    await note({ kind: 'vooraankondiging1', receivedOn: '2009-10-29', start: '2009-12-07' });
    expect((await get()).documents).toEqual([
      { id: id + 1, kind: 'vooraankondiging1', receivedOn: '2009-10-29', start: '2009-12-07' },
      { id, kind: 'brochure', receivedOn: '2009-10-30' },
    ]);
    expect((await get()).plan).toMatchObject({ plannedWeek: '2009-12-07', state: 'voorbereiding', current: 1 });
    await world.call('aansluiting.removeDocument', { id });
    expect((await get()).documents.map(({ kind }) => kind)).toEqual(['vooraankondiging1']);
    expect((await world.fail('aansluiting.removeDocument', { id })).code).toBe('changed-elsewhere');
  });
  it('a document that has not come yet is refused, and so is one without its date', async () => {
    await begin();
    const refused = async (document: Input<'aansluiting.noteDocument'>) =>
      (await world.fail('aansluiting.noteDocument', document)).code;
    expect(await refused({ kind: 'brochure', receivedOn: '2009-11-03' })).toBe('aansluiting-future');
    expect(await refused({ kind: 'vooraankondiging1', receivedOn: '2009-11-02' })).toBe('aansluiting-start-missing');
    expect(await refused({ kind: 'afronding', receivedOn: '2009-11-02' })).toBe('aansluiting-ending-missing');
  });
  it('C-14: a start of more than two weeks from the planned week is refused, with what to do', async () => {
    await begin();
    await note({ kind: 'vooraankondiging1', receivedOn: '2009-11-02', start: '2009-12-09' });
    const failure = await world.fail('aansluiting.noteDocument', {
      kind: 'vooraankondiging2',
      receivedOn: '2009-11-02',
      start: '2009-12-28',
    });
    expect(failure.code).toBe('aansluiting-start-far');
    expect(failure.message).toContain('28-12-2009');
    await note({ kind: 'vooraankondiging2', receivedOn: '2009-11-02', start: '2009-12-27' });
    expect((await get()).plan).toMatchObject({ start: '2009-12-27', startTooFar: false });
  });
  it('C-07: the wachtwoordbrief waits until steps 1 to 7 are done, and the refusal names those that are not', async () => {
    await begin();
    const letter = { kind: 'wachtwoordbrief', receivedOn: '2009-11-02', gebruikersnaam: '99ZZ00-123456' } as const;
    const failure = await world.fail('aansluiting.noteDocument', letter);
    expect([failure.code, failure.message]).toEqual([
      'aansluiting-gate',
      'De voorbereiding is nog niet af: de stappen 1, 2, 3, 4, 5, 6, 7.',
    ]);
    await prepare();
    expect((await get()).plan).toMatchObject({ prepared: true, current: 8 });
    const { gebruikersnaam: _, ...nameless } = letter;
    expect((await world.fail('aansluiting.noteDocument', nameless)).code).toBe('aansluiting-user-name-missing');
    await note(letter);
    expect((await get()).plan).toMatchObject({ state: 'aansluiting', letterOn: '2009-11-02', week: 1, weeksLeft: 10 });
  });
  it('C-06: the ten werkweken are those of the own holidays', async () => {
    await begin();
    await prepare();
    await note({ kind: 'wachtwoordbrief', receivedOn: '2009-11-02', gebruikersnaam: '99ZZ00-123456' });
    const end = async () => (await get()).plan.weeks.at(-1)?.last;
    expect([await end(), (await get()).calendarEntered]).toEqual(['2010-01-08', false]);
    await world.call('schoolYears.save', {
      schooljaar: '2009-2010',
      holidays: [{ naam: 'Kerstvakantie', first: '2009-12-19', last: '2010-01-03' }],
    });
    expect([await end(), (await get()).calendarEntered]).toEqual(['2010-01-22', true]);
  });
  it('C-66: what the program knows cannot be ticked by a person', async () => {
    await begin();
    const failure = await world.fail('aansluiting.tick', { part: 'test', on: '2009-11-02' });
    expect(failure.code).toBe('aansluiting-not-yours');
    expect((await world.fail('aansluiting.tick', { part: 'gtb', on: '2009-11-03' })).code).toBe('aansluiting-future');
  });
  it('C-08: the plan van aanpak keeps who does what and when, beside what was ticked', async () => {
    await begin();
    await world.call('aansluiting.tick', { part: 'newest', on: '2009-11-01' });
    await world.call('aansluiting.saveTask', { part: 'newest', owner: 'A. Ministratie', due: '2009-11-20' });
    const task = async () => (await get()).tasks.find(({ part }) => part === 'newest');
    expect(await task()).toEqual({
      part: 'newest',
      owner: 'A. Ministratie',
      due: '2009-11-20',
      doneBy: 'Secretaresse',
    });
    expect((await get()).plan.steps[2]?.parts[1]).toEqual({ key: 'newest', doneOn: '2009-11-01' });
    await world.call('aansluiting.tick', { part: 'newest', on: null });
    await world.call('aansluiting.saveTask', { part: 'newest', owner: '', due: '' });
    expect(await task()).toEqual({ part: 'newest' });
  });
  it('a clock that was set back gives no time back', async () => {
    await begin();
    await prepare();
    setDay('2009-10-01');
    expect((await get()).plan).toMatchObject({ clockSetBack: true, day: '2009-11-02' });
  });
});

describe('contactgegevens', () => {
  it('C-15, C-16, C-18, C-19: hoofdvestiging and aanleverpunten, proposed from what the administration knows', async () => {
    await begin();
    const proposed = await world.call('aansluiting.contact', {});
    expect(proposed.complete).toBe(false);
    expect(proposed.contact).toMatchObject({
      hoofdvestiging: {
        brinnummer: '99ZZ',
        vestigingsvolgnummer: '00',
        naam: 'Basisschool De Proef',
        gemachtigde: person,
      },
      aanleverpunten: [{ aanleverpunt: '00', las: 'Bronwijs 0.0.0', contactpersoon: person }],
    });
    const second = { ...contact.aanleverpunten[0]!, aanleverpunt: '01' };
    const two = { ...contact, aanleverpunten: [...contact.aanleverpunten, second] };
    await world.call('aansluiting.saveContact', two);
    expect(await world.call('aansluiting.contact', {})).toEqual({ contact: two, complete: true });
    expect((await world.fail('aansluiting.saveContact', { ...contact, aanleverpunten: [second] })).code).toBe(
      'aansluiting-own-point',
    );
  });
  it('C-20: gemachtigde and contactpersoon are those of the settings, and may be one person', async () => {
    await begin();
    const other = { ...person, naam: 'D. Irecteur' };
    await world.call('aansluiting.saveContact', {
      ...contact,
      hoofdvestiging: { ...contact.hoofdvestiging, gemachtigde: other },
    });
    const { school } = await world.call('settings.get', {});
    expect([school.gemachtigde.naam, school.contactpersoon.naam]).toEqual(['D. Irecteur', 'A. Ministratie']);
    expect((await get()).plan.steps[1]?.parts[0]).toEqual({ key: 'contactgegevens', doneOn: '2009-11-02' });
  });
  it.each([
    ['2009-11-29', true],
    ['2009-11-30', false],
    ['2009-12-01', false],
    ['2009-12-06', false],
    ['2009-12-07', true],
  ])('C-34: before a start on 7-12-2009 they can be changed on %s: %s', async (day, free) => {
    await begin();
    await prepare();
    setDay(day);
    const settings = await world.call('settings.get', {});
    const contactpersoon = { ...settings.school.contactpersoon, naam: 'Ander' };
    const changed = { ...settings, school: { ...settings.school, contactpersoon } };
    if (free) {
      await world.call('aansluiting.saveContact', contact);
      await world.call('settings.save', changed);
    } else {
      expect((await world.fail('aansluiting.saveContact', contact)).code).toBe('aansluiting-frozen');
      expect((await world.fail('settings.save', changed)).code).toBe('aansluiting-frozen');
      await world.call('settings.save', { ...settings, idleMinutes: 20 });
    }
  });
});

describe('aantallen', () => {
  const ab = (begindatum: string) => ({
    begindatum: '2009-08-01',
    onderwijssoortIndicatie: '33',
    brinnummerRec: '98RC',
    cviNummer: '3-01-2009-0001',
    ambulanteBegeleiding: [{ begindatum, brinnummer: '98ZC' }],
  });
  it('C-29: of a WPO school all who are enrolled today, and who of them is ambulant begeleid', async () => {
    await begin();
    await addPupil(world, testPersons.hera, correctInschrijving({ lgfIndicatie: [ab('2009-08-01')] }));
    await addPupil(world, testPersons.zeus, correctInschrijving({ lgfIndicatie: [ab('2009-11-03')] }));
    await addPupil(world, testPersons.remi, correctInschrijving({ datumUitschrijving: '2009-11-01' }));
    await addPupil(world, testPersons.odin, correctInschrijving({ datumInschrijving: '2009-11-03' }));
    expect((await get()).counted).toEqual({ leerlingen: 2, ambulant: 1 });
    setDay('2009-11-03');
    expect((await get()).counted).toEqual({ leerlingen: 3, ambulant: 2 });
  });
  it('C-30: of a WEC school who is taught here, and apart from them who is guided at another school', async () => {
    await begin('SO');
    await addPupil(world, testPersons.hera, correctWec());
    await addPupil(world, testPersons.zeus, correctWec({ indicatiestelling: [ab('2009-08-01')] }));
    await addPupil(world, testPersons.remi, correctWec({ indicatiestelling: [ab('2009-11-03')] }));
    expect((await get()).counted).toEqual({ leerlingen: 1, ambulant: 1 });
    await world.call('aansluiting.reportAantallen', { reportedOn: '2009-11-02', leerlingen: 1, ambulant: 5 });
  });
  it('C-29: more AB than pupils is refused in words', async () => {
    await begin();
    const failure = await world.fail('aansluiting.reportAantallen', {
      reportedOn: '2009-11-02',
      leerlingen: 4,
      ambulant: 5,
    });
    expect([failure.code, failure.field]).toEqual(['aansluiting-ambulant', 'ambulant']);
    expect(failure.message).toContain('(5)');
    expect((await get()).reported).toEqual([]);
  });
  it('C-32: who comes or leaves makes the reported aantallen differ', async () => {
    await begin();
    const { leerlingId, inschrijvingId } = await addPupil(world, testPersons.hera);
    await world.call('aansluiting.reportAantallen', { reportedOn: '2009-11-02', leerlingen: 1, ambulant: 0 });
    expect((await get()).aantallenDiffer).toBe(false);
    await addPupil(world, testPersons.zeus);
    expect((await get()).aantallenDiffer).toBe(true);
    await world.call('aansluiting.reportAantallen', { reportedOn: '2009-11-02', leerlingen: 2, ambulant: 0 });
    expect((await get()).aantallenDiffer).toBe(false);
    const { inschrijvingen } = await world.call('leerlingen.get', { id: leerlingId });
    const one = inschrijvingen.find(({ id }) => id === inschrijvingId)!;
    await world.call('leerlingen.saveInschrijving', {
      id: inschrijvingId,
      version: one.version,
      leerlingId,
      gegevens: { ...one.gegevens, datumUitschrijving: '2009-11-01' },
    });
    expect(await get()).toMatchObject({ aantallenDiffer: true, counted: { leerlingen: 1, ambulant: 0 } });
  });
});
