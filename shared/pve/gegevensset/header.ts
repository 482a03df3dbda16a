import { element, group } from './build.ts';

/** The stuurgegevens in the SOAP header (PvE 4.1.1 elements 2 and 3, PvE 5.1). No message: two elements side by side. */
export const stuurgegevens = group({
  key: 'stuurgegevens',
  name: 'Stuurgegevens',
  xsd: 'Stuurgegevens',
  file: 'berichtenVerkeerIBGroepPO',
  min: 1,
  max: 1,
  elements: [
    element('2', 'brinnummer', 'BRINnummer', 'BRINnummer', 'alfanum', 4, { required: true, waardelijst: 'brin' }),
    element('3', 'aanleverpuntnummer', 'Aanleverpuntnr', 'Aanleverpuntnummer', 'alfanum', 2, { required: true }),
  ],
  groups: [],
});
