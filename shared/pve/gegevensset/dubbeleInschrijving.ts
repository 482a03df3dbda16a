import { element, group } from './build.ts';

/** One of the inschrijvingen that overlap, with whom to call about it (PvE 4.1.5 elements 106 to 110, 5.6.15). */
export const situatieDubbeleInschrijving = group({
  key: 'situatieDubbeleInschrijving',
  name: 'Situatie dubbele inschrijving',
  xsd: 'situatieDubbeleInschrijving',
  file: 'BegrippenregisterInstellingEnOnderwijsPO',
  min: 2,
  max: 'n',
  elements: [
    element('2', 'brinnummer', 'BRINnummer', 'BRINnummer', 'alfanum', 4, { required: true, waardelijst: 'brin' }),
    element('106', 'naamSchool', 'Naam PO-school', 'naamOnderwijsInstelling', 'alfanum', 70, { required: true }),
    element('107', 'plaatsSchool', 'Plaats PO-school', 'plaatsOnderwijsInstelling', 'alfanum', 24, { required: true }),
    element('38', 'datumInschrijving', 'Datum inschrijving', 'datumInschrijving', 'datum', 8, { required: true }),
    element('41', 'datumUitschrijving', 'Datum uitschrijving', 'datumUitschrijving', 'datum', 8),
    element('108', 'naamContactpersoon', 'Naam contactpersoon', 'naamContactpersoon', 'alfanum', 50, {
      required: true,
    }),
    element(
      '109',
      'telefoonnummerContactpersoon',
      'Tel.nr contactpersoon',
      'telefoonnummerContactpersoon',
      'alfanum',
      10,
      {
        required: true,
      },
    ),
    element('110', 'emailContactpersoon', 'E-mail contactpersoon', 'emailContactpersoon', 'alfanum', 75, {
      required: true,
    }),
  ],
  groups: [],
});
