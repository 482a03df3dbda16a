import { begindatum, element, group } from './build.ts';

const file = 'BegrippenregisterOnderwijsverbandPO';
const base = { file, min: 1, max: 'n', period: 'begindatum', groups: [] } as const;

const ambulanteBegeleidingWec = group({
  ...base,
  key: 'ambulanteBegeleiding',
  name: 'Ambulante begeleiding WEC',
  xsd: 'ambulanteBegeleidingWEC',
  min: 0,
  elements: [
    begindatum(
      '89',
      'Datum ingang BRINnummer van de school waar de leerling Ambulant Begeleid wordt',
      'De eerste dag van de begeleiding op deze school; de eerste begint op de datum inschrijving.',
    ),
    element(
      '90',
      'brinnummer',
      'BRINnummer van de school of instelling waar de leerling Ambulant Begeleid wordt',
      'BRINnummer',
      'alfanum',
      4,
      {
        required: true,
        waardelijst: 'brin',
        help: 'De school waar de leerling in de klas zit, met twee cijfers en twee letters. Die school geeft het u.',
      },
    ),
  ],
});

/** The vaste gegevens of an inschrijving WEC and all groups below it, in the order of bericht 3 (PvE 4.1.4, 5.6.3). */
export const inschrijvingWec = group({
  key: 'inschrijvingWec',
  name: 'Inschrijving WEC',
  xsd: 'inschrijvingWEC',
  file,
  min: 0,
  max: 1,
  elements: [
    element('67', 'datumInschrijving', 'Datum inschrijving', 'datumInschrijving', 'datum', 8, {
      required: true,
      help: 'De eerste dag dat de leerling les krijgt of begeleid wordt. Is dat de eerste schooldag van het jaar, dan 1 augustus.',
    }),
    element('68', 'datumUitschrijving', 'Datum uitschrijving', 'datumUitschrijving', 'datum', 8, {
      help: 'De laatste dag dat de leerling les krijgt of begeleid wordt. Is dat de laatste schooldag van het jaar, dan 31 juli.',
    }),
    element('69', 'brinnummerTeruggeplaatst', 'BRINnummer teruggeplaatste leerling', 'BRINnummer', 'alfanum', 4, {
      waardelijst: 'brin',
      help: 'Het BRIN van de school waarnaar een geïndiceerde leerling terugging zonder rugzak. Alleen bij een uitschrijving van vóór 1 augustus 2014.',
    }),
    element('70', 'aanduidingNnca', 'Aanduiding NNCA WEC', 'aanduidingNNCA', 'alfanum', 1, {
      required: true,
      waardelijst: 'nnca',
      help: 'Niet-Nederlandse culturele achtergrond: in het (voortgezet) speciaal onderwijs tellen Suriname, de Antillen en Aruba mee als 2. De ouders weten het.',
    }),
    element(
      '71',
      'datumOorspronkelijkeInschrijving',
      'Datum inschrijving oorspronkelijke inschrijving',
      'datumOorspronkelijkeInschrijving',
      'datum',
      8,
      { help: 'De datum waaronder BRON de inschrijving kende die u hiermee verbetert. Het programma vult die in.' },
    ),
  ],
  groups: [
    group({
      ...base,
      key: 'vestiging',
      name: 'Vestiging WEC',
      xsd: 'vestigingsplaatsing',
      file: 'BegrippenregisterInstellingEnOnderwijsPO',
      elements: [
        begindatum('72', 'Datum ingang plaatsing vestiging', 'De eerste periode begint op de datum inschrijving.'),
        element('73', 'vestigingsvolgnummer', 'Vestigingsvolgnummer', 'vestigingsvolgnummer', 'alfanum', 2, {
          required: true,
          waardelijst: 'vestiging',
          help: 'De vestiging waar de leerling zit, of die de begeleiding verzorgt. De vestigingen staan bij Instellingen.',
        }),
      ],
    }),
    group({
      ...base,
      key: 'indicatieBekostiging',
      name: 'Indicatie bekostiging WEC',
      xsd: 'bekostigingsGegevens',
      elements: [
        begindatum('74', 'Datum ingang indicatie bekostiging', 'De eerste periode begint op de datum inschrijving.'),
        element('75', 'indicatieBekostiging', 'Indicatie bekostiging', 'indicatieBekostiging', 'boolean', 5, {
          required: true,
          help: 'Ja, als de inschrijving volgens de school voor bekostiging meetelt.',
        }),
      ],
    }),
    group({
      ...base,
      key: 'soortOnderwijs',
      name: 'Soort onderwijs WEC',
      xsd: 'soortOnderwijsWEC',
      min: 0,
      elements: [
        begindatum('76', 'Datum ingang soort onderwijs', 'De eerste periode begint op de datum inschrijving.'),
        element('77', 'soortOnderwijs', 'Soort onderwijs', 'codesoortOnderwijs', 'alfanum', 2, {
          required: true,
          waardelijst: 'soortOnderwijs',
          help: 'Het soort onderwijs dat de leerling volgt; uw school moet er toestemming voor hebben. Het staat in de indicatie of het dossier.',
        }),
      ],
    }),
    group({
      ...base,
      key: 'leerjaarGroep',
      name: 'Leerjaar/groep WEC',
      xsd: 'voortgangWEC',
      elements: [
        begindatum('78', 'Datum plaatsing leerjaar/groep', 'De eerste periode begint op de datum inschrijving.'),
        element('79', 'groep', 'Groepsaanduiding', 'groep', 'alfanum', 30, {
          required: true,
          help: 'De naam van de groep waarin de leerling de meeste tijd les krijgt, uniek binnen de vestiging.',
        }),
        element('80', 'leerjaar', 'Leerjaar WEC', 'leerjaar', 'num', 2, {
          required: true,
          help: 'Hoeveel jaar de leerling speciaal of voortgezet speciaal onderwijs volgt. Jaren op andere scholen tellen mee.',
        }),
      ],
    }),
    group({
      ...base,
      key: 'schoolsoort',
      name: 'Schoolsoort WEC',
      xsd: 'schoolsoortGegevensWEC',
      elements: [
        begindatum('81', 'Datum ingang schoolsoort', 'De eerste periode begint op de datum inschrijving.'),
        element('82', 'schoolsoort', 'Schoolsoort', 'schoolSoortWEC', 'alfanum', 1, {
          required: true,
          waardelijst: 'schoolsoort',
          help: 'Speciaal of voortgezet speciaal onderwijs. Wie overgaat van het een naar het ander, schrijft u uit en opnieuw in.',
        }),
      ],
    }),
    group({
      ...base,
      key: 'soortVerblijf',
      name: 'Soort verblijf WEC',
      xsd: 'soortVerblijfWEC',
      elements: [
        begindatum('83', 'Datum ingang soort verblijf', 'De eerste periode begint op de datum inschrijving.'),
        element('84', 'soortVerblijf', 'Indicatie soort verblijf', 'indicatieSoortVerblijf', 'alfanum', 1, {
          required: true,
          waardelijst: 'soortVerblijf',
          help: 'Of de leerling in een residentiële instelling woont en in welke, of tot 1 augustus 2014 een crisis- of observatieplaats heeft. De plaatsingsbrief zegt het.',
        }),
      ],
    }),
    group({
      ...base,
      key: 'indicatiestelling',
      name: 'Indicatiestelling WEC',
      xsd: 'indicatiestellingWEC',
      min: 0,
      elements: [
        begindatum(
          '85',
          'Datum indicatiestelling',
          'De begindatum op de beschikking van de commissie voor de indicatiestelling. Begeleidt een instelling voor visueel gehandicapte kinderen, dan de dag van invoeren.',
        ),
        element('86', 'onderwijssoortIndicatie', 'Onderwijssoort indicatie', 'onderwijssoortIndicatie', 'alfanum', 2, {
          required: true,
          waardelijst: 'onderwijssoortIndicatie',
          help: 'De onderwijssoort die op de beschikking staat.',
        }),
        element('87', 'brinnummerRec', 'BRINnummer REC indicatiestelling', 'BRINnummer', 'alfanum', 4, {
          waardelijst: 'brin',
          help: 'Het BRIN van het regionaal expertisecentrum dat de indicatie gaf; het staat op de beschikking. Niet nodig in cluster 1.',
        }),
        element('88', 'cviNummer', 'CVI-nummer', 'CVInummer', 'alfanum', 14, {
          help: 'Het nummer op de beschikking, bijvoorbeeld 3-01-2009-0001: cluster, commissie, jaar en volgnummer.',
        }),
      ],
      groups: [ambulanteBegeleidingWec],
    }),
    group({
      ...base,
      key: 'toelaatbaarheidsverklaring',
      name: 'Toelaatbaarheidsverklaring',
      xsd: 'toelaatbaarheidsverklaring',
      min: 0,
      elements: [
        begindatum(
          '91',
          'Datum ingang toelaatbaarheidsverklaring',
          'De begindatum op de toelaatbaarheidsverklaring, op of na 1 augustus 2014. Die mag vóór de datum inschrijving liggen.',
        ),
        element(
          '92',
          'samenwerkingsverbandNummer',
          'Samenwerkingsverband nummer',
          'samenwerkingsverbandNummer',
          'alfanum',
          6,
          {
            required: true,
            help: 'Het samenwerkingsverband dat de verklaring gaf, bijvoorbeeld PO2001. Het staat op de verklaring.',
          },
        ),
        element('93', 'bekostigingscategorie', 'Bekostigingscategorie', 'bekostigingscategorie', 'alfanum', 1, {
          required: true,
          waardelijst: 'bekostigingscategorie',
          help: 'Laag, midden of hoog, zoals op de verklaring staat.',
        }),
        element('94', 'beschikkingsnummerTlv', 'Beschikkingsnummer TLV', 'beschikkingsnummerTLV', 'alfanum', 17, {
          required: true,
          help: 'Het nummer op de verklaring, bijvoorbeeld PO2001-2014-00012: samenwerkingsverband, jaar en volgnummer.',
        }),
        element('95', 'einddatum', 'Datum einde Toelaatbaarheidsverklaring', 'tijdsbeeldPeriodeEinddatum', 'datum', 8, {
          required: true,
          help: 'De laatste dag waarop de verklaring geldt: altijd 31 juli, ten minste één heel schooljaar na de ingang.',
        }),
      ],
    }),
    group({
      ...base,
      key: 'uitstroomprofiel',
      name: 'Uitstroomprofiel WEC',
      xsd: 'uitstroomprofielWEC',
      min: 0,
      elements: [
        begindatum(
          '98',
          'Datum ingang uitstroomprofiel',
          'De dag waarop de leerling in dit profiel is geplaatst; bij een inschrijving vanaf 1 augustus 2014 begint het eerste op de datum inschrijving.',
        ),
        element('99', 'uitstroomprofiel', 'Uitstroomprofiel', 'uitstroomprofiel', 'num', 1, {
          required: true,
          waardelijst: 'uitstroomprofiel',
          help: 'Waar de leerling naartoe werkt: dagbesteding, arbeidsmarkt of vervolgonderwijs. Het staat in het ontwikkelingsperspectief.',
        }),
        element('', 'elementcode', 'Elementcode', 'elementcode', 'num', 4, {
          help: 'Alleen bij vervolgonderwijs: de code van de opleiding in het voortgezet onderwijs, vier cijfers, uit de elementcodetabel van DUO.',
        }),
        element('100', 'leerjaarUitstroomprofiel', 'Leerjaar uitstroomprofiel', 'leerjaarUitstroomprofiel', 'num', 1, {
          help: 'Alleen bij vervolgonderwijs: het leerjaar van die opleiding, 1 tot en met 6.',
        }),
      ],
    }),
    group({
      ...base,
      key: 'arrangement',
      name: 'Arrangement WEC',
      xsd: 'arrangementWEC',
      min: 0,
      max: 1,
      since: '2015-11',
      elements: [
        begindatum(
          '95a',
          'Datum ingang arrangement',
          'De dag waarop het arrangement begint: de datum inschrijving, op of na 1 augustus 2015.',
        ),
        element('95b', 'brinnummer', 'BRINnummer school van inschrijving', 'BRINnummer', 'alfanum', 4, {
          required: true,
          waardelijst: 'brin',
          help: 'De school waar de leerling in de klas zit en het arrangement krijgt; niet uw eigen BRIN.',
        }),
        element(
          '95c',
          'vestigingsvolgnummer',
          'Vestigingsvolgnummer school van inschrijving',
          'vestigingsvolgnummer',
          'alfanum',
          2,
          {
            required: true,
            waardelijst: 'vestigingSchoolVanInschrijving',
            help: 'De vestiging van die school, twee cijfers. Die school geeft het u.',
          },
        ),
      ],
    }),
  ],
});
