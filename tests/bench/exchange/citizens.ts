import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { isValidBsn } from '../../../shared/domain/pgn.ts';
import type { Administration } from '../../../electron/core/context.ts';
import { refreshInschrijving } from '../../../electron/core/exchange/state.ts';
import { writeInschrijving, writeLeerling } from '../../../electron/core/leerlingen/repository.ts';
import { createRandom } from '../../../scripts/demo/random.mts';
import { correctInschrijving } from '../../support/pupils.ts';
import { personOf } from '../volume.ts';

/** An invented person as the BRP of the mock has him and the school types him in. The BSN lies in the range for tests, 9999xxxxx. */
export type Citizen = Persoonsgegevens & { burgerservicenummer: string; geboortedatum: string };

const PER_TRANSACTION = 250;

/** So many persons who are of the age for groep 3 in November 2009, the same in every run; at most some 9,000. */
export function inventCitizens(count: number): Citizen[] {
  const random = createRandom(1);
  const citizens: Citizen[] = [];
  for (let number = 999_900_000; citizens.length < count; number += 1) {
    if (!isValidBsn(String(number))) continue;
    const index = citizens.length;
    const geboortedatum = `2003-0${1 + (index % 9)}-${10 + (index % 19)}`;
    citizens.push({ ...personOf(random, index), burgerservicenummer: String(number), geboortedatum });
  }
  return citizens;
}

/** Writes the BRP of the mock with these persons; gives its path. */
export function writeBrp(folder: string, citizens: readonly Citizen[]): string {
  const persons = citizens.map((citizen) => {
    const { burgerservicenummer: bsn, achternaam: geslachtsnaam, voorvoegsel, voornamen } = citizen;
    const { geboortedatum, geslacht, straatnaam, huisnummer, plaatsnaam, postcode } = citizen;
    return {
      ...{ bsn, geslachtsnaam, voorvoegsel, voornamen, geboortedatum, geslacht, geboorteland: '6030' },
      adressen: [{ straatnaam, huisnummer, plaatsnaam, postcode }],
      nationaliteiten: [{ nationaliteit: '0001', begindatum: geboortedatum }],
    };
  });
  const path = join(folder, 'brp.json');
  writeFileSync(path, JSON.stringify({ source: 'Invented for the bench.', persons }));
  return path;
}

/** Puts them into an open administration, each with an inschrijving that is right in every part and has to be delivered. */
export function enrol(administration: Administration, citizens: readonly Citizen[]): void {
  const { db, clock } = administration;
  for (let start = 0; start < citizens.length; start += PER_TRANSACTION) {
    db.transaction(() => {
      for (const citizen of citizens.slice(start, start + PER_TRANSACTION)) {
        const { id } = writeLeerling(administration, citizen);
        refreshInschrijving(db, clock, writeInschrijving(administration, id, correctInschrijving()).id);
      }
    }).immediate();
  }
}
