import type { Vergelijkingsoverzicht } from '../../../shared/mijnBron/comparison.ts';
import type { Contactgegevens } from '../../../shared/mijnBron/contact.ts';
import type { MijnBronDocument } from '../../../shared/mijnBron/documents.ts';
import type { Gtb } from '../../../shared/mijnBron/gtb.ts';
import type { Voortgang } from '../../../shared/mijnBron/progress.ts';

const adres = () => ({ straatnaam: 'Schoolstraat', huisnummer: '1', postcode: '9999XX', plaats: 'Proefstad' });
const person = (naam: string) => ({ naam, telefoonnummer: '0101234567', email: 'post@school.example' });

/** A school with two aanleverpunten. */
export const exampleContact = (): Contactgegevens => ({
  hoofdvestiging: {
    brinnummer: '99ZZ',
    vestigingsvolgnummer: '00',
    naam: 'Basisschool De Proef',
    adres: adres(),
    gemachtigde: person('D. Recteur'),
  },
  aanleverpunten: [
    { aanleverpunt: '00', las: 'Bronwijs 0.1', adres: adres(), contactpersoon: person('A. Ministratie') },
    { aanleverpunt: '01', las: 'Bronwijs 0.1', adres: adres(), contactpersoon: person('B. Neven') },
  ],
  akkoordverklaring: '2009-06-01',
});

/** Week 4 of the fase. */
export const exampleProgress = (): Voortgang => ({
  state: 'aansluiting',
  plannedWeek: '2009-10-05',
  start: '2009-10-05',
  letterOn: '2009-10-05',
  certificateDownloadedOn: '2009-10-07',
  certificateTestedOn: '2009-10-08',
  weeksLeft: 6,
  norm: { leerlingen: 200, ambulant: 4 },
  leerlingen: { registered: 150, onSchedule: true },
  ambulant: { registered: 1, onSchedule: false },
  perWeek: [
    { week: 1, until: '2009-10-09', leerlingen: 0, ambulant: 0 },
    { week: 2, until: '2009-10-16', leerlingen: 0, ambulant: 0 },
    { week: 3, until: '2009-10-30', leerlingen: 100, ambulant: 1 },
  ],
});

const pupil = { pgn: '999992533', geboortedatum: '2001-12-31', datumInschrijving: '2009-08-01' };

export const exampleGtb = (peildatum = '2009-10-01', vestigingsvolgnummer = '00'): Gtb => ({
  layout: 'bronwijs-gtb-1',
  kenmerk: `GTB-${peildatum}-${vestigingsvolgnummer}`,
  brinnummer: '99ZZ',
  vestigingsvolgnummer,
  naam: 'Basisschool De Proef',
  soort: 'BAO',
  peildatum,
  processedUntil: '2009-10-28',
  madeOn: '2009-10-30',
  aantallen: { totaal: 150, '4-7': 80, '8+': 70 },
  notCounted: [{ ...pupil, leerlingnummer: '12', signalen: ['G01', 'G02'] }],
  attention: [{ geboortedatum: '2002-00-00', datumInschrijving: '2009-08-01', signalen: ['A01'] }],
});

export const exampleOverview = (): Vergelijkingsoverzicht => ({
  layout: 'bronwijs-ab-1',
  kenmerk: 'AB-1',
  brinnummer: '99ZZ',
  madeOn: '2009-10-30',
  rows: [
    { kind: 'V1', pgn: '999992533', geboortedatum: '2001-12-31', cfi: { start: '2008-08-01', cviNummer: '12345' } },
    {
      kind: 'V3',
      cviNummer: '23456',
      geboortedatum: '2000-01-01',
      cfi: { datumIndicatiestelling: '2008-09-01', onderwijssoort: '6' },
      bron: { datumIndicatiestelling: '2008-10-01', onderwijssoort: '6' },
    },
  ],
});

export const exampleDocuments = (): MijnBronDocument[] => [
  {
    id: 'mail-3',
    kind: 'voortgangsmail',
    titel: 'Voortgang na week 3',
    sentOn: '2009-10-30',
    by: 'mail',
    to: 'gemachtigde',
  },
  {
    id: 'brief-00',
    kind: 'wachtwoordbrief',
    titel: 'Wachtwoordbrief',
    sentOn: '2009-10-05',
    by: 'post',
    to: 'gemachtigde',
  },
  {
    id: 'v1',
    kind: 'vooraankondiging1',
    titel: 'Eerste vooraankondiging',
    sentOn: '2009-06-01',
    by: 'post',
    to: 'school',
  },
];
