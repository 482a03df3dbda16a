import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../shared/pve/berichten/messages.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding } from '../mock-bron/testing/meldingen.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

let world: MockWorld;
let school: TestSchool;
let polls: number;
let onderwijsnummer: string;

const key = { geboortedatum: '2001-05-00', geslacht: 'V' };
const iris = { ...key, achternaam: 'Verzonnen', voornamen: 'Iris' };
const inDenHaag = { postcode: '2548AE', straatnaam: 'Leyweg', huisnummer: '7' };
const citizen = {
  bsn: '999990019',
  geslachtsnaam: 'Verzonnen',
  voornamen: 'Iris',
  geboortedatum: '2001-06-07',
  geslacht: 'V',
  adressen: [{ straatnaam: 'Leyweg', huisnummer: '7', postcode: '2517JR' }],
};

const fetch = () => {
  polls += 1;
  return school.poll(String(polls));
};

beforeEach(async () => {
  world = await createMockWorld();
  const brp = join(world.folder, 'brp.json');
  writeFileSync(brp, JSON.stringify({ source: 'test', persons: [citizen] }));
  await world.restart({ brp: [brp] });
  school = await world.school();
  polls = 0;
  const { persoonMetPgn: _, ...melding } = correctMelding('M1', key);
  await school.meld({ ...melding, persoonZonderPgn: [{ ...iris, ...inDenHaag }] });
  onderwijsnummer = (await fetch()).meldingInschrijvingAntwoord?.[0]?.persoon?.[0]?.onderwijsnummer ?? '';
  expect(onderwijsnummer).not.toBe('');
});
afterEach(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

type SituatieNieuw = NonNullable<Message<2>['situatieNieuw']>[number];
async function change(berichtidentificatie: string, nieuw: SituatieNieuw) {
  const situatieOud = [{ onderwijsnummer, ...key }];
  await school.send(2, { berichtidentificatie, situatieOud, situatieNieuw: [{ ...key, ...nieuw }] });
  return (await fetch()).wijzigingSleutelgegevensAntwoord?.[0]?.situatieNieuw?.[0];
}
async function postcodeOn(peildatum: string) {
  await school.ask({ berichtidentificatie: `V${peildatum.replaceAll('-', '')}`, selectiegegevens: [{ peildatum }] });
  return (await fetch()).terugkoppelingRegistratieoverzicht?.[0]?.persoon?.[0]?.postcode;
}

/** What codes mean and when they come stands in `tests/conformance/berichten/wijzigingSleutelgegevens*.json`; here what BRON keeps. */
describe('a wijziging sleutelgegevens (PvE 5.6.2, 5.6.9)', () => {
  it('leaves the inschrijving as it is under the PGN', async () => {
    await change('W1', { geslacht: 'M', postcode: '2548AE' });
    expect(world.mock.register('99ZZ')).toMatchObject([{ onderwijsnummer, burgerservicenummer: null, version: 1 }]);
  });

  it.each([
    ['the BRP finds', {}],
    ['the school gives', { burgerservicenummer: citizen.bsn }],
  ])('hangs the inschrijving under the BSN that %s, with which meldingen go on', async (_, found) => {
    const nieuw = await change('W1', { geboortedatum: '2001-06-07', ...found });
    expect(nieuw).toMatchObject({ burgerservicenummer: citizen.bsn, achternaam: 'Verzonnen' });
    const persoon = { burgerservicenummer: citizen.bsn, geboortedatum: '2001-06-07', geslacht: 'V' };
    await school.meld(correctMelding('M2', { ...persoon, postcode: '2548AE' }));
    expect((await fetch()).terugkoppelingAfkeuring).toBeUndefined();
    expect(world.mock.register('99ZZ')).toMatchObject([{ burgerservicenummer: citizen.bsn, version: 2 }]);
  });

  it('joins the pupil with whom BRON has under the BSN already', async () => {
    world.mock.knowPerson({ burgerservicenummer: citizen.bsn, geboortedatum: '2001-06-07', geslacht: 'V' });
    await change('W1', { geboortedatum: '2001-06-07', burgerservicenummer: citizen.bsn });
    expect(world.mock.register('99ZZ')).toMatchObject([{ burgerservicenummer: citizen.bsn, version: 1 }]);
  });

  it('a new address holds from its datum ingang, also one in the past', async () => {
    await change('W1', { postcode: '2514GL', datumIngangAdreswijziging: '2009-12-01' });
    expect(await postcodeOn('2009-11-30')).toBe('2548AE');
    expect(await postcodeOn('2009-12-01')).toBe('2514GL');
  });
});
