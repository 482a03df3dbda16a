import { emptyInschrijving, type GegevensWpo } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { addDays, addYears } from '../../shared/domain/dates.ts';
import { firstSchoolDay, schoolYearOf } from './dates.mts';
import { origins, postcodeOf, streets, type Origin } from './names.mts';
import { drawBsns } from './numbers.mts';
import type { Random } from './random.mts';

/** A pupil as he really is: what the school should have, and what the BRP knows besides. */
export interface Pupil {
  persoon: Persoonsgegevens & { leerlingnummer: string; geboortedatum: string; geslacht: string; postcode: string };
  inschrijving: GegevensWpo & { datumInschrijving: string };
  leerjaar: number;
  site: 'a' | 'b';
  family: Family;
}

interface Family {
  origin: Origin;
  surname: string;
  voorvoegsel?: string;
  street: number;
  huisnummer: number;
  movedIn: string;
  /** Weight by the education of the parents: none, lower, lowest. */
  weight: 0 | 1 | 2;
}

const SCHOOL_YEAR = 2009;
const PUPILS_PER_GROUP = 15;
const SITE_B_OPENED = '2005-08-01';
/** Gewichtenregeling 2 came on this day, for the youngest (PvE 7.1.7); older pupils kept their weight of 1. */
const SECOND_SCHEME = '2006-08-01';
const weights = { '1': ['0', '0,25', '0,90'], '2': ['0', '0,30', '1,20'] } as const;

function drawFamily(random: Random): Family {
  let at = random.below(100);
  const origin = origins.find(({ share }) => (at -= share) < 0) ?? origins[0];
  if (!origin) throw new Error('there are no origins');
  const [surname = '', voorvoegsel] = random.pick(origin.surnames).split(',');
  const atRisk = random.below(100) < (origin.land === '6030' ? 9 : 45);
  return {
    origin,
    surname,
    street: random.below(streets.length),
    huisnummer: 1 + random.below(118),
    movedIn: `${1990 + random.below(12)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
    weight: atRisk ? (random.chance(55) ? 1 : 2) : 0,
    ...(voorvoegsel ? { voorvoegsel } : {}),
  };
}

/** Leerjaar in the school year that began in `year`, for a pupil in `leerjaar` now who stayed down at the start of `repeated`. */
const leerjaarIn = (leerjaar: number, year: number, repeated: number | undefined) =>
  Math.max(1, leerjaar - (SCHOOL_YEAR - year) + (repeated !== undefined && year < repeated ? 1 : 0));

function leerjaren(start: string, leerjaar: number, site: string, repeated: number | undefined) {
  const periods: { begindatum: string; leerjaar: string; groep: string }[] = [];
  for (let year = schoolYearOf(start); year <= SCHOOL_YEAR; year += 1) {
    const number = String(leerjaarIn(leerjaar, year, repeated));
    if (periods.at(-1)?.leerjaar === number) continue;
    periods.push({
      begindatum: periods.length === 0 ? start : `${year}-08-01`,
      leerjaar: number,
      groep: `${number}${site}`,
    });
  }
  return periods;
}

function gewichten(start: string, leerjaarIn2006: number, weight: Family['weight']) {
  const of = (code: '1' | '2', begindatum: string) => ({
    codeGewichtenregeling: code,
    begindatum,
    gewicht: weights[code][weight],
  });
  if (start >= SECOND_SCHEME) return [of('2', start)];
  return leerjaarIn2006 <= 2 ? [of('1', start), of('2', SECOND_SCHEME)] : [of('1', start)];
}

function enrol(
  random: Random,
  geboortedatum: string,
  leerjaar: number,
  site: 'a' | 'b',
  family: Family,
  repeated: number | undefined,
): Pupil['inschrijving'] {
  const fourth = firstSchoolDay(addYears(geboortedatum, 4));
  const first = schoolYearOf(fourth);
  // Some came from another school, most of them at the start of a school year.
  const moved = first < SCHOOL_YEAR && random.chance(18);
  const year = first + 1 + random.below(Math.max(1, SCHOOL_YEAR - first));
  const start = moved
    ? random.chance(75)
      ? `${year}-08-01`
      : firstSchoolDay(`${year}-${random.pick(['09-07', '10-05'])}`)
    : fourth;
  const site1 = { begindatum: start, vestigingsvolgnummer: '01' };
  const vestiging =
    site === 'a'
      ? [{ begindatum: start, vestigingsvolgnummer: '00' }]
      : start >= SITE_B_OPENED
        ? [site1]
        : [
            { begindatum: start, vestigingsvolgnummer: '00' },
            { ...site1, begindatum: SITE_B_OPENED },
          ];
  const voorschools = leerjaar <= 3 && family.weight > 0 && random.chance(60);
  return {
    ...emptyInschrijving('WPO'),
    datumInschrijving: start,
    aanduidingNnca: family.origin.nnca,
    ...(voorschools
      ? { voorschoolsProgramma: random.pick(['01', '02', '03']), voorschoolseMaanden: String(3 + random.below(22)) }
      : {}),
    vestiging,
    indicatieBekostiging: [{ begindatum: start, indicatieBekostiging: 'true' }],
    leerjaarGroep: leerjaren(start, leerjaar, site, repeated),
    gewicht: gewichten(start, leerjaarIn(leerjaar, 2006, repeated), family.weight),
  };
}

interface Place {
  leerjaar: number;
  site: 'a' | 'b';
  family: Family;
  /** Of a twin. */
  geboortedatum?: string;
}

/** Fills 16 groups family by family: brothers and sisters go to the same site. */
function drawPlaces(random: Random): Place[] {
  const places: Place[] = [];
  const room = (leerjaar: number, site: string) =>
    leerjaar <= 8 &&
    places.filter((place) => place.leerjaar === leerjaar && place.site === site).length < PUPILS_PER_GROUP;
  for (const site of ['a', 'b'] as const) {
    for (let leerjaar = 1; leerjaar <= 8; leerjaar += 1) {
      while (room(leerjaar, site)) {
        const family = drawFamily(random);
        places.push({ leerjaar, site, family });
        for (const later of [2, 4]) {
          const next = leerjaar + later + random.below(2);
          if (random.chance(42) && room(next, site)) places.push({ leerjaar: next, site, family });
        }
        if (random.chance(2) && room(leerjaar, site)) places.push({ leerjaar, site, family });
      }
    }
  }
  return places;
}

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();

/** Sorted by a text, character by character: the same on every machine. */
function inOrder<T>(list: readonly T[], text: (item: T) => string): T[] {
  const keyed = list.map((item) => ({ item, key: text(item) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}

/** All pupils of the school in November 2009, in alphabetical order. Their BSNs are not in `taken`. */
export function drawPopulation(random: Random, taken: ReadonlySet<string>): Pupil[] {
  const places = drawPlaces(random);
  const bsns = drawBsns(random, places.length, taken);
  const births = new Map<string, string>();
  const given = new Set<string>();
  const pupils = places.map(({ leerjaar, site, family }, index): Pupil => {
    const geslacht = random.chance(50) ? 'M' : 'V';
    const repeated = leerjaar >= 3 && random.chance(5) ? SCHOOL_YEAR - random.below(leerjaar - 2) : undefined;
    // Groep 1 was born from October 2004 to September 2005, and so on back.
    const earliest = `${2005 - leerjaar - (repeated === undefined ? 0 : 1)}-10-01`;
    const twin = `${family.street} ${family.huisnummer} ${leerjaar}`;
    const geboortedatum = births.get(twin) ?? addDays(earliest, random.below(364));
    births.set(twin, geboortedatum);
    const names = random.shuffled(geslacht === 'M' ? family.origin.boys : family.origin.girls);
    const roepnaam = names.find((name) => !given.has(`${name} ${family.surname}`)) ?? names[0] ?? '';
    given.add(`${roepnaam} ${family.surname}`);
    return {
      persoon: {
        leerlingnummer: '',
        roepnaam,
        achternaam: family.surname,
        ...(family.voorvoegsel ? { voorvoegsel: family.voorvoegsel } : {}),
        voornamen: random.chance(45) ? `${roepnaam} ${names.at(-1) ?? ''}`.trim() : roepnaam,
        burgerservicenummer: bsns[index] ?? '',
        geboortedatum,
        geslacht,
        postcode: postcodeOf(family.street, family.huisnummer),
      },
      inschrijving: enrol(random, geboortedatum, leerjaar, site, family, repeated),
      leerjaar,
      site,
      family,
    };
  });
  // A leerlingnummer is given out on enrolment.
  inOrder(pupils, ({ inschrijving }) => inschrijving.datumInschrijving).forEach(({ persoon }, index) => {
    persoon.leerlingnummer = String(1001 + index);
  });
  return inOrder(
    pupils,
    ({ persoon: { achternaam = '', leerlingnummer } }) => `${plain(achternaam)} ${leerlingnummer}`,
  );
}
