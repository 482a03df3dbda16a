import type { VoorkomenOf } from '../gegevensset/types.ts';
import {
  dubbeleInschrijving,
  identificatieverzoekAntwoord,
  meldingInschrijvingAntwoord,
  ontvangstbevestiging,
  spontaneMutatie,
  terugkoppelingAfkeuring,
  terugkoppelingRegistratieoverzicht,
  terugkoppelingVerzoekTerugkoppeling,
  verwijderenInschrijvingAntwoord,
  wijzigingSleutelgegevensAntwoord,
} from './answers.ts';
import {
  identificatieverzoek,
  meldingInschrijving,
  verwijderenInschrijving,
  verzoekRegistratieoverzicht,
  verzoekTerugkoppeling,
  wijzigingSleutelgegevens,
} from './requests.ts';

/** The messages of the koppelvlak by their number in PvE 5.5; there is no 14. */
export const messages = {
  1: identificatieverzoek,
  2: wijzigingSleutelgegevens,
  3: meldingInschrijving,
  4: verwijderenInschrijving,
  5: verzoekRegistratieoverzicht,
  6: verzoekTerugkoppeling,
  7: terugkoppelingVerzoekTerugkoppeling,
  8: identificatieverzoekAntwoord,
  9: wijzigingSleutelgegevensAntwoord,
  10: meldingInschrijvingAntwoord,
  11: verwijderenInschrijvingAntwoord,
  12: terugkoppelingRegistratieoverzicht,
  13: terugkoppelingAfkeuring,
  15: spontaneMutatie,
  16: dubbeleInschrijving,
  17: ontvangstbevestiging,
} as const;

export type MessageNumber = keyof typeof messages;
/** The content of a message by its number. */
export type Message<N extends MessageNumber> = VoorkomenOf<(typeof messages)[N]>;

/** The operations of the web service (PvE 5.5): what is asked, and what is answered on the same connection. */
export const operations = [
  { name: 'identificatieverzoek', request: 1, answer: 17 },
  { name: 'wijzigingSleutelgegevens', request: 2, answer: 17 },
  { name: 'meldingInschrijving', request: 3, answer: 17 },
  { name: 'verwijderenInschrijving', request: 4, answer: 17 },
  { name: 'verzoekRegistratieoverzicht', request: 5, answer: 17 },
  { name: 'verzoekTerugkoppeling', request: 6, answer: 7 },
] as const satisfies readonly { name: string; request: MessageNumber; answer: MessageNumber }[];

/** The number of a message that a school can send. */
export type RequestNumber = (typeof operations)[number]['request'];
