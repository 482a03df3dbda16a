import { element, group } from './build.ts';
import {
  achternaam,
  binnenlandsAdres,
  buitenlandsAdres,
  burgerservicenummer,
  geboortedatum,
  geslacht,
  land,
  leerlingnummer,
  onderwijsnummer,
  postcode,
  voornamen,
  voorvoegsel,
} from './personElements.ts';

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

/** What BRON knows of a person from the BRP (PvE 5.6.9). */
export const gegevensBrp = [
  achternaam(false),
  voorvoegsel,
  voornamen(false),
  element('28', 'geboorteland', 'Geboorteland BRP', 'geboorteland', 'alfanum', 4, { waardelijst: 'land' }),
  element('25', 'datumOverlijden', 'Datum overlijden BRP', 'datumOverlijden', 'partialDate', 8),
] as const;

/** What BRON gives back of a person, apart from the leerlingnummer (PvE 5.6.10, 5.6.12, 5.6.14). */
export const persoonBrp = {
  elements: [burgerservicenummer, onderwijsnummer, geboortedatum, geslacht, postcode, land, ...gegevensBrp],
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
