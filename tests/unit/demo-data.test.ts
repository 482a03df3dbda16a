import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GegevensWpo } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { correctionsFile, demoFolder, earlierFile, makeDemoData, pupilsFile } from '../../scripts/demo/data.mts';
import { isValidBsn } from '../../shared/domain/pgn.ts';
import { firstSchoolDay } from '../../scripts/demo/dates.mts';

const read = (name: string) => readFileSync(join(demoFolder, name), 'utf8');
const { pupils, school } = pupilsFile.parse(JSON.parse(read('leerlingen.json')));
const { corrections } = correctionsFile.parse(JSON.parse(read('corrections.json')));
const citizens = (JSON.parse(read('brp.json')) as { persons: Citizen[] }).persons;

interface Citizen {
  bsn: string;
  geboortedatum: string;
  geslacht: string;
  adressen: { postcode: string }[];
}

const applied = <T extends object>(typed: T, changes: object): T =>
  Object.fromEntries(Object.entries({ ...typed, ...changes }).filter(([, value]) => value !== '')) as T;

/** Every pupil as he is after the corrections. */
const truth = pupils.map(({ persoon, inschrijving }) => {
  const correction = corrections.find(({ leerlingnummer }) => leerlingnummer === persoon.leerlingnummer);
  return {
    persoon: applied<Persoonsgegevens>(persoon, correction?.persoon ?? {}),
    inschrijving: applied<GegevensWpo>(inschrijving, correction?.inschrijving ?? {}),
  };
});

const unique = (values: unknown[]) => new Set(values).size;

describe('resources/demo', () => {
  it('is what the generator makes', () => {
    const made = makeDemoData();
    expect(readdirSync(demoFolder).sort()).toEqual(Object.keys(made).sort());
    for (const [name, text] of Object.entries(made)) {
      expect(read(name) === text, `${name} is stale: run "npm run demo -- --make-data"`).toBe(true);
    }
  });
});

describe('the pupils of the demo', () => {
  it('are 240 in the 16 groups of two vestigingen, all with a number of their own', () => {
    expect(truth).toHaveLength(240);
    const groups = truth.map(({ inschrijving }) => inschrijving.leerjaarGroep.at(-1)?.groep ?? '');
    const counts = Object.fromEntries(
      [...new Set(groups)].map((name) => [name, groups.filter((g) => g === name).length]),
    );
    expect(Object.keys(counts).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].flatMap((year) => [`${year}a`, `${year}b`]));
    expect(new Set(Object.values(counts))).toEqual(new Set([15]));
    const places = truth.map(({ inschrijving }) => inschrijving.vestiging.at(-1)?.vestigingsvolgnummer);
    expect(new Set(places)).toEqual(new Set(['00', '01']));
    expect(unique(truth.map(({ persoon }) => persoon.leerlingnummer))).toBe(240);
    expect(unique(truth.map(({ persoon }) => persoon.burgerservicenummer))).toBe(240);
    expect(school.brinnummer).toBe('99ZZ');
  });

  it('have test BSNs that pass the 11-proef and that no person of the RvIG has', () => {
    const rvig = readFileSync('resources/bron-registers/rvig-testpersonen.json', 'utf8');
    for (const {
      persoon: { burgerservicenummer = '' },
    } of truth) {
      expect(burgerservicenummer).toMatch(/^9999\d{5}$/);
      expect(isValidBsn(burgerservicenummer)).toBe(true);
      expect(rvig).not.toContain(burgerservicenummer);
    }
  });

  it('are four on the first day and of an age that fits their group', () => {
    for (const { persoon, inschrijving } of truth) {
      const { geboortedatum = '' } = persoon;
      const { datumInschrijving = '' } = inschrijving;
      const fourth = `${Number(geboortedatum.slice(0, 4)) + 4}${geboortedatum.slice(4)}`;
      expect(datumInschrijving >= fourth).toBe(true);
      expect(datumInschrijving <= '2009-11-02').toBe(true);
      const leerjaar = Number(inschrijving.leerjaarGroep.at(-1)?.leerjaar);
      const age = 2009 - Number(geboortedatum.slice(0, 4)) - (geboortedatum.slice(5) > '10-01' ? 1 : 0);
      // Groep 1 is four, groep 8 is eleven; some stayed down a year, and one came late.
      expect(age - leerjaar - 3).toBeLessThanOrEqual(geboortedatum === '1995-11-20' ? 2 : 1);
      expect(age - leerjaar - 3).toBeGreaterThanOrEqual(0);
    }
  });

  it('have complete periods, the first from the datum inschrijving, and weights of a scheme of that day', () => {
    for (const { inschrijving } of truth) {
      const { datumInschrijving, vestiging, indicatieBekostiging, leerjaarGroep, gewicht } = inschrijving;
      for (const periods of [vestiging, indicatieBekostiging, leerjaarGroep, gewicht]) {
        const dates = periods.map(({ begindatum }) => begindatum ?? '');
        expect(dates[0]).toBe(datumInschrijving);
        expect(dates).toEqual([...new Set(dates)].sort());
      }
      for (const { codeGewichtenregeling, begindatum = '', gewicht: value } of gewicht) {
        const scheme = begindatum >= '2006-08-01' ? '2' : '1';
        expect(codeGewichtenregeling).toBe(scheme);
        expect(scheme === '1' ? ['0', '0,25', '0,90'] : ['0', '0,30', '1,20']).toContain(value);
      }
    }
  });

  it('are real enough: families at one address, voorvoegsels, diacritics, both sexes and both NNCA', () => {
    const addresses = truth.map(({ persoon }) => `${persoon.achternaam ?? ''} ${persoon.postcode ?? ''}`);
    expect(240 - unique(addresses)).toBeGreaterThan(40);
    expect(truth.filter(({ persoon }) => persoon.voorvoegsel).length).toBeGreaterThan(40);
    expect(
      truth.filter(({ persoon }) => /[^ -~]/.test(`${persoon.roepnaam ?? ''}${persoon.achternaam ?? ''}`)).length,
    ).toBeGreaterThan(15);
    expect(new Set(truth.map(({ persoon }) => persoon.geslacht))).toEqual(new Set(['M', 'V']));
    expect(new Set(truth.map(({ inschrijving }) => inschrijving.aanduidingNnca))).toEqual(new Set(['1', '2']));
  });

  it('are known to the BRP, with an existing postcode, once corrected', () => {
    const postcodes = new Set(read('postcodes.txt').trim().split('\n'));
    for (const { persoon } of truth) {
      const citizen = citizens.find(({ bsn }) => bsn === persoon.burgerservicenummer);
      expect(citizen?.geslacht).toBe(persoon.geslacht);
      expect(persoon.geboortedatum?.startsWith(citizen?.geboortedatum.replace('-00-00', '') ?? '?')).toBe(true);
      expect(citizen?.adressen[0]?.postcode).toBe(persoon.postcode);
      expect(postcodes.has(persoon.postcode ?? '')).toBe(true);
    }
  });
});

describe('the mistakes', () => {
  it('are 24 for BRON and 12 for the voorcontrole, of at least 12 codes, each at another pupil', () => {
    expect(corrections.filter(({ seenBy }) => seenBy === 'BRON')).toHaveLength(24);
    expect(corrections.filter(({ seenBy }) => seenBy === 'voorcontrole')).toHaveLength(12);
    expect(unique(corrections.map(({ leerlingnummer }) => leerlingnummer))).toBe(36);
    expect(unique(corrections.flatMap(({ codes }) => codes))).toBeGreaterThanOrEqual(12);
  });

  it('each have a reason, and a correction that changes something', () => {
    for (const { persoon, inschrijving, reason } of corrections) {
      expect(Object.keys(persoon).length + Object.keys(inschrijving).length).toBeGreaterThan(0);
      expect(reason).toMatch(/\.$/);
    }
  });

  it('include one that another aanleverpunt registered earlier on the right date', () => {
    const { meldingen } = earlierFile.parse(JSON.parse(read('earlier.json')));
    const [melding] = meldingen;
    const own = truth.find(({ persoon }) => persoon.leerlingnummer === melding?.persoon.leerlingnummer);
    expect(meldingen).toHaveLength(1);
    expect(own?.inschrijving.datumInschrijving).toBe(melding?.inschrijving.datumInschrijving);
  });
});

describe('firstSchoolDay', () => {
  it.each([
    ['2009-11-02', '2009-11-02'],
    ['2009-11-01', '2009-11-02'],
    ['2009-07-10', '2009-08-01'],
    ['2009-08-01', '2009-08-01'],
    ['2009-08-10', '2009-08-24'],
    ['2009-12-25', '2010-01-04'],
    ['2009-01-01', '2009-01-05'],
  ])('of %s is %s', (date, day) => {
    expect(firstSchoolDay(date)).toBe(day);
  });
});
