import fc from 'fast-check';
import { addDays } from '../../../shared/domain/dates.ts';
import type { InschrijvingWec, InschrijvingWpo } from '../../../shared/pve/berichten/content.ts';
import { waarden } from '../../../shared/pve/waardelijsten/waardelijsten.ts';

/** Dates from the start on, each once, the start itself among them. */
const dates = (start: string, maximum = 4): fc.Arbitrary<string[]> =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: maximum - 1 })
    .map((days) => [start, ...days.map((count) => addDays(start, count))]);

/** Voorkomens that begin on dates from the start on. */
const voorkomens = <T extends object>(start: string, gegevens: (index: number) => T, maximum?: number) =>
  dates(start, maximum).map((list) => list.map((begindatum, index) => ({ begindatum, ...gegevens(index) })));

const alternately = (even: string, odd: string) => (index: number) => (index % 2 ? odd : even);
const vestigingen = alternately('0', '01');
const bekostigd = alternately('true', 'false');
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Takes out what is undefined. */
const filled = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Partial<T>;

/**
 * An inschrijving WPO on this day, of a basisschool without pupils that travel, that is right in every part: with all groups of the
 * edition of 2014-12. LGF-indicaties end with passend onderwijs: they stand in one that begins before 2014 only.
 */
export const rightWpo = (start: string): fc.Arbitrary<InschrijvingWpo> =>
  fc
    .record({
      left: sometimes(fc.integer({ min: 60, max: 300 })),
      aanduidingNnca: fc.constantFrom('0', '1', '2'),
      adviesVo: fc.constantFrom(...waarden('adviesVo', '2009-11-02').map(({ code }) => code)),
      voorschoolseMaanden: sometimes(fc.integer({ min: 1, max: 24 }).map(String)),
      voorschoolsProgramma: sometimes(fc.constantFrom(...waarden('vve').map(({ code }) => code))),
      vestiging: voorkomens(start, (index) => ({ vestigingsvolgnummer: vestigingen(index) })),
      indicatieBekostiging: voorkomens(start, (index) => ({ indicatieBekostiging: bekostigd(index) })),
      leerjaarGroep: voorkomens(start, (index) => ({ leerjaar: String(1 + (index % 8)), groep: `groep ${index}` })),
      gewicht: voorkomens(
        start,
        (index) => ({ codeGewichtenregeling: index ? '1' : '2', gewicht: index ? '0,90' : '1,20' }),
        2,
      ),
      programma: dates(start, 3).map((list) => [...list].sort()),
      eindtoets: dates(start, 3),
      ambulanteBegeleiding: voorkomens(start, () => ({ brinnummer: '98WA' }), 3),
    })
    .map(({ left, programma, eindtoets, ambulanteBegeleiding, ...rest }) => ({
      datumInschrijving: start,
      ...filled({ ...rest, datumUitschrijving: left === undefined ? undefined : addDays(start, left) }),
      vroegschoolsProgramma: programma.map((begindatum, index, { [index + 1]: next }) => ({
        begindatum,
        vroegschoolsProgramma: `0${1 + index}`,
        // A programme of one day has no end: it would have to lie after its start.
        ...(next !== undefined && next > addDays(begindatum, 1) ? { einddatum: addDays(next, -1) } : {}),
      })),
      eindtoets: eindtoets.map((datumEindtoets, index) => ({
        datumEindtoets,
        codeEindtoets: index % 2 ? '1' : '8',
        ...(index % 2 ? { uitslagEindtoets: '535' } : {}),
      })),
      ...(start < '2014'
        ? {
            lgfIndicatie: [
              {
                begindatum: start,
                onderwijssoortIndicatie: '33',
                brinnummerRec: '98RC',
                cviNummer: '3-01-2008-0001',
                ambulanteBegeleiding,
              },
            ],
          }
        : {}),
    }));

/** An inschrijving WEC on this day at a school of cluster 3, after the start of passend onderwijs, that is right in every part. */
export const rightWec = (start: string): fc.Arbitrary<InschrijvingWec> =>
  fc.record({
    datumInschrijving: fc.constant(start),
    aanduidingNnca: fc.constantFrom('1', '2'),
    vestiging: voorkomens(start, () => ({ vestigingsvolgnummer: '00' })),
    indicatieBekostiging: voorkomens(start, () => ({ indicatieBekostiging: 'true' })),
    leerjaarGroep: voorkomens(start, () => ({ leerjaar: '5', groep: 'a' })),
    schoolsoort: voorkomens(start, () => ({ schoolsoort: '1' })),
    soortVerblijf: voorkomens(start, () => ({ soortVerblijf: '0' })),
    toelaatbaarheidsverklaring: fc
      .constantFrom(...waarden('bekostigingscategorie').map(({ code }) => code))
      .map((bekostigingscategorie) => [
        {
          begindatum: '2014-08-01',
          samenwerkingsverbandNummer: 'PO9901',
          bekostigingscategorie,
          beschikkingsnummerTlv: 'PO9901-2014-00001',
          einddatum: '2016-07-31',
        },
      ]),
  });
