import { element, group } from './build.ts';

const leerlingnummer = element('5', 'leerlingnummer', 'Leerlingnummer', 'leerlingnummer', 'alfanum', 15, {
  help: 'Uw eigen nummer voor deze leerling. BRON gebruikt het niet en geeft het ongewijzigd terug.',
});
const burgerservicenummer = element('6', 'burgerservicenummer', 'Burgerservicenummer', 'Sofinummer', 'num', 9, {
  help: 'Neem het BSN over van een officieel document. BRON zoekt de leerling op BSN, geboortedatum en geslacht samen.',
});
const onderwijsnummer = element('7', 'onderwijsnummer', 'Onderwijsnummer', 'onderwijsnummer', 'num', 9, {
  help: 'Alleen voor een leerling zonder BSN: het nummer dat BRON heeft toegekend.',
});
const geboortedatum = element('8', 'geboortedatum', 'Geboortedatum', 'geboortedatum', 'partialDate', 8, {
  required: true,
  help: 'Zoals op het officiële document. Is de dag of de maand onbekend, vul dan 00 in.',
});
const geslacht = element('9', 'geslacht', 'Geslacht', 'geslacht', 'alfanum', 1, {
  required: true,
  waardelijst: 'geslacht',
  help: 'Onbekend alleen als het officieel onbekend is, niet omdat u het nog niet weet.',
});
const postcode = element('10', 'postcode', 'Postcode-volgens-instelling', 'postcode', 'alfanum', 6, {
  waardelijst: 'postcode',
  help: 'De postcode van het woonadres: vier cijfers en twee letters. Alleen leeg bij een adres in het buitenland of een onbekend adres.',
});
const land = element('11', 'land', 'Land-volgens-instelling', 'land', 'alfanum', 4, {
  waardelijst: 'land',
  help: 'Alleen bij een woonadres in het buitenland, of Nederland (6030) als het adres onbekend is.',
});
const achternaam = (required: boolean) =>
  element('13', 'achternaam', 'Achternaam', 'achternaam', 'alfanum', 200, {
    required,
    help: 'Zonder voorvoegsel, zoals op het officiële document.',
  });
const voorvoegsel = element('14', 'voorvoegsel', 'Voorvoegsel', 'voorvoegsel', 'alfanum', 10, {
  waardelijst: 'voorvoegsel',
});
const voornamen = (required: boolean) =>
  element('15', 'voornamen', 'Alle voornamen', 'voornamen', 'alfanum', 200, {
    required,
    help: 'Alle voornamen, gescheiden door spaties. Geen voornamen bekend: alleen een punt.',
  });

/** An address in the Netherlands, without its postcode (PvE 4.1.2, elements 16 to 21). */
export const binnenlandsAdres = [
  element('16', 'straatnaam', 'Straatnaam', 'straatnaam', 'alfanum', 24),
  element('17', 'huisnummer', 'Huisnummer', 'huisnummer', 'num', 5),
  element('18', 'huisnummerToevoeging', 'Huisnummer toevoeging', 'huisnummerToevoeging', 'alfanum', 5),
  element('19', 'locatieOmschrijving', 'Locatie omschrijving', 'locatieOmschrijving', 'alfanum', 35),
  element('20', 'huisnummerAanduiding', 'Huisnummer aanduiding', 'huisnummerAanduiding', 'alfanum', 2, {
    waardelijst: 'huisnummerAanduiding',
  }),
  element('21', 'plaatsnaam', 'Plaatsnaam', 'plaatsnaam', 'alfanum', 24),
] as const;

/** An address abroad, without its land (PvE 4.1.2, elements 22 to 24). */
export const buitenlandsAdres = [
  element('22', 'adresregelBuitenland1', 'Adresregel buitenland 1', 'adresregelBuitenland1', 'alfanum', 35),
  element('23', 'adresregelBuitenland2', 'Adresregel buitenland 2', 'adresregelBuitenland2', 'alfanum', 35),
  element('24', 'adresregelBuitenland3', 'Adresregel buitenland 3', 'adresregelBuitenland3', 'alfanum', 35),
] as const;

/** Persoonsgegevens of a pupil whose PGN the school does not have (PvE 5.6.1, 5.6.3). */
export const persoonZonderPgn = group({
  key: 'persoonZonderPgn',
  name: 'Persoonsgegevens zonder PGN',
  xsd: 'persoonsgegevensZonderPGN',
  file: 'BegrippenregisterPersoonPO',
  min: 0,
  max: 1,
  elements: [
    leerlingnummer,
    geboortedatum,
    geslacht,
    postcode,
    land,
    achternaam(true),
    voorvoegsel,
    voornamen(true),
    ...binnenlandsAdres,
    ...buitenlandsAdres,
  ],
  groups: [],
});

/** Persoonsgegevens of a pupil with BSN or onderwijsnummer (PvE 5.6.1, 5.6.3). */
export const persoonMetPgn = group({
  key: 'persoonMetPgn',
  name: 'Persoonsgegevens met PGN',
  xsd: 'persoonsgegevensMetPGN',
  file: 'BegrippenregisterPersoonPO',
  min: 0,
  max: 1,
  elements: [burgerservicenummer, onderwijsnummer, geboortedatum, geslacht, postcode, land],
  groups: [],
});

const adresBrp = group({
  key: 'adres',
  name: 'Adres',
  xsd: 'adres',
  file: 'BegrippenregisterPersoonPO',
  min: 0,
  max: 'n',
  elements: [
    ...binnenlandsAdres,
    element('26', 'postcodeBrp', 'Postcode volgens BRP', 'postcode', 'alfanum', 6),
    element('27', 'datumIngangAdresBrp', 'Datum ingang adres BRP', 'datumIngangAdresBRP', 'partialDate', 8),
  ],
  groups: [],
});

const migratie = group({
  key: 'migratie',
  name: 'Migratie',
  xsd: 'migratie',
  file: 'BegrippenregisterPersoonPO',
  min: 0,
  max: 'n',
  elements: [
    element(
      '31',
      'datumVestigingInNederland',
      'Datum vestiging in Nederland BRP',
      'datumVestigingInNederland',
      'partialDate',
      8,
    ),
    element(
      '32',
      'datumVertrekUitNederland',
      'Datum vertrek uit Nederland BRP',
      'datumVertrekUitNederland',
      'partialDate',
      8,
    ),
    element('33', 'landWaarnaarVertrokken', 'Land waarnaar vertrokken BRP', 'landWaarnaarVertrokken', 'alfanum', 4, {
      waardelijst: 'land',
    }),
  ],
  groups: [],
});

const nationaliteitGroup = <const K extends string, const M extends 0 | 1>(
  key: K,
  volgnummer: string,
  nr: string,
  nrDate: string,
  min: M,
) =>
  group({
    key,
    name: `Nationaliteit-${volgnummer} BRP`,
    xsd: key,
    file: 'BegrippenregisterPersoonPO',
    min,
    max: 1,
    elements: [
      element(nr, 'nationaliteit', `Nationaliteit-${volgnummer} BRP`, 'nationaliteit', 'alfanum', 4, {
        required: true,
        waardelijst: 'nationaliteit',
      }),
      element(
        nrDate,
        'begindatum',
        `Datum ingang nationaliteit-${volgnummer} BRP`,
        'tijdsbeeldPeriodeBegindatum',
        'partialDate',
        8,
        { required: true },
      ),
    ],
    groups: [],
  });

const nationaliteitgegevens = group({
  key: 'nationaliteitgegevens',
  name: 'Nationaliteit',
  xsd: 'nationaliteitgegevens',
  file: 'BegrippenregisterPersoonPO',
  min: 0,
  max: 'n',
  elements: [],
  groups: [
    nationaliteitGroup('nationaliteit1', '1', '34', '35', 1),
    nationaliteitGroup('nationaliteit2', '2', '36', '37', 0),
  ],
});

const ouderGroup = <const K extends string>(key: K, volgnummer: string, nr: string, xsd: string) =>
  group({
    key,
    name: `Ouder-${volgnummer} BRP`,
    xsd: key,
    file: 'BegrippenregisterPersoonPO',
    min: 0,
    max: 1,
    elements: [
      element(nr, 'geboorteland', `Geboorteland ouder-${volgnummer} BRP`, xsd, 'alfanum', 4, {
        required: true,
        waardelijst: 'land',
      }),
    ],
    groups: [],
  });

/** What BRON gives back of a person, apart from the leerlingnummer (PvE 5.6.10, 5.6.12). */
export const persoonBrp = {
  elements: [
    burgerservicenummer,
    onderwijsnummer,
    geboortedatum,
    geslacht,
    postcode,
    land,
    achternaam(false),
    voorvoegsel,
    voornamen(false),
    element('28', 'geboorteland', 'Geboorteland BRP', 'geboorteland', 'alfanum', 4, { waardelijst: 'land' }),
    element('25', 'datumOverlijden', 'Datum overlijden BRP', 'datumOverlijden', 'partialDate', 8),
  ],
  groups: [
    ouderGroup('ouder1', '1', '29', 'geboorteland'),
    ouderGroup('ouder2', '2', '30', 'geboorteLand'),
    adresBrp,
    migratie,
    nationaliteitgegevens,
  ],
} as const;

/** Persoonsgegevens as BRON gives them back, with the BRP groups (PvE 5.6.10). */
export const persoonTerugkoppeling = group({
  key: 'persoon',
  name: 'Persoonsgegevens',
  xsd: 'persoonsgegevens',
  file: 'BegrippenregisterPersoonPO',
  min: 1,
  max: 1,
  elements: [leerlingnummer, ...persoonBrp.elements],
  groups: persoonBrp.groups,
});

/** The sleutelgegevens that point out a person in bericht 5 (PvE 5.6.5). */
export const persoonGevraagd = group({
  key: 'persoon',
  name: 'Persoonsgegevens',
  xsd: 'persoonsgegevens',
  file: 'BegrippenregisterPersoonPO',
  min: 0,
  max: 'n',
  elements: [burgerservicenummer, onderwijsnummer, geboortedatum, geslacht],
  groups: [],
});
