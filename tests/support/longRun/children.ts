import { readFileSync } from 'node:fs';
import { emptyInschrijving, type GegevensWpo } from '../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { addDays, addYears } from '../../../shared/domain/dates.ts';
import { firstSchoolDay, schoolYearOf } from '../../../scripts/demo/dates.mts';
import { origins } from '../../../scripts/demo/names.mts';
import { drawBsns } from '../../../scripts/demo/numbers.mts';
import type { Random } from '../../../scripts/demo/random.mts';
import type { BrpPerson } from '../../mock-bron/registers/brp.ts';
import { defaultFiles } from '../../mock-bron/registers/files.ts';

/** A child as it is: what the BRP knows, and what the school should type in. */
export type Child = Persoonsgegevens &
  Required<Pick<Persoonsgegevens, 'burgerservicenummer' | 'geboortedatum' | 'postcode'>>;

const SCHOOL_YEAR = 2015;
const MOST_CHILDREN = 1_500;
const NEDERLAND = '6030';
const NEDERLANDSE = '0001';
const WEIGHTS = ['0', '0', '0', '0', '0,30', '1,20'] as const;

/** Gives out children one by one, each with a BSN of its own. */
export class Children {
  readonly #random: Random;
  readonly #bsns: string[];

  constructor(random: Random) {
    this.#random = random;
    const rvig = JSON.parse(readFileSync(defaultFiles.brp, 'utf8')) as { persons: { bsn: string }[] };
    this.#bsns = drawBsns(random, MOST_CHILDREN, new Set(rvig.persons.map(({ bsn }) => bsn)));
  }

  born(geboortedatum: string): Child {
    const random = this.#random;
    const burgerservicenummer = this.#bsns.pop();
    if (burgerservicenummer === undefined) throw new Error('no BSN is left');
    const { boys, girls, surnames } = random.pick(origins);
    const boy = random.chance(50);
    const [achternaam = '', voorvoegsel] = random.pick(surnames).split(',');
    const roepnaam = random.pick(boy ? boys : girls);
    return {
      burgerservicenummer,
      leerlingnummer: String(10_000 + this.#bsns.length),
      roepnaam,
      voornamen: roepnaam,
      achternaam,
      ...(voorvoegsel ? { voorvoegsel } : {}),
      geboortedatum,
      geslacht: boy ? 'M' : 'V',
      ...addressOf(random),
    };
  }

  /** Of the age for this leerjaar. */
  inLeerjaar(leerjaar: number): Child {
    const earliest = `${SCHOOL_YEAR - 4 - leerjaar}-10-01`;
    // The youngest of groep 1 have been four for a while.
    return this.born(addDays(earliest, this.#random.below(leerjaar === 1 ? 300 : 364)));
  }
}

/** An address somewhere in a town that does not exist. */
export function addressOf(random: Random): Pick<Child, 'straatnaam' | 'huisnummer' | 'postcode' | 'plaatsnaam'> {
  const huisnummer = String(1 + random.below(200));
  const postcode = `${2500 + random.below(80)}${random.pick(['AB', 'CD', 'KL', 'RX'])}`;
  return { straatnaam: 'Oefenstraat', huisnummer, plaatsnaam: 'Oefenstad', postcode };
}

/** The addresses of a person of the BRP who lives where the child lives, since a day. */
export const adressenOf = ({ straatnaam, huisnummer, plaatsnaam, postcode }: Child, datumIngang?: string) => [
  { straatnaam, huisnummer, plaatsnaam, postcode, ...(datumIngang ? { datumIngang } : {}) },
];

/** The child as the BRP has it. */
export const citizenOf = (child: Child): BrpPerson =>
  ({
    bsn: child.burgerservicenummer,
    voornamen: child.voornamen,
    ...(child.voorvoegsel ? { voorvoegsel: child.voorvoegsel } : {}),
    geslachtsnaam: child.achternaam,
    geboortedatum: child.geboortedatum,
    geslacht: child.geslacht,
    geboorteland: NEDERLAND,
    adressen: adressenOf(child),
    nationaliteiten: [{ nationaliteit: NEDERLANDSE, begindatum: child.geboortedatum }],
  }) as BrpPerson;

/** The inschrijving, right in every part, of a child who came on a day and is in this leerjaar in a school year. */
export function inschrijvingOf(random: Random, start: string, leerjaar: number, year = SCHOOL_YEAR): GegevensWpo {
  const letter = random.pick(['a', 'b']);
  const years = year - schoolYearOf(start) + 1;
  const leerjaren = Array.from({ length: years }, (_, index) => String(Math.max(1, leerjaar - years + 1 + index)));
  return {
    ...emptyInschrijving('WPO'),
    datumInschrijving: start,
    aanduidingNnca: '1',
    vestiging: [{ begindatum: start, vestigingsvolgnummer: letter === 'a' ? '00' : '01' }],
    indicatieBekostiging: [{ begindatum: start, indicatieBekostiging: 'true' }],
    leerjaarGroep: leerjaren.flatMap((number, index) =>
      number === leerjaren[index - 1]
        ? []
        : [
            {
              begindatum: index === 0 ? start : `${schoolYearOf(start) + index}-08-01`,
              leerjaar: number,
              groep: `${number}${letter}`,
            },
          ],
    ),
    gewicht: [{ codeGewichtenregeling: '2', begindatum: start, gewicht: random.pick(WEIGHTS) }],
  };
}

/** The day on which a child came to school: when it was four. */
export const startOf = ({ geboortedatum }: Child): string => firstSchoolDay(addYears(geboortedatum, 4));
