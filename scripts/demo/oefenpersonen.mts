import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { dateInNetherlands } from '../../shared/domain/clock.ts';
import { addDays, addYears, ageOn, schoolYear } from '../../shared/domain/dates.ts';
import { assumedDatumInschrijving, isLeerjaar } from '../../shared/domain/import/assumptions.ts';
import type { Candidate } from '../../shared/domain/import/candidate.ts';
import { lackingOf } from '../../shared/domain/import/lacking.ts';
import type { DemoFile } from './edexml.mts';
import { origins, postcodeOf, streets } from './names.mts';
import { drawBsns, unknownOnderwijsnummer } from './numbers.mts';
import { createRandom, type Random } from './random.mts';

const SEED = 20141001;
/** The oldest that BRON takes at the end of the school year (PvE 4.2.8.1, 308). */
const TOO_OLD = 15;
const MINIMUM_AGE = 4;
const FIRST_ONDERWIJSNUMMER = 10_900_000;
const DEFAULT_LEERJAAR = 4;

/** Fictional facts for one pupil of the file. */
export interface Oefenpersoon {
  number: number;
  persoon: Persoonsgegevens;
}

/** Whether somebody born then could be enrolled on the day that the rule gives, or within a year. */
export function canBeEnrolled(candidate: Candidate, firstDay: string, today: string): boolean {
  const { geboortedatum } = candidate.persoon;
  if (geboortedatum === undefined) return false;
  const date = assumedDatumInschrijving(candidate, firstDay);
  const { uitstroomdatum } = candidate.school;
  return (
    date <= addYears(today, 1) &&
    ageOn(geboortedatum, schoolYear(date).last) < TOO_OLD &&
    (uitstroomdatum === undefined || uitstroomdatum >= date)
  );
}

/** A birth date that fits the leerjaar, and four years before the pupil came. */
function birthDate(random: Random, { school }: Candidate, firstDay: string): string {
  const leerjaar = isLeerjaar(school.jaargroep) ? Number(school.jaargroep) : DEFAULT_LEERJAAR;
  const last = school.uitstroomdatum === undefined ? firstDay : schoolYear(school.uitstroomdatum).first;
  const year = Number((last < firstDay ? last : firstDay).slice(0, 4));
  // Leerjaar 1 of 2014-2015 was born from October 2009 to September 2010.
  const fitting = addDays(`${year - leerjaar - MINIMUM_AGE}-10-01`, random.below(364));
  const { instroomdatum } = school;
  if (instroomdatum === undefined) return fitting;
  const latest = addYears(instroomdatum, -MINIMUM_AGE);
  return latest < fitting ? addDays(latest, -1 - random.below(60)) : fitting;
}

/**
 * What pupils of a file lack, made up: the same in every run. So is a birth date under which nobody could be enrolled, an
 * impossible postcode, and a number that another pupil of the file has too.
 */
export function drawOefenpersonen(
  { candidates, firstDay, start }: DemoFile,
  takenBsns: ReadonlySet<string>,
): Oefenpersoon[] {
  const random = createRandom(SEED);
  const today = dateInNetherlands(start);
  const [dutch] = origins;
  if (!dutch) throw new Error('there are no origins');
  const seen = new Set<string>();
  const own = candidates.flatMap(({ persoon }) => persoon.burgerservicenummer ?? []);
  const bsns = drawBsns(random, candidates.length, new Set([...takenBsns, ...own]));
  let onderwijsnummer = FIRST_ONDERWIJSNUMMER;
  const nextNumber = (): Persoonsgegevens => {
    const bsn = bsns.pop();
    if (bsn !== undefined) return { burgerservicenummer: bsn };
    const number = unknownOnderwijsnummer(onderwijsnummer);
    onderwijsnummer = Math.floor(Number(number) / 10) + 1;
    return { onderwijsnummer: number };
  };

  return candidates.flatMap((candidate): Oefenpersoon[] => {
    const { persoon, place } = candidate;
    const lacking = new Set(lackingOf(persoon));
    const number = persoon.burgerservicenummer ?? persoon.onderwijsnummer ?? '';
    const street = random.below(streets.length);
    const [geslacht, surname] = [random.pick(['M', 'V'] as const), random.pick(dutch.surnames)];
    const [achternaam = '', voorvoegsel] = surname.split(',');
    const facts: Persoonsgegevens = {
      ...(lacking.has('naam') ? { achternaam, ...(voorvoegsel ? { voorvoegsel } : {}) } : {}),
      ...(lacking.has('geslacht') ? { geslacht } : {}),
      ...(lacking.has('nummer') || seen.has(number) ? nextNumber() : {}),
      ...(lacking.has('adres') || (persoon.postcode !== undefined && !/^[1-9]\d{3}[A-Z]{2}$/.test(persoon.postcode))
        ? { postcode: postcodeOf(street, 1 + random.below(99)) }
        : {}),
      ...(canBeEnrolled(candidate, firstDay, today) ? {} : { geboortedatum: birthDate(random, candidate, firstDay) }),
    };
    seen.add(number);
    return Object.keys(facts).length > 0 ? [{ number: place.number, persoon: facts }] : [];
  });
}

/** The pupils as they are after their fictional facts. */
export function withOefenpersonen(candidates: readonly Candidate[], drawn: readonly Oefenpersoon[]): Candidate[] {
  const facts = new Map(drawn.map(({ number, persoon }) => [number, persoon]));
  return candidates.map((candidate) => ({
    ...candidate,
    persoon: { ...candidate.persoon, ...facts.get(candidate.place.number) },
  }));
}
