import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import type { School } from '../../shared/api/session.ts';

/** A field of a form by its label, and what is typed or chosen in it. */
export type Filled = readonly [label: string, value: string];

/** A pupil in one situation: what a secretary fills in step by step, and what becomes of it. */
export interface Enrolled {
  situation: string;
  persoon: Persoonsgegevens;
  /** As a Dutch person types it. */
  datumInschrijving: string;
  /** Where the pupil is, where that is asked. */
  where?: string;
  /** Groups that are taken by a button, and all that is filled in on the step of the inschrijving. */
  add?: readonly string[];
  start: readonly Filled[];
  group?: readonly Filled[];
  /** What is not there to be filled in. */
  absent?: readonly string[];
  /** What is put right on the card afterwards. */
  correction: Filled;
  /** What BRON then has, as far as it tells of the situation. */
  registered: object;
}

/** A school of a soort in the BRIN of the mock, at a moment, with its pupils. */
export interface Visited {
  soort: School['soort'];
  brinnummer: string;
  cluster?: School['cluster'];
  /** The moment at which it is at work, `yyyy-mm-ddThh:mm`. */
  start: string;
  pupils: readonly Enrolled[];
}

const BEFORE = '2013-09-02T09:00';
const AFTER = '2016-01-11T09:00';

/** RvIG test persons as schools would have typed them in. */
const person = (
  voornamen: string,
  achternaam: string,
  burgerservicenummer: string,
  geboortedatum: string,
  geslacht: 'M' | 'V',
  postcode: string,
): Persoonsgegevens => {
  const [roepnaam = ''] = voornamen.split(' ');
  return { voornamen, roepnaam, achternaam, burgerservicenummer, geboortedatum, geslacht, postcode };
};

const funded: Filled = ['Indicatie bekostiging', 'true'];
const nnca: Filled = ['Aanduiding NNCA WEC', '1'];
const inClass = (leerjaar: string, groep: string): readonly Filled[] => [
  ['Leerjaar WEC', leerjaar],
  ['Groepsaanduiding', groep],
];
const indicated = (onderwijssoort: string): readonly Filled[] => [
  ['Datum indicatiestelling', '1-3-2013'],
  ['Onderwijssoort indicatie', onderwijssoort],
];
const byCommission = (number: string): readonly Filled[] => [
  ['BRINnummer REC indicatiestelling', '98RC'],
  ['CVI-nummer', number],
];
const GUIDED = 'Ambulante begeleiding op een andere school';
const GUIDED_AT =
  'BRINnummer van de school of instelling waar de leerling Ambulant Begeleid wordt, periode 1, Indicatiestelling WEC periode 1';

/** Who is at another school has 0 where others have a leerjaar, a groep and more (PvE 4.2.9.9: 343, 4.2.9.12: 443). */
const zeros = {
  aanduidingNnca: '0',
  leerjaarGroep: [{ leerjaar: '0', groep: '0' }],
  schoolsoort: [{ schoolsoort: '0' }],
  soortVerblijf: [{ soortVerblijf: '0' }],
};

/** Every soort of school with its special situations. */
export const visits: readonly Visited[] = [
  {
    soort: 'BAO',
    brinnummer: '98AA',
    start: BEFORE,
    pupils: [
      {
        situation: 'LGF met begeleiding',
        persoon: person('Loki', 'Asgaard', '999992144', '2002-12-20', 'M', '3225VG'),
        datumInschrijving: '1-8-2013',
        add: ['LGF-indicatie WPO'],
        start: [
          funded,
          ['Aanduiding NNCA WPO', '1'],
          ['Code gewichtenregeling, periode 1', '2'],
          ['Gewicht, periode 1', '0'],
          ...indicated('33'),
          ...byCommission('3-01-2013-0001'),
          ['Datum ingang BRINnummer WEC-school, periode 1, LGF-indicatie WPO periode 1', '1-8-2013'],
          ['BRINnummer WEC-school, periode 1, LGF-indicatie WPO periode 1', '98WA'],
        ],
        group: [
          ['Leerjaar', '6'],
          ['Groep', '6a'],
        ],
        correction: ['Groep, periode 1', '6b'],
        registered: {
          leerjaarGroep: [{ groep: '6b' }],
          lgfIndicatie: [{ onderwijssoortIndicatie: '33', ambulanteBegeleiding: [{ brinnummer: '98WA' }] }],
        },
      },
    ],
  },
  {
    soort: 'SBAO',
    brinnummer: '98AB',
    start: AFTER,
    pupils: [
      {
        situation: 'zonder gewicht',
        persoon: person('Roos', 'Janssen', '999995145', '2007-07-26', 'V', '2572NR'),
        datumInschrijving: '1-8-2015',
        start: [funded, ['Aanduiding NNCA WPO', '2']],
        group: [
          ['Leerjaar', '4'],
          ['Groep', 'Uil'],
        ],
        absent: ['Gewicht WPO', 'LGF-indicatie WPO toevoegen', 'Ontwikkelingsperspectief BAO WPO toevoegen'],
        correction: ['Groep, periode 1', 'Valk'],
        registered: { aanduidingNnca: '2', leerjaarGroep: [{ groep: 'Valk' }] },
      },
    ],
  },
  {
    soort: 'RIJDEND',
    brinnummer: '98AC',
    start: AFTER,
    pupils: [
      {
        situation: 'trekkende bevolking',
        persoon: person('Hendrik', 'Bultenaar', '999995923', '2007-01-12', 'M', '3224TB'),
        datumInschrijving: '1-8-2015',
        start: [funded],
        group: [
          ['Leerjaar', '5'],
          ['Groep', 'Kermis'],
        ],
        absent: ['Gewicht WPO', 'Verzorgers'],
        correction: ['Groep, periode 1', 'Circus'],
        registered: { aanduidingNnca: '0', leerjaarGroep: [{ groep: 'Circus' }] },
      },
    ],
  },
  {
    soort: 'VAREND',
    brinnummer: '98AD',
    start: AFTER,
    pupils: [
      {
        situation: 'varend, in leerjaar 0',
        persoon: person('Teun', 'Groot Esselink', '999999369', '2012-04-18', 'M', '3032CG'),
        datumInschrijving: '2-11-2015',
        start: [funded],
        group: [
          ['Leerjaar', '0'],
          ['Groep', 'Roef'],
        ],
        absent: ['Gewicht WPO'],
        correction: ['Groep, periode 1', 'Kajuit'],
        registered: { aanduidingNnca: '0', leerjaarGroep: [{ leerjaar: '0', groep: 'Kajuit' }] },
      },
    ],
  },
  {
    soort: 'SO',
    brinnummer: '98WA',
    cluster: '3',
    start: BEFORE,
    pupils: [
      {
        situation: 'ambulant begeleid',
        persoon: person('Berend', 'Bultenaar', '999991577', '2005-01-23', 'M', '2554EJ'),
        datumInschrijving: '1-8-2013',
        where: GUIDED,
        start: [funded, ...indicated('33'), ...byCommission('3-01-2013-0002'), [GUIDED_AT, '98AA']],
        absent: ['Aanduiding NNCA WEC', 'Schoolsoort', 'Soort onderwijs'],
        correction: [GUIDED_AT, '98AB'],
        registered: { ...zeros, indicatiestelling: [{ ambulanteBegeleiding: [{ brinnummer: '98AB' }] }] },
      },
      {
        situation: 'residentieel',
        persoon: person('Leonie Keesje', 'Brouwers', '999994487', '2006-12-25', 'V', '3544NG'),
        datumInschrijving: '1-8-2013',
        start: [funded, ['Soort onderwijs', '31'], ['Indicatie soort verblijf', '3'], nnca],
        group: inClass('2', 'Beuk'),
        correction: ['Groepsaanduiding, periode 1', 'Linde'],
        registered: { soortVerblijf: [{ soortVerblijf: '3' }], leerjaarGroep: [{ groep: 'Linde' }] },
      },
    ],
  },
  {
    soort: 'VSO',
    brinnummer: '98WB',
    cluster: '4',
    start: AFTER,
    pupils: [
      {
        situation: 'toelaatbaarheidsverklaring',
        persoon: person('Hendrika', 'Almenkinders', '999996745', '2003-02-27', 'V', '1067MD'),
        datumInschrijving: '1-8-2015',
        add: ['Toelaatbaarheidsverklaring', 'Uitstroomprofiel WEC'],
        start: [
          funded,
          nnca,
          ['Datum ingang toelaatbaarheidsverklaring', '1-8-2015'],
          ['Samenwerkingsverband nummer', 'VO9901'],
          ['Bekostigingscategorie', 'M'],
          ['Beschikkingsnummer TLV', 'VO9901-2015-00001'],
          ['Datum einde Toelaatbaarheidsverklaring', '31-7-2018'],
          ['Uitstroomprofiel', '2'],
        ],
        group: inClass('5', 'Praktijk 1'),
        absent: ['Soort onderwijs', 'Indicatiestelling WEC', 'Elementcode'],
        correction: ['Bekostigingscategorie', 'H'],
        registered: {
          schoolsoort: [{ schoolsoort: '2' }],
          toelaatbaarheidsverklaring: [{ bekostigingscategorie: 'H', einddatum: '2018-07-31' }],
          uitstroomprofiel: [{ begindatum: '2015-08-01', uitstroomprofiel: '2' }],
        },
      },
    ],
  },
  {
    soort: 'SO+VSO',
    brinnummer: '98AE',
    cluster: '3',
    start: BEFORE,
    pupils: [
      {
        situation: 'crisisplaats in het VSO',
        persoon: person('Vera', 'Galjoen', '999993082', '1999-05-18', 'V', '2596TW'),
        datumInschrijving: '2-9-2013',
        start: [funded, ['Soort onderwijs', '33'], ['Schoolsoort', '2'], ['Indicatie soort verblijf', '1'], nnca],
        group: inClass('8', 'Crisis'),
        correction: ['Leerjaar WEC, periode 1', '9'],
        registered: {
          schoolsoort: [{ schoolsoort: '2' }],
          soortVerblijf: [{ soortVerblijf: '1' }],
          leerjaarGroep: [{ leerjaar: '9' }],
        },
      },
    ],
  },
  {
    soort: 'VGK',
    brinnummer: '98WV',
    start: AFTER,
    pupils: [
      {
        situation: 'arrangement',
        persoon: person('Manon', 'Jacobs', '999996289', '2007-11-28', 'V', '6221AH'),
        datumInschrijving: '1-8-2015',
        where: 'Arrangement op een andere school',
        start: [
          funded,
          ['BRINnummer school van inschrijving', '98AA'],
          ['Vestigingsvolgnummer school van inschrijving', '00'],
        ],
        absent: ['Aanduiding NNCA WEC', 'Soort onderwijs', 'Toelaatbaarheidsverklaring'],
        correction: ['BRINnummer school van inschrijving', '98AB'],
        registered: { ...zeros, arrangement: [{ brinnummer: '98AB', vestigingsvolgnummer: '00' }] },
      },
      {
        situation: 'visueel gehandicapt, bij ons in de klas',
        persoon: person('Dennis Floris', 'Altena', '999997592', '2006-03-20', 'M', '2513AC'),
        datumInschrijving: '1-8-2015',
        start: [funded, ['Soort onderwijs', '11'], ['Schoolsoort', '1'], nnca],
        group: inClass('6', 'Braille'),
        correction: ['Groepsaanduiding, periode 1', 'Reglet'],
        registered: { soortOnderwijs: [{ soortOnderwijs: '11' }], leerjaarGroep: [{ groep: 'Reglet' }] },
      },
    ],
  },
];
