import { readFileSync, writeFileSync } from 'node:fs';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import type { Candidate } from '../../shared/domain/import/candidate.ts';
import { lackingOf } from '../../shared/domain/import/lacking.ts';
import { isValidBsn } from '../../shared/domain/pgn.ts';
import type { BrpPerson } from '../../tests/mock-bron/registers/brp.ts';
import { defaultFiles } from '../../tests/mock-bron/registers/files.ts';
import type { MockBron } from '../../tests/mock-bron/server.ts';
import type { DemoFile } from './edexml.mts';

const SOURCE =
  'Made by "npm run demo -- --edexml": what the mock BRON needs to know to exchange the pupils of the file.';

const citizen = (persoon: Persoonsgegevens): BrpPerson => ({
  bsn: persoon.burgerservicenummer ?? '',
  geslachtsnaam: persoon.achternaam ?? '',
  geboortedatum: persoon.geboortedatum ?? '',
  geslacht: persoon.geslacht as BrpPerson['geslacht'],
  ...(persoon.voorvoegsel ? { voorvoegsel: persoon.voorvoegsel } : {}),
  ...((persoon.voornamen ?? persoon.roepnaam) ? { voornamen: persoon.voornamen ?? persoon.roepnaam } : {}),
  ...(persoon.geboorteland ? { geboorteland: persoon.geboorteland } : {}),
  ...(persoon.postcode ? { adressen: [{ postcode: persoon.postcode }] } : {}),
});

/** Pupils that nothing is lacking of: only those can be in a register. */
const complete = (candidates: readonly Candidate[]): Persoonsgegevens[] =>
  candidates.map(({ persoon }) => persoon).filter((persoon) => lackingOf(persoon).length === 0);

/** Writes the BRP with the pupils of the file. */
export function writeBrp(path: string, candidates: readonly Candidate[]): void {
  const persons = complete(candidates)
    .filter(({ burgerservicenummer }) => isValidBsn(burgerservicenummer ?? ''))
    .map(citizen);
  writeFileSync(path, JSON.stringify({ source: SOURCE, persons }));
}

/** Writes the BRIN register with the school of the file and its vestigingen beside the schools of the mock. */
export function writeBrin(path: string, { school }: DemoFile): void {
  const { schools } = JSON.parse(readFileSync(defaultFiles.brin, 'utf8')) as { schools: { brinnummer: string }[] };
  const own = {
    brinnummer: school.brinnummer,
    naam: school.naam,
    plaats: 'Oefenstad',
    soort: school.soort,
    vestigingen: school.vestigingen.map(({ volgnummer }) => ({ volgnummer })),
    aanleverpunten: [school.aanleverpunt],
  };
  const others = schools.filter(({ brinnummer }) => brinnummer !== school.brinnummer);
  writeFileSync(path, JSON.stringify({ source: SOURCE, schools: [own, ...others] }));
}

/** Has BRON know the pupils with an onderwijsnummer: it gave that out itself, before the demo begins. */
export function knowPersons(mock: MockBron, candidates: readonly Candidate[]): void {
  for (const persoon of complete(candidates)) {
    const { burgerservicenummer = '', onderwijsnummer, geboortedatum = '', geslacht = '' } = persoon;
    if (onderwijsnummer === undefined || isValidBsn(burgerservicenummer)) continue;
    const { achternaam, voorvoegsel, voornamen = persoon.roepnaam } = persoon;
    mock.knowPerson({
      onderwijsnummer,
      geboortedatum,
      geslacht,
      ...(achternaam ? { achternaam } : {}),
      ...(voorvoegsel ? { voorvoegsel } : {}),
      ...(voornamen ? { voornamen } : {}),
    });
  }
}
