import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersoonMetPgn, PersoonZonderPgn } from '../../shared/pve/berichten/content.ts';
import type { Message } from '../../shared/pve/berichten/messages.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

let world: MockWorld;
let school: TestSchool;
let polls: number;

beforeEach(async () => {
  world = await createMockWorld();
  school = await world.school();
  polls = 0;
});
afterEach(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const inDenHaag = { postcode: '2548AE', straatnaam: 'Leyweg', huisnummer: '7' };
const inBelgie = { land: '5010', adresregelBuitenland1: 'Rue de la Loi 1' };
const iris: PersoonZonderPgn = {
  geboortedatum: '2001-05-00',
  geslacht: 'V',
  achternaam: 'Verzonnen',
  voornamen: 'Iris Anna',
};

const fetch = () => {
  polls += 1;
  return school.poll(String(polls));
};
async function meld(id: string, person: PersoonZonderPgn | PersoonMetPgn): Promise<Message<10>> {
  const { persoonMetPgn: _, ...rest } = correctMelding(id, pupils.hera);
  const persoon =
    'achternaam' in person ? { persoonZonderPgn: [person] } : { persoonMetPgn: [person as PersoonMetPgn] };
  await school.meld({ ...rest, ...persoon });
  const bundle = await fetch();
  expect(bundle.terugkoppelingAfkeuring).toBeUndefined();
  return bundle.meldingInschrijvingAntwoord?.[0] ?? {};
}
const codesOf = ({ signaal }: Message<10>) => signaal?.map(({ signaalcode }) => signaalcode) ?? [];
const personOf = ({ persoon }: Message<10>) => persoon?.[0] ?? {};

/** Starts the mock again with these persons in its BRP. */
async function withBrp(...persons: object[]) {
  const file = join(world.folder, 'brp.json');
  writeFileSync(file, JSON.stringify({ source: 'test', persons }));
  await world.restart({ brp: [file] });
  school = await world.school();
}
const citizen = (bsn: string, changes: object = {}) => ({
  bsn,
  geslachtsnaam: 'Verzonnen',
  voornamen: 'Iris Anna',
  geboortedatum: '2001-05-00',
  geslacht: 'V',
  adressen: [{ straatnaam: 'Leyweg', huisnummer: '7', postcode: '2548AE' }],
  ...changes,
});

describe('a pupil without PGN who is not in the BRP (PvE 4.2.7)', () => {
  it.each([
    ['in the Netherlands', inDenHaag, { postcode: '2548AE' }],
    ['abroad', inBelgie, { land: '5010' }],
    ['of whom the address is unknown', { land: '6030' }, { land: '6030' }],
  ])('%s: 757 gives an onderwijsnummer, 756 finds it again, and with it he is known', async (_, address, back) => {
    const first = await meld('M1', { ...iris, ...address, leerlingnummer: '4711' });
    expect(codesOf(first)).toEqual(['757']);
    const { onderwijsnummer = '', ...person } = personOf(first);
    expect(person).toEqual({ leerlingnummer: '4711', geboortedatum: '2001-05-00', geslacht: 'V', ...back });
    // The birth date may be richer, the first names shorter.
    const second = await meld('M2', { ...iris, ...address, geboortedatum: '2001-05-00', voornamen: 'I' });
    expect(codesOf(second)).toEqual(['756']);
    expect(personOf(second).onderwijsnummer).toBe(onderwijsnummer);
    const third = await meld('M3', { onderwijsnummer, geboortedatum: '2001-05-09', geslacht: 'V', ...back });
    expect(codesOf(third)).toEqual([]);
    expect(world.mock.register('99ZZ')).toMatchObject([{ onderwijsnummer, version: 3 }]);
  });

  it('gives another number to another pupil', async () => {
    const numbers: (string | undefined)[] = [];
    for (const [index, voornamen] of ['Iris', 'Jan', 'Kees'].entries()) {
      numbers.push(personOf(await meld(`M${index}`, { ...iris, ...inDenHaag, voornamen })).onderwijsnummer);
    }
    expect(new Set(numbers).size).toBe(3);
  });
});

describe('a pupil without BSN who is in the BRP', () => {
  it('755 gives the BSN, by name without diacritics and first letter', async () => {
    await withBrp(citizen('999990019', { geslachtsnaam: 'Verzónnen' }));
    const answer = await meld('M1', { ...iris, ...inDenHaag, geboortedatum: '2001-05-17', voornamen: 'Ira' });
    expect(codesOf(answer)).toEqual(['755']);
    expect(personOf(answer)).toMatchObject({ burgerservicenummer: '999990019', achternaam: 'Verzónnen' });
  });

  it('two of one name are told apart by postcode and huisnummer, and not at all without', async () => {
    const other = { adressen: [{ straatnaam: 'Leyweg', huisnummer: '9', postcode: '2548AE' }] };
    await withBrp(citizen('999990019'), citizen('999990020', other));
    const second = await meld('M1', { ...iris, ...inDenHaag, huisnummer: '9' });
    expect(personOf(second).burgerservicenummer).toBe('999990020');
    const nobody = await meld('M2', { ...iris, ...inDenHaag, huisnummer: '11' });
    expect(codesOf(nobody)).toEqual(['757']);
  });

  it('755 joins what BRON had under an onderwijsnummer with the BSN that was found, address included', async () => {
    const { onderwijsnummer = '' } = personOf(await meld('M1', { ...iris, ...inBelgie }));
    await withBrp(citizen('999990019'));
    const key = { geboortedatum: '2001-05-00', geslacht: 'V' };
    const answer = await meld('M2', { onderwijsnummer, ...key, postcode: '2548AE' });
    expect(codesOf(answer)).toContain('755');
    expect(personOf(answer)).toMatchObject({ burgerservicenummer: '999990019', postcode: '2548AE' });
    expect(world.mock.register('99ZZ')).toMatchObject([{ burgerservicenummer: '999990019', version: 2 }]);
    await school.ask({ berichtidentificatie: 'V1', selectiegegevens: [{ peildatum: '2009-11-02' }] });
    const [registered, ...others] = (await fetch()).terugkoppelingRegistratieoverzicht?.[0]?.persoon ?? [];
    expect(others).toEqual([]);
    expect(registered).toMatchObject({ burgerservicenummer: '999990019', postcode: '2548AE' });
  });
});

it('the addresses by the BRP are those that held during the inschrijving (PvE 5.6.10)', async () => {
  const adres = (postcode: string, datumIngang?: string) => ({ postcode, huisnummer: '7', datumIngang });
  const adressen = [
    adres('1011AA'),
    adres('2548AE', '2009-08-00'),
    adres('2548AF', '2009-10-02'),
    adres('2548AG', '2011-00-00'),
  ];
  await withBrp(citizen('999990019', { adressen }));
  const persoon = { burgerservicenummer: '999990019', geboortedatum: '2001-05-00', geslacht: 'V', postcode: '2548AE' };
  const postcodes = async (id: string, datumUitschrijving?: string) => {
    await school.meld(correctMelding(id, persoon, datumUitschrijving ? { datumUitschrijving } : {}));
    return personOf((await fetch()).meldingInschrijvingAntwoord?.[0] ?? {}).adres?.map(
      ({ postcodeBrp }) => postcodeBrp,
    );
  };
  expect(await postcodes('M1')).toEqual(['2548AE', '2548AF', '2548AG']);
  expect(await postcodes('M2', '2009-10-02')).toEqual(['2548AE', '2548AF']);
  expect(await postcodes('M3', '2009-10-01')).toEqual(['2548AE']);
});
