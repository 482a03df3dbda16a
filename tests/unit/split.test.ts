import { describe, expect, it } from 'vitest';
import type { GegevensWec, GegevensWpo, InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import { splitAt, splitChanges } from '../../shared/domain/enrolment/split.ts';
import { carryRules } from '../../shared/domain/enrolment/splitRules.ts';
import { allKinds, inschrijvingKinds } from '../../shared/pve/berichten/kinds.ts';
import type { Gegevensgroep } from '../../shared/pve/gegevensset/types.ts';
import { correctInschrijving, correctWec } from '../support/pupils.ts';

const SINCE = '2012-08-01';
const wpo = (changes: Partial<GegevensWpo> = {}) => correctInschrijving({ datumInschrijving: SINCE, ...changes });
const wec = (changes: Partial<GegevensWec> = {}) => correctWec({ datumInschrijving: SINCE, ...changes });

const schoolsoorten = (...list: [begindatum: string, schoolsoort: string][]): Partial<GegevensWec> => ({
  schoolsoort: list.map(([begindatum, schoolsoort]) => ({ begindatum, schoolsoort })),
});
const vestigingen = (...list: [begindatum: string, vestigingsvolgnummer: string][]) => ({
  vestiging: list.map(([begindatum, vestigingsvolgnummer]) => ({ begindatum, vestigingsvolgnummer })),
});
const guided = (...list: [begindatum: string, brinnummer: string][]): Partial<GegevensWec> => ({
  indicatiestelling: [
    {
      begindatum: '2012-05-01',
      ambulanteBegeleiding: list.map(([begindatum, brinnummer]) => ({ begindatum, brinnummer })),
    },
  ],
});

describe('which changes may or must be an uitschrijving and a new inschrijving (PvE 4.1)', () => {
  const cases: [what: string, gegevens: InschrijvingGegevens, expected: string[]][] = [
    ['none', wec(), []],
    [
      'schoolsoort on the first day on which it must',
      wec(schoolsoorten([SINCE, '1'], ['2013-08-01', '2'])),
      ['schoolsoort 2013-08-01 must'],
    ],
    [
      'schoolsoort a day earlier',
      wec(schoolsoorten([SINCE, '1'], ['2013-07-31', '2'])),
      ['schoolsoort 2013-07-31 may'],
    ],
    [
      'from SO to ambulante begeleiding',
      wec(schoolsoorten([SINCE, '1'], ['2014-01-06', '0'])),
      ['schoolsoort 2014-01-06 must'],
    ],
    ['the same schoolsoort again', wec(schoolsoorten([SINCE, '1'], ['2013-08-01', '1'])), []],
    ['typed out of order', wec(schoolsoorten(['2013-08-01', '2'], [SINCE, '1'])), ['schoolsoort 2013-08-01 must']],
    ['a day that is not typed yet', wec(schoolsoorten([SINCE, '1'], ['2013-08', '2'])), []],
    ['a value that is not chosen yet', wec(schoolsoorten([SINCE, '1'], ['2013-08-01', ''])), []],
    [
      'after the uitschrijving',
      wec({ ...schoolsoorten([SINCE, '1'], ['2013-08-01', '2']), datumUitschrijving: '2013-07-31' }),
      [],
    ],
    [
      'on the last day',
      wec({ ...schoolsoorten([SINCE, '1'], ['2013-08-01', '2']), datumUitschrijving: '2013-08-01' }),
      ['schoolsoort 2013-08-01 must'],
    ],
    ['on the first day', wec(schoolsoorten(['2012-01-01', '1'], [SINCE, '2'])), []],
    ['another vestiging WEC', wec(vestigingen([SINCE, '00'], ['2014-08-01', '01'])), ['vestiging 2014-08-01 may']],
    ['another vestiging WPO', wpo(vestigingen([SINCE, '00'], ['2014-08-01', '01'])), ['vestiging 2014-08-01 may']],
    [
      'guided at another school',
      wec(guided([SINCE, '98AA'], ['2013-09-01', '98AB'])),
      ['ambulanteBegeleiding 2013-09-01 may'],
    ],
    [
      'two, by date',
      wec({ ...schoolsoorten([SINCE, '1'], ['2014-08-01', '2']), ...vestigingen([SINCE, '00'], ['2013-10-01', '01']) }),
      ['vestiging 2013-10-01 may', 'schoolsoort 2014-08-01 must'],
    ],
    [
      'leerjaar, bekostiging, soort onderwijs and soort verblijf: never',
      wec({
        leerjaarGroep: [
          { begindatum: SINCE, leerjaar: '3', groep: 'a' },
          { begindatum: '2014-08-01', leerjaar: '4', groep: 'b' },
        ],
        indicatieBekostiging: [
          { begindatum: SINCE, indicatieBekostiging: 'true' },
          { begindatum: '2014-08-01', indicatieBekostiging: 'false' },
        ],
        soortOnderwijs: [
          { begindatum: SINCE, soortOnderwijs: '33' },
          { begindatum: '2014-08-01', soortOnderwijs: '34' },
        ],
        soortVerblijf: [
          { begindatum: SINCE, soortVerblijf: '0' },
          { begindatum: '2014-08-01', soortVerblijf: '3' },
        ],
      }),
      [],
    ],
  ];
  it.each(cases)('%s', (_, gegevens, expected) => {
    expect(splitChanges(gegevens).map(({ group, date, need }) => `${group} ${date} ${need}`)).toEqual(expected);
  });
});

it('has a rule for every group that has a date of its own', () => {
  const dated = (groups: readonly Gegevensgroep[]): string[] =>
    groups.flatMap((group) => [...(group.period ? [group.key] : []), ...dated(group.groups)]);
  for (const kind of allKinds)
    expect(Object.keys(carryRules[kind]).sort(), kind).toEqual(
      [...new Set([...dated(inschrijvingKinds[kind].groups), 'verplichteEindtoets'])].sort(),
    );
});

describe('cutting an inschrijving at a date', () => {
  const DATE = '2013-08-01';
  const BEFORE = '2013-07-31';

  it('ends the old one the day before and begins the new one with what holds then', () => {
    const leerjaarGroep = [
      { begindatum: SINCE, leerjaar: '3', groep: '3a' },
      { begindatum: '2013-01-07', leerjaar: '3', groep: '3b' },
      { begindatum: '2013-11-04', leerjaar: '4', groep: '4b' },
    ];
    const before = wpo({ ...vestigingen([SINCE, '00'], [DATE, '01']), leerjaarGroep, previousSchool: '98AB' });
    const { ended, opened, left } = splitAt(before, DATE);
    expect(ended).toEqual({
      ...before,
      datumUitschrijving: BEFORE,
      ...vestigingen([SINCE, '00']),
      leerjaarGroep: leerjaarGroep.slice(0, 2),
    });
    const { previousSchool: _, ...carried } = before;
    expect(opened).toEqual({
      ...carried,
      datumInschrijving: DATE,
      ...vestigingen([DATE, '01']),
      indicatieBekostiging: [{ begindatum: DATE, indicatieBekostiging: 'true' }],
      leerjaarGroep: [{ ...leerjaarGroep[1], begindatum: DATE }, leerjaarGroep[2]],
      gewicht: [{ codeGewichtenregeling: '2', begindatum: DATE, gewicht: '0' }],
    });
    expect(left).toEqual([]);
  });

  it('gives the end of one that was ended already to the new one, and the begin to the old one', () => {
    const end = { datumUitschrijving: '2014-06-30', leavingReason: 'special', destination: '98AE' };
    const begin = { datumOorspronkelijkeInschrijving: '2012-07-01', proof: 'ouderverklaring', proofDate: '2012-06-01' };
    const { ended, opened } = splitAt(wpo({ ...begin, ...end, adviesVo: '40' }), DATE);
    expect(ended).toMatchObject({ ...begin, datumUitschrijving: BEFORE, adviesVo: '40' });
    expect(opened).toMatchObject({ ...end, datumInschrijving: DATE, adviesVo: '40', aanduidingNnca: '1' });
    for (const key of Object.keys(begin)) expect(opened).not.toHaveProperty(key);
    for (const key of ['leavingReason', 'destination']) expect(ended).not.toHaveProperty(key);
  });

  const groups: [what: string, gegevens: InschrijvingGegevens, group: string, ended: object[], opened: object[]][] = [
    [
      'an indicatiestelling goes along with its own date, its begeleiding begins anew',
      wec(guided([SINCE, '98AA'], ['2013-09-02', '98AB'])),
      'indicatiestelling',
      [{ begindatum: '2012-05-01', ambulanteBegeleiding: [{ begindatum: SINCE, brinnummer: '98AA' }] }],
      [
        {
          begindatum: '2012-05-01',
          ambulanteBegeleiding: [
            { begindatum: DATE, brinnummer: '98AA' },
            { begindatum: '2013-09-02', brinnummer: '98AB' },
          ],
        },
      ],
    ],
    [
      'of two indicatiestellingen the later goes along',
      wec({
        indicatiestelling: [
          { begindatum: '2012-05-01', onderwijssoortIndicatie: '33', ambulanteBegeleiding: [] },
          { begindatum: '2013-02-01', onderwijssoortIndicatie: '34', ambulanteBegeleiding: [] },
        ],
      }),
      'indicatiestelling',
      [
        { begindatum: '2012-05-01', onderwijssoortIndicatie: '33', ambulanteBegeleiding: [] },
        { begindatum: '2013-02-01', onderwijssoortIndicatie: '34', ambulanteBegeleiding: [] },
      ],
      [{ begindatum: '2013-02-01', onderwijssoortIndicatie: '34', ambulanteBegeleiding: [] }],
    ],
    [
      'a TLV of the same schoolsoort goes along while it is in force on the date',
      wec({
        toelaatbaarheidsverklaring: [
          { begindatum: '2012-08-01', einddatum: BEFORE },
          { begindatum: '2012-09-01', einddatum: DATE },
        ],
      }),
      'toelaatbaarheidsverklaring',
      [
        { begindatum: '2012-08-01', einddatum: BEFORE },
        { begindatum: '2012-09-01', einddatum: DATE },
      ],
      [{ begindatum: '2012-09-01', einddatum: DATE }],
    ],
    [
      'a TLV of another schoolsoort does not, one that begins on the date does',
      wec({
        ...schoolsoorten([SINCE, '1'], [DATE, '2']),
        toelaatbaarheidsverklaring: [
          { begindatum: '2012-08-01', einddatum: '2014-07-31' },
          { begindatum: DATE, einddatum: '2015-07-31' },
        ],
      }),
      'toelaatbaarheidsverklaring',
      [{ begindatum: '2012-08-01', einddatum: '2014-07-31' }],
      [{ begindatum: DATE, einddatum: '2015-07-31' }],
    ],
    [
      'an uitstroomprofiel goes along within the schoolsoort',
      wec({ uitstroomprofiel: [{ begindatum: '2013-01-07', uitstroomprofiel: '1' }] }),
      'uitstroomprofiel',
      [{ begindatum: '2013-01-07', uitstroomprofiel: '1' }],
      [{ begindatum: DATE, uitstroomprofiel: '1' }],
    ],
    [
      'a programma that goes on ends, and begins anew',
      wpo({
        vroegschoolsProgramma: [
          { begindatum: SINCE, einddatum: '2012-12-31' },
          { begindatum: '2013-01-07', einddatum: '2013-12-31' },
        ],
      }),
      'vroegschoolsProgramma',
      [
        { begindatum: SINCE, einddatum: '2012-12-31' },
        { begindatum: '2013-01-07', einddatum: BEFORE },
      ],
      [{ begindatum: DATE, einddatum: '2013-12-31' }],
    ],
    [
      'an OPP without end ends, and begins anew (435)',
      wpo({ ontwikkelingsperspectief: [{ begindatum: SINCE }] }),
      'ontwikkelingsperspectief',
      [{ begindatum: SINCE, einddatum: BEFORE }],
      [{ begindatum: DATE }],
    ],
    [
      'an eindtoets stays where it was taken',
      wpo({ eindtoets: [{ datumEindtoets: '2013-02-11', codeEindtoets: '1' }] }),
      'eindtoets',
      [{ datumEindtoets: '2013-02-11', codeEindtoets: '1' }],
      [],
    ],
    [
      'a verplichte eindtoets of a later day goes along',
      wpo({ verplichteEindtoets: [{ codeVerplichteEindtoets: '0001', datumAfname: DATE, toetsonderdeel: [] }] }),
      'verplichteEindtoets',
      [],
      [{ codeVerplichteEindtoets: '0001', datumAfname: DATE, toetsonderdeel: [] }],
    ],
  ];
  it.each(groups)('%s', (_, gegevens, group, ended, opened) => {
    const split = splitAt(gegevens, DATE);
    expect((split.ended as Record<string, unknown>)[group]).toEqual(ended);
    expect((split.opened as Record<string, unknown>)[group]).toEqual(opened);
  });

  it('names what does not go along to another schoolsoort', () => {
    const gegevens = wec({
      ...schoolsoorten([SINCE, '1'], [DATE, '2']),
      toelaatbaarheidsverklaring: [{ begindatum: '2012-08-01', einddatum: '2014-07-31' }],
    });
    expect(splitAt(gegevens, DATE).left).toEqual(['Toelaatbaarheidsverklaring']);
  });

  it('begins one of a pupil who is guided elsewhere from then on with its zeros', () => {
    const { ended, opened } = splitAt(wec(), DATE, 'ambulant');
    expect(ended).toEqual({ ...wec(), datumUitschrijving: BEFORE });
    expect(opened).toMatchObject({
      datumInschrijving: DATE,
      aanduidingNnca: '0',
      schoolsoort: [{ begindatum: DATE, schoolsoort: '0' }],
      soortOnderwijs: [{ begindatum: DATE, soortOnderwijs: '00' }],
      indicatiestelling: [{ begindatum: SINCE, ambulanteBegeleiding: [{ begindatum: DATE }] }],
    });
  });
});
