import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding } from '../mock-bron/testing/meldingen.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

/** What ISO 8859-1 has no character for comes back as what looks most like it (PvE 5.2). */
let world: MockWorld;
let school: TestSchool;

const key = { geboortedatum: '2001-06-07', geslacht: 'V' };
const inDenHaag = { postcode: '2548AE', straatnaam: 'Leyweg', huisnummer: '7' };
const citizen = { ...key, bsn: '999990019', geslachtsnaam: 'Đorđević', voornamen: 'Łucja Şule René' };

beforeEach(async () => {
  world = await createMockWorld();
  const brp = join(world.folder, 'brp.json');
  writeFileSync(brp, JSON.stringify({ source: 'test', persons: [citizen] }));
  await world.restart({ brp: [brp] });
  school = await world.school();
});
afterEach(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const citizenKey = { ...key, burgerservicenummer: citizen.bsn, postcode: '2548AE' };

async function answerTo(achternaam: string, voornamen: string) {
  const { persoonMetPgn: _, ...melding } = correctMelding('M1', key);
  await school.meld({ ...melding, persoonZonderPgn: [{ ...key, achternaam, voornamen, ...inDenHaag }] });
  return (await school.poll('1')).meldingInschrijvingAntwoord?.[0]?.persoon?.[0];
}

it('the name of a groep, in what BRON registered', async () => {
  const leerjaarGroep = [{ begindatum: '2009-08-01', leerjaar: '3', groep: 'łoś é' }];
  await school.meld(correctMelding('M1', citizenKey, { leerjaarGroep }));
  const [told] = (await school.poll('1')).meldingInschrijvingAntwoord ?? [];
  expect(told?.inschrijvingWpo?.[0]?.leerjaarGroep?.[0]?.groep).toBe('los é');
});

it.each([
  ['as the BRP writes it', 'Đorđević', 'Łucja'],
  ['simplified', 'Dordevic', 'Lucja'],
])('a person of the BRP is found by her name %s, and comes back simplified', async (_, achternaam, voornamen) => {
  expect(await answerTo(achternaam, voornamen)).toMatchObject({
    burgerservicenummer: citizen.bsn,
    achternaam: 'Dordevic',
    voornamen: 'Lucja Sule René',
  });
});
