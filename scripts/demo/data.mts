import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { changesWpo, gegevensWpo, type GegevensWpo } from '../../shared/api/inschrijving.ts';
import { persoonsgegevens, type Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { school } from '../../shared/api/session.ts';
import { drawMistakes } from './mistakes.mts';
import { postcodeOf, streets } from './names.mts';
import { drawPopulation, type Pupil } from './population.mts';
import { createRandom } from './random.mts';
import type { Mistake } from './recipes.mts';

const SEED = 20091102;
const NEDERLAND = '6030';
const NEDERLANDSE = '0001';
const SOURCE =
  'Made by "npm run demo -- --make-data". Persons, addresses and the school are fictional; BSNs are test numbers in 9999xxxxx.';

export const demoFolder = fileURLToPath(new URL('../../resources/demo/', import.meta.url));
const rvigFile = new URL('../../resources/bron-registers/rvig-testpersonen.json', import.meta.url);

const contactpersoon = { naam: 'M. Oefenaar', telefoon: '0101234567', email: 'administratie@oefenboom.example' };

/** The school of the demo. BRON knows vestiging 02 as closed, and 90 not as a vestiging: that is for BRON to find. */
export const demoSchool: z.infer<typeof school> = {
  brinnummer: '99ZZ',
  naam: 'Basisschool De Oefenboom',
  soort: 'BAO',
  vestigingen: [
    { volgnummer: '00', naam: 'Dorpsplein' },
    { volgnummer: '01', naam: 'Parkweg' },
    { volgnummer: '02', naam: 'Dependance Havenkade' },
    { volgnummer: '90', naam: 'Speelhuis' },
  ],
  aanleverpunt: '00',
  contactpersoon,
  gemachtigde: { ...contactpersoon, naam: 'D. Irecteur' },
};

export const pupilsFile = z.strictObject({
  source: z.string(),
  school,
  pupils: z.array(z.strictObject({ persoon: persoonsgegevens, inschrijving: gegevensWpo })),
});

export const correctionsFile = z.strictObject({
  source: z.string(),
  corrections: z.array(
    z.strictObject({
      leerlingnummer: z.string(),
      seenBy: z.enum(['voorcontrole', 'BRON']),
      codes: z.array(z.string()),
      reason: z.string(),
      persoon: persoonsgegevens.partial(),
      inschrijving: changesWpo,
    }),
  ),
});

/** What another administration of the school, aanleverpunt 01, has delivered before the demo begins. */
export const earlierFile = z.strictObject({
  source: z.string(),
  meldingen: z.array(z.strictObject({ persoon: persoonsgegevens, inschrijving: gegevensWpo })),
});

const filled = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

/** The pupil as the school typed him in. */
export function asTyped(pupil: Pupil, mistake: Mistake | undefined) {
  const persoon: Persoonsgegevens = filled<object>({ ...pupil.persoon, ...mistake?.wrong.persoon });
  const inschrijving: GegevensWpo = filled({ ...pupil.inschrijving, ...mistake?.wrong.inschrijving });
  return { persoon, inschrijving };
}

/** The fields of the truth that differ from what was typed; an empty text takes away what should not be there. */
function difference<T extends object>(typed: T, truth: T): Partial<T> {
  const keys = [...new Set([...Object.keys(truth), ...Object.keys(typed)])] as (keyof T)[];
  const changed = keys.filter((key) => JSON.stringify(typed[key]) !== JSON.stringify(truth[key]));
  return Object.fromEntries(changed.map((key) => [key, truth[key] ?? ''])) as Partial<T>;
}

/** What the school would look up to correct a mistake. */
export function correctionOf(mistake: Mistake) {
  const { pupil, seenBy, codes, reason } = mistake;
  const typed = asTyped(pupil, mistake);
  return {
    leerlingnummer: pupil.persoon.leerlingnummer,
    seenBy,
    codes,
    reason,
    persoon: difference<Persoonsgegevens>(typed.persoon, pupil.persoon),
    inschrijving: difference<GegevensWpo>(typed.inschrijving, pupil.inschrijving),
  };
}

/** The pupil as the BRP knows him. */
export function citizen(pupil: Pupil, mistake: Mistake | undefined, geheim: boolean) {
  const { persoon, family } = pupil;
  const codes = mistake?.codes ?? [];
  // Known to the BRP by the year only (PvE 4.1.2: month and day may be 00).
  const geboortedatum = codes.includes('308') ? `${persoon.geboortedatum.slice(0, 4)}-00-00` : persoon.geboortedatum;
  return filled({
    bsn: persoon.burgerservicenummer,
    voornamen: persoon.voornamen,
    voorvoegsel: persoon.voorvoegsel,
    geslachtsnaam: persoon.achternaam,
    geboortedatum,
    geslacht: persoon.geslacht,
    geboorteland: codes.includes('308') ? family.origin.land : NEDERLAND,
    ...(geheim ? { geheim } : {}),
    geboortelandOuder1: family.origin.land,
    geboortelandOuder2: family.origin.land,
    adressen: [
      {
        straatnaam: streets[family.street],
        huisnummer: String(family.huisnummer),
        plaatsnaam: 'Oefenstad',
        postcode: persoon.postcode,
        datumIngang: codes.includes('770') ? '2009-10-01' : family.movedIn,
      },
    ],
    nationaliteiten: [{ nationaliteit: NEDERLANDSE, begindatum: geboortedatum }],
  });
}

/** The pupils of the demo and the mistakes made in typing them in. The same in every run: a fixed seed. */
export function drawPupils() {
  const random = createRandom(SEED);
  const population = drawPopulation(random, takenBsns());
  return { population, mistakes: drawMistakes(random, population) };
}

const lines = (items: readonly object[]) => `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;

/** The BSNs of the RvIG test persons, which BRON knows as somebody else. */
export function takenBsns(): ReadonlySet<string> {
  const rvig = JSON.parse(readFileSync(rvigFile, 'utf8')) as { persons: { bsn: string }[] };
  return new Set(rvig.persons.map(({ bsn }) => bsn));
}

/** The files of resources/demo by name. */
export function makeDemoData(): Record<string, string> {
  const { population, mistakes } = drawPupils();
  const mistakeOf = (pupil: Pupil) => mistakes.find((mistake) => mistake.pupil === pupil);
  // An indicatie geheim is no mistake: BRON says so (956) once the pupil is registered, in the second round.
  const geheim = new Set([mistakes[0]?.pupil, mistakes.find(({ codes }) => codes.includes('397'))?.pupil]);
  const earlier = mistakes
    .filter(({ codes }) => codes.includes('311'))
    .map(({ pupil: { persoon, inschrijving } }) => ({ persoon, inschrijving }));
  const postcodes = streets.flatMap((_, street) => [postcodeOf(street, 0), postcodeOf(street, 1)]);
  const head = `{"source":${JSON.stringify(SOURCE)},`;
  return {
    'leerlingen.json': `${head}"school":${JSON.stringify(demoSchool)},\n"pupils":${lines(population.map((pupil) => asTyped(pupil, mistakeOf(pupil))))}}\n`,
    'corrections.json': `${head}"corrections":${lines(mistakes.map(correctionOf))}}\n`,
    'brp.json': `${head}"persons":${lines(population.map((pupil) => citizen(pupil, mistakeOf(pupil), geheim.has(pupil))))}}\n`,
    'earlier.json': `${head}"meldingen":${lines(earlier)}}\n`,
    'postcodes.txt': `${[...new Set(postcodes)].sort().join('\n')}\n`,
  };
}
