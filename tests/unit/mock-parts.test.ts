import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { MomentError, dutchTimestamp, parseMoment } from '../mock-bron/dutchTime.ts';
import { createFaults } from '../mock-bron/faults.ts';
import { UsageError, parseOptions } from '../mock-bron/options.ts';
import { editionOn } from '../../shared/pve/controles/readings.ts';
import { onderwijsnummer } from '../mock-bron/processing/identify.ts';
import { createRandom, randomText } from '../mock-bron/random.ts';
import { compareIds } from '../mock-bron/register/terugkoppelvoorraad.ts';
import { readBrin, readBrinFile } from '../mock-bron/registers/brin.ts';
import { birthDateAgrees, nameKey, readBrp, readBrpFiles } from '../mock-bron/registers/brp.ts';
import { convertPerson, parseRvigCsv } from '../mock-bron/registers/convertRvig.ts';
import { defaultFiles } from '../mock-bron/registers/files.ts';
import { openPostcodes, readPostcodes } from '../mock-bron/registers/postcodes.ts';
import { createGuesses } from '../mock-bron/site/guesses.ts';

describe('the command line', () => {
  it('has the defaults of the documentation', () => {
    expect(parseOptions(['--data', 'd'])).toEqual({
      data: 'd',
      host: '127.0.0.1',
      port: 6914,
      sitePort: 8443,
      controlPort: 8600,
      bundleBytes: 1_048_576,
      load: {},
      faults: [],
      editions: {},
      polling: { pauseMinutes: 30, measure: 'empty' },
      periodDays: 30,
      retentionYears: 5,
    });
    expect(parseOptions(['--help'])).toBeUndefined();
  });

  it('takes every option', () => {
    const args =
      '--data d --host 0.0.0.0 --port 0 --site-port 1 --control-port 2 --date 2009-11-02 --edition 2015-11 --edition 99ZZ=2014-12 --edition 98AA01=2014-12 --poll-pause 5 --poll-measure busy --period-days 7 --retention-years 2 --seed s --brp a --brp b --brin c --postcodes p --processing-seconds 5 --answer-ms 10-20 --at-once 2 --queue 0 --fault late --fault http-503,nr=3,aanleverpunt=00,chance=0.5 --bundle-bytes 6 --holidays h --smtp localhost:2525';
    expect(parseOptions(args.split(' '))).toEqual({
      data: 'd',
      host: '0.0.0.0',
      port: 0,
      sitePort: 1,
      controlPort: 2,
      date: new Date('2009-11-02T08:00:00Z'),
      edition: '2015-11',
      editions: { '99ZZ': '2014-12', '98AA01': '2014-12' },
      polling: { pauseMinutes: 5, measure: 'busy' },
      periodDays: 7,
      retentionYears: 2,
      seed: 's',
      brp: ['a', 'b'],
      brin: 'c',
      postcodes: 'p',
      load: { answerMs: { from: 10, to: 20 }, atOnce: 2, queue: 0, processingSeconds: { from: 5, to: 5 } },
      faults: [{ kind: 'late' }, { kind: 'http-503', nr: 3, aanleverpunt: '00', chance: 0.5 }],
      bundleBytes: 6,
      holidays: 'h',
      smtp: { host: 'localhost', port: 2525 },
    });
  });

  it.each([
    '',
    '--data',
    '--data d --nope',
    '--data d extra',
    '--data d --port x',
    '--data d --port 65536',
    '--data d --port -1',
    '--data d --date 2009-02-30',
    '--data d --edition 2016',
    '--data d --edition 99=2014-12',
    '--data d --poll-measure never',
    '--data d --bundle-bytes 1.5',
    '--data d --answer-ms 20-10',
    '--data d --answer-ms 1-2-3',
    '--data d --at-once 0',
    '--data d --smtp localhost',
    '--data d --smtp localhost:65536',
    '--data d --fault none',
    '--data d --fault late,chance=2',
    '--data d --fault late,chanse=1',
  ])('refuses "%s"', (args) => {
    expect(() => parseOptions(args.split(' ').filter(Boolean))).toThrow(UsageError);
  });
});

describe('Dutch time', () => {
  it.each([
    ['2009-11-02', '2009-11-02T08:00:00.000Z'],
    ['2009-07-02', '2009-07-02T07:00:00.000Z'],
    ['2009-11-02T13:45', '2009-11-02T12:45:00.000Z'],
    ['2009-11-02T13:45:30', '2009-11-02T12:45:30.000Z'],
    ['2009-11-02T13:45:30Z', '2009-11-02T13:45:30.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseMoment(text).toISOString()).toBe(instant);
  });

  it.each([
    '',
    'vandaag',
    '2009-13-01',
    '2009-02-29',
    '2010-03-28T02:30',
    '2009-11-02T24:00',
    '2009-11-02T10:00:00'.slice(0, 12),
  ])('refuses "%s"', (text) => {
    expect(() => parseMoment(text)).toThrow(MomentError);
  });

  it('is written as people read it', () => {
    expect(dutchTimestamp(new Date('2009-11-02T08:00:05Z'))).toBe('2009-11-02 09:00:05');
  });
});

describe('readings', () => {
  it('R18: ids are compared by length, then character by character', () => {
    const sorted = ['9', '10', 'A', 'a', '2', '0002'].sort(compareIds);
    expect(sorted).toEqual(['2', '9', 'A', 'a', '10', '0002']);
    expect(compareIds('10', '10')).toBe(0);
  });

  it('a delivered birth date may be richer than the registered one', () => {
    expect(birthDateAgrees('1957-09-12', '1957-09-00')).toBe(true);
    expect(birthDateAgrees('1957-09-00', '1957-09-00')).toBe(true);
    expect(birthDateAgrees('1957-09-12', '1957-00-00')).toBe(true);
    expect(birthDateAgrees('1957-08-12', '1957-09-00')).toBe(false);
    expect(birthDateAgrees('1957-09-00', '1957-09-12')).toBe(false);
    expect(birthDateAgrees('', '1957-09-12')).toBe(false);
  });

  it('the edition follows the date of delivery', () => {
    expect(editionOn('2015-11-28')).toBe('2014-12');
    expect(editionOn('2015-11-29')).toBe('2015-11');
  });

  it('an onderwijsnummer passes its check', () => {
    const numbers = Array.from({ length: 300 }, (_, counter) => onderwijsnummer(counter));
    expect(new Set(numbers).size).toBe(300);
    for (const number of numbers) {
      expect(number).toMatch(/^10\d{7}$/);
      const sum = [...number].slice(0, 8).reduce((total, digit, index) => total + (9 - index) * Number(digit), 0);
      expect(sum % 11).toBe(Number(number.at(8)) + 5);
    }
  });
});

describe('chance', () => {
  it('is the same with a seed, and not to be guessed without', () => {
    const text = (seed?: string) => {
      let counter = 0;
      return randomText(
        createRandom(seed, () => (counter += 1)),
        'abcdefghij',
        12,
      );
    };
    expect(text('s')).toBe(text('s'));
    expect(text('s')).not.toBe(text('t'));
    expect(text()).not.toBe(text());
  });
});

describe('faults', () => {
  it('are used up, by message', () => {
    const faults = createFaults();
    const take = (nr: number | undefined, holder = '99ZZ00') => faults.take({ nr, holder })?.fault.kind;
    faults.set({ kind: 'http-500', nr: 6, times: 1 });
    faults.set({ kind: 'late', brinnummer: '99ZZ', aanleverpunt: '01' });
    faults.set({ kind: 'slow' });
    expect(take(3)).toBe('slow');
    expect(take(6)).toBe('http-500');
    expect(take(6)).toBe('slow');
    expect(take(3, '99ZZ01')).toBe('late');
    expect(take(3, '98AA01')).toBe('slow');
    expect(take(undefined)).toBe('slow');
    faults.clear();
    expect(take(6)).toBeUndefined();
  });

  it('come by chance, the same with the same seed, whatever other schools send in between', () => {
    const sequence = (seed: string | undefined, disturbed: boolean) => {
      const faults = createFaults();
      const { seed: used } = faults.set({ kind: 'late', chance: 0.3, ...(seed === undefined ? {} : { seed }) });
      const hits = Array.from({ length: 200 }, () => {
        if (disturbed) faults.take({ nr: 3, holder: '98AA00' });
        return faults.take({ nr: 3, holder: '99ZZ00' }) ? 'x' : '.';
      });
      return { used, hits: hits.join('') };
    };
    const first = sequence('s', false);
    expect(sequence('s', true)).toEqual(first);
    expect(sequence('t', false).hits).not.toBe(first.hits);
    expect(first.hits.replaceAll('.', '').length).toBeGreaterThan(40);
    expect(first.hits.replaceAll('.', '').length).toBeLessThan(80);
    // Without a seed one is chosen, and told, so that the run can be had again.
    const chosen = sequence(undefined, false);
    expect(sequence(chosen.used, false).hits).toBe(chosen.hits);
  });
});

describe('guesses', () => {
  it('are five in fifteen minutes', () => {
    const clock = createFixedClock(new Date('2009-11-02T08:00:00Z'));
    const guesses = createGuesses(clock);
    for (let tries = 0; tries < 5; tries += 1) {
      expect(guesses.wait('a')).toBe(0);
      guesses.failed('a');
    }
    expect(guesses.wait('a')).toBe(900);
    expect(guesses.wait('b')).toBe(0);
    clock.set(new Date('2009-11-02T08:15:00Z'));
    expect(guesses.wait('a')).toBe(0);
  });
});

describe('the registers that come with it', () => {
  const brp = readBrp(readBrpFiles([defaultFiles.brp]));

  it('hold RvIG test persons in 9999xxxxx, incomplete birth dates kept', () => {
    const { persons } = JSON.parse(readFileSync(defaultFiles.brp, 'utf8')) as { persons: { bsn: string }[] };
    expect(persons.every(({ bsn }) => bsn.startsWith('9999'))).toBe(true);
    expect(brp.persons().length).toBeGreaterThan(300);
    expect(brp.byBsn('999995856')?.geboortedatum).toBe('1957-09-00');
  });

  it('find a person by name only when there is one', () => {
    const hera = { geboortedatum: '2001-12-31', geslacht: 'V', achternaam: 'JÄGER', voornamen: 'H' };
    expect(brp.byName(hera)?.bsn).toBe('999992533');
    expect(brp.byName({ ...hera, geslacht: 'M' })).toBeUndefined();
    // Odin and Loki Asgaard have one birth date; the first letter tells them apart.
    expect(
      brp.byName({ geboortedatum: '2002-12-20', geslacht: 'M', achternaam: 'Asgaard', voornamen: 'Loki' })?.bsn,
    ).toBe('999992144');
    expect(nameKey({ geslacht: 'V', achternaam: "in 't Veld", voornamen: 'É' })).toBe('V|intveld|e');
  });

  it('hold schools of every soort, a closed one and an inspectielocatie', () => {
    const schools = readBrin(readBrinFile(defaultFiles.brin)).list();
    expect(new Set(schools.map(({ soort }) => soort))).toEqual(new Set(['BAO', 'SBAO', 'TREKKEND', 'WEC']));
    expect(schools.some(({ closed }) => closed !== undefined)).toBe(true);
    expect(schools.some(({ varend }) => varend)).toBe(true);
    expect(schools.flatMap(({ vestigingen }) => vestigingen).some(({ inspectielocatie }) => inspectielocatie)).toBe(
      true,
    );
    expect(
      readBrin(readBrinFile(defaultFiles.brin))
        .school('99ZZ')
        ?.vestigingen.slice(0, 2)
        .map(({ volgnummer }) => volgnummer),
    ).toEqual(['00', '01']);
  });

  it('judge the existence of postcodes only when a table was given', () => {
    expect(readPostcodes(openPostcodes(undefined), brp)).toBeUndefined();
    expect(readPostcodes(['1234AB'], brp)?.has('1234AB')).toBe(true);
  });
});

describe('the conversion of the RvIG table', () => {
  const head =
    'bsn,voornamen,voorvoegsel,geslachtsnaam,geboortedatum,geboorteplaats,geboorteland,geslacht,nationaliteit,datumOverlijden,gemeenteVanInschrijving,straat,huisnummer,huisletter,toevoeging,postcode,woonplaats,landVanwaarIngeschreven,datumVestigingInNederland,landVertrek,datumVertrek';

  it('keeps incomplete dates and leaves out what is empty', () => {
    const [row] = parseRvigCsv(
      `${head}\n999995856,Jo,van,Test,19570900,0363,9049,M,0001,,0363,Straat,1,A,2,1025SK,Stad,,20100000,5010,00000000\n`,
    );
    expect(convertPerson(row ?? {})).toEqual({
      bsn: '999995856',
      voornamen: 'Jo',
      voorvoegsel: 'van',
      geslachtsnaam: 'Test',
      geboortedatum: '1957-09-00',
      geslacht: 'M',
      geboorteland: '9049',
      adressen: [
        { straatnaam: 'Straat', huisnummer: '1', huisnummerToevoeging: 'A2', plaatsnaam: 'Stad', postcode: '1025SK' },
      ],
      migratie: [{ datumVestigingInNederland: '2010-00-00', landWaarnaarVertrokken: '5010' }],
      nationaliteiten: [{ nationaliteit: '0001', begindatum: '1957-09-00' }],
    });
  });

  it('leaves out numbers outside 9999xxxxx and refuses a line that does not fit', () => {
    expect(convertPerson({ bsn: '000000000', geboortedatum: '19570901' })).toBeUndefined();
    expect(() => parseRvigCsv(`${head}\n1,2`)).toThrow();
  });
});
