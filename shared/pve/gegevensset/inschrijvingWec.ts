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
    begindatum('89', 'Datum ingang BRINnummer van de school waar de leerling Ambulant Begeleid wordt'),
    element(
      '90',
      'brinnummer',
      'BRINnummer van de school of instelling waar de leerling Ambulant Begeleid wordt',
      'BRINnummer',
      'alfanum',
      4,
      { required: true, waardelijst: 'brin' },
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
    element('67', 'datumInschrijving', 'Datum inschrijving', 'datumInschrijving', 'datum', 8, { required: true }),
    element('68', 'datumUitschrijving', 'Datum uitschrijving', 'datumUitschrijving', 'datum', 8),
    element('69', 'brinnummerTeruggeplaatst', 'BRINnummer teruggeplaatste leerling', 'BRINnummer', 'alfanum', 4, {
      waardelijst: 'brin',
    }),
    element('70', 'aanduidingNnca', 'Aanduiding NNCA WEC', 'aanduidingNNCA', 'alfanum', 1, {
      required: true,
      waardelijst: 'nnca',
    }),
    element(
      '71',
      'datumOorspronkelijkeInschrijving',
      'Datum inschrijving oorspronkelijke inschrijving',
      'datumOorspronkelijkeInschrijving',
      'datum',
      8,
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
        begindatum('72', 'Datum ingang plaatsing vestiging'),
        element('73', 'vestigingsvolgnummer', 'Vestigingsvolgnummer', 'vestigingsvolgnummer', 'alfanum', 2, {
          required: true,
          waardelijst: 'vestiging',
        }),
      ],
    }),
    group({
      ...base,
      key: 'indicatieBekostiging',
      name: 'Indicatie bekostiging WEC',
      xsd: 'bekostigingsGegevens',
      elements: [
        begindatum('74', 'Datum ingang indicatie bekostiging'),
        element('75', 'indicatieBekostiging', 'Indicatie bekostiging', 'indicatieBekostiging', 'boolean', 5, {
          required: true,
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
        begindatum('76', 'Datum ingang soort onderwijs'),
        element('77', 'soortOnderwijs', 'Soort onderwijs', 'codesoortOnderwijs', 'alfanum', 2, {
          required: true,
          waardelijst: 'soortOnderwijs',
        }),
      ],
    }),
    group({
      ...base,
      key: 'leerjaarGroep',
      name: 'Leerjaar/groep WEC',
      xsd: 'voortgangWEC',
      elements: [
        begindatum('78', 'Datum plaatsing leerjaar/groep'),
        element('79', 'groep', 'Groepsaanduiding', 'groep', 'alfanum', 30, { required: true }),
        element('80', 'leerjaar', 'Leerjaar WEC', 'leerjaar', 'num', 2, { required: true }),
      ],
    }),
    group({
      ...base,
      key: 'schoolsoort',
      name: 'Schoolsoort WEC',
      xsd: 'schoolsoortGegevensWEC',
      elements: [
        begindatum('81', 'Datum ingang schoolsoort'),
        element('82', 'schoolsoort', 'Schoolsoort', 'schoolSoortWEC', 'alfanum', 1, {
          required: true,
          waardelijst: 'schoolsoort',
        }),
      ],
    }),
    group({
      ...base,
      key: 'soortVerblijf',
      name: 'Soort verblijf WEC',
      xsd: 'soortVerblijfWEC',
      elements: [
        begindatum('83', 'Datum ingang soort verblijf'),
        element('84', 'soortVerblijf', 'Indicatie soort verblijf', 'indicatieSoortVerblijf', 'alfanum', 1, {
          required: true,
          waardelijst: 'soortVerblijf',
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
        begindatum('85', 'Datum indicatiestelling'),
        element('86', 'onderwijssoortIndicatie', 'Onderwijssoort indicatie', 'onderwijssoortIndicatie', 'alfanum', 2, {
          required: true,
          waardelijst: 'onderwijssoortIndicatie',
        }),
        element('87', 'brinnummerRec', 'BRINnummer REC indicatiestelling', 'BRINnummer', 'alfanum', 4, {
          waardelijst: 'brin',
        }),
        element('88', 'cviNummer', 'CVI-nummer', 'CVInummer', 'alfanum', 14),
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
        begindatum('91', 'Datum ingang toelaatbaarheidsverklaring'),
        element(
          '92',
          'samenwerkingsverbandNummer',
          'Samenwerkingsverband nummer',
          'samenwerkingsverbandNummer',
          'alfanum',
          6,
          { required: true },
        ),
        element('93', 'bekostigingscategorie', 'Bekostigingscategorie', 'bekostigingscategorie', 'alfanum', 1, {
          required: true,
          waardelijst: 'bekostigingscategorie',
        }),
        element('94', 'beschikkingsnummerTlv', 'Beschikkingsnummer TLV', 'beschikkingsnummerTLV', 'alfanum', 17, {
          required: true,
        }),
        element('95', 'einddatum', 'Datum einde Toelaatbaarheidsverklaring', 'tijdsbeeldPeriodeEinddatum', 'datum', 8, {
          required: true,
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
        begindatum('98', 'Datum ingang uitstroomprofiel'),
        element('99', 'uitstroomprofiel', 'Uitstroomprofiel', 'uitstroomprofiel', 'num', 1, {
          required: true,
          waardelijst: 'uitstroomprofiel',
        }),
        element('', 'elementcode', 'Elementcode', 'elementcode', 'num', 4),
        element('100', 'leerjaarUitstroomprofiel', 'Leerjaar uitstroomprofiel', 'leerjaarUitstroomprofiel', 'num', 1),
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
        begindatum('95a', 'Datum ingang arrangement'),
        element('95b', 'brinnummer', 'BRINnummer school van inschrijving', 'BRINnummer', 'alfanum', 4, {
          required: true,
          waardelijst: 'brin',
        }),
        element(
          '95c',
          'vestigingsvolgnummer',
          'Vestigingsvolgnummer school van inschrijving',
          'vestigingsvolgnummer',
          'alfanum',
          2,
          { required: true, waardelijst: 'vestiging' },
        ),
      ],
    }),
  ],
});
