import type { CountedBrp, CountedInschrijving, PeriodElsewhere } from '../../../shared/bekostiging/types.ts';
import { lastMigration } from '../../../shared/domain/proposals/leaving.ts';
import { inschrijvingOf } from '../jobs/schools.ts';
import type { Inschrijvingen } from '../register/inschrijvingen.ts';
import type { Persons } from '../register/persons.ts';
import type { Brin } from '../registers/brin.ts';
import type { Brp, BrpPerson } from '../registers/brp.ts';
import { isGuided, type RegisteredInschrijving } from './registered.ts';

export interface CountedParts {
  persons: Persons;
  inschrijvingen: Inschrijvingen;
  brp: Brp;
  brin: Brin;
}

/** Nederland in the table of countries. */
const NEDERLAND = '6030';

type Filled<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> };
const filled = <T extends object>(object: T): Filled<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null)) as Filled<T>;

function brpOf({ datumOverlijden, migratie, adressen, geboortelandOuder1, geboortelandOuder2 }: BrpPerson): CountedBrp {
  const last = lastMigration(migratie);
  const isBack = (last?.datumVestigingInNederland ?? '') > (last?.datumVertrekUitNederland ?? '');
  const countries = [geboortelandOuder1, geboortelandOuder2].filter((country) => country !== undefined);
  return filled({
    deceasedOn: datumOverlijden,
    leftOn: isBack ? undefined : last?.datumVertrekUitNederland,
    postcode: adressen?.at(-1)?.postcode,
    countriesOfParents: countries.length > 0 ? countries : undefined,
  });
}

/** Gives the inschrijvingen of a school as a counting sees them: with what only BRON knows, of other schools and of the BRP. */
export function createCounted({ persons, inschrijvingen, brp, brin }: CountedParts) {
  function elsewhere(person: number, brinnummer: string): PeriodElsewhere[] {
    return inschrijvingen.ofPerson(person).flatMap((row) => {
      const school = row.brinnummer === brinnummer ? undefined : brin.school(row.brinnummer);
      const { datumInschrijving: from = '', datumUitschrijving: to, ...rest } = inschrijvingOf(row);
      // Who is only ambulant begeleid there is not enrolled there.
      const isPupil = row.kind === 'inschrijvingWpo' || !isGuided(rest, to ?? '9999-12-31');
      return school && isPupil
        ? [{ brinnummer: row.brinnummer, soort: school.soort, from, ...(to ? { to } : {}) }]
        : [];
    });
  }

  return (brinnummer: string, registered: readonly RegisteredInschrijving[], until: string): CountedInschrijving[] =>
    registered.map((row) => {
      const { id, person, burgerservicenummer, onderwijsnummer, leerlingnummer, geboortedatum, inschrijving } = row;
      const address = persons.addressOn(person, brinnummer, until);
      const citizen = burgerservicenummer === null ? undefined : brp.byBsn(burgerservicenummer);
      const periods = elsewhere(person, brinnummer);
      return {
        key: String(id),
        geboortedatum,
        inschrijving,
        registeredOn: row.registeredOn,
        ...filled({ burgerservicenummer, onderwijsnummer, leerlingnummer, postcode: address?.postcode }),
        ...(address?.land && address.land !== NEDERLAND ? { land: address.land } : {}),
        ...(periods.length > 0 ? { elsewhere: periods } : {}),
        ...(citizen ? { brp: brpOf(citizen) } : {}),
      };
    });
}
