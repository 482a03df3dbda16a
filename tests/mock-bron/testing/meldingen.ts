import type { InschrijvingWpo, PersoonMetPgn } from '../../../shared/pve/berichten/content.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';

/** RvIG test persons of primary-school age in 2009. */
export const pupils = {
  hera: { burgerservicenummer: '999992533', geboortedatum: '2001-12-31', geslacht: 'V', postcode: '2548AE' },
  zeus: { burgerservicenummer: '999992120', geboortedatum: '2003-12-31', geslacht: 'M', postcode: '2548AE' },
  remi: { burgerservicenummer: '999991243', geboortedatum: '2002-02-02', geslacht: 'M', postcode: '2517JR' },
  odin: { burgerservicenummer: '999991711', geboortedatum: '2002-12-20', geslacht: 'M', postcode: '3225VG' },
  loki: { burgerservicenummer: '999992144', geboortedatum: '2002-12-20', geslacht: 'M', postcode: '3225VG' },
  sierra: { burgerservicenummer: '999991954', geboortedatum: '2003-03-03', geslacht: 'V', postcode: '2545CC' },
} as const satisfies Record<string, PersoonMetPgn>;

/** A melding inschrijving that is right in every part: a pupil of a basisschool in groep 3. */
export function correctMelding(
  berichtidentificatie: string,
  persoon: PersoonMetPgn,
  changes: Partial<InschrijvingWpo> = {},
): Message<3> {
  const date = changes.datumInschrijving ?? '2009-08-01';
  return {
    berichtidentificatie,
    persoonMetPgn: [persoon],
    inschrijvingWpo: [
      {
        datumInschrijving: date,
        aanduidingNnca: '0',
        vestiging: [{ begindatum: date, vestigingsvolgnummer: '00' }],
        indicatieBekostiging: [{ begindatum: date, indicatieBekostiging: 'true' }],
        leerjaarGroep: [{ begindatum: date, leerjaar: '3', groep: '3' }],
        gewicht: [{ codeGewichtenregeling: '2', begindatum: date, gewicht: '0' }],
        ...changes,
      },
    ],
  };
}

/** The berichtidentificaties of what a bericht 7 holds, approved (10) before refused (13). */
export const terugkoppelingIds = (bundle: Message<7>) => [
  ...(bundle.meldingInschrijvingAntwoord ?? []).map(({ berichtidentificatie }) => berichtidentificatie),
  ...(bundle.terugkoppelingAfkeuring ?? []).map(({ berichtidentificatie }) => berichtidentificatie),
];
