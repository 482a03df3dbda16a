import { element, group } from '../gegevensset/build.ts';

const file = 'berichtenVerkeerIBGroepPO';

/** A message that stands on its own. */
export const once = { file, min: 1, max: 1 } as const;
/** A message that comes inside bericht 7. */
export const many = { file, min: 0, max: 'n' } as const;

/** The identification of a message (PvE 4.1.1). */
export const berichtidentificatie = element(
  '1',
  'berichtidentificatie',
  'Berichtidentificatie',
  'berichtidentificatie',
  'alfanum',
  16,
  { required: true },
);

/** The day on which BRON made its answer (PvE 4.1.1). */
export const datumTerugkoppeling = element(
  '4',
  'datumTerugkoppeling',
  'Datum terugkoppeling',
  'datumVersturen',
  'datum',
  8,
  { required: true },
);

/** Signalen of BRON, as many as a message can have. */
export const signaal = <const Min extends 0 | 1, const Max extends 1 | 'n'>(min: Min, max: Max) =>
  group({
    key: 'signaal',
    name: 'Signaal',
    xsd: 'signaal',
    file: 'BegrippenregisterAlgemeenPO',
    min,
    max,
    elements: [
      element('101', 'signaalcode', 'Signaalcode', 'signaalcode', 'alfanum', 3, { required: true }),
      element('102', 'omschrijving', 'Omschrijving signaal', 'omschrijvingSignaal', 'alfanum', 250, { required: true }),
    ],
    groups: [],
  });

/** Which inschrijving of a pupil at the school is meant (PvE 5.6.4, 5.6.11). */
export const identificatieInschrijving = group({
  key: 'identificatieInschrijving',
  name: 'Identificatie inschrijving',
  xsd: 'identificatieInschrijving',
  file: 'BegrippenregisterOnderwijsverbandPO',
  min: 1,
  max: 1,
  elements: [
    element('38', 'datumInschrijving', 'Datum inschrijving', 'datumInschrijving', 'datum', 8, { required: true }),
  ],
  groups: [],
});
