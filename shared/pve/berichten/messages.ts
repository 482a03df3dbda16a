import { element, group } from '../gegevensset/build.ts';
import { inschrijvingWec } from '../gegevensset/inschrijvingWec.ts';
import { inschrijvingWpo } from '../gegevensset/inschrijvingWpo.ts';
import { persoonMetPgn, persoonTerugkoppeling, persoonZonderPgn } from '../gegevensset/person.ts';
import { persoonGeregistreerd, selectiegegevens } from '../gegevensset/registratieoverzicht.ts';
import type { VoorkomenOf } from '../gegevensset/types.ts';

const file = 'berichtenVerkeerIBGroepPO';
const once = { file, min: 1, max: 1 } as const;
const many = { file, min: 0, max: 'n' } as const;

const berichtidentificatie = element(
  '1',
  'berichtidentificatie',
  'Berichtidentificatie',
  'berichtidentificatie',
  'alfanum',
  16,
  { required: true },
);
const datumTerugkoppeling = element('4', 'datumTerugkoppeling', 'Datum terugkoppeling', 'datumVersturen', 'datum', 8, {
  required: true,
});

const signaal = <const Min extends 0 | 1, const Max extends 1 | 'n'>(min: Min, max: Max) =>
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

/** Bericht 3: Melding inschrijving (PvE 5.6.3). */
export const meldingInschrijving = group({
  ...once,
  key: 'meldingInschrijving',
  name: 'Melding inschrijving',
  xsd: 'Meldinginschrijving',
  elements: [berichtidentificatie],
  groups: [persoonZonderPgn, persoonMetPgn, inschrijvingWpo, inschrijvingWec],
});

/** Bericht 5: Verzoek registratieoverzicht (PvE 5.6.5). */
export const verzoekRegistratieoverzicht = group({
  ...once,
  key: 'verzoekRegistratieoverzicht',
  name: 'Verzoek registratieoverzicht',
  xsd: 'Verzoekregistratieoverzicht',
  elements: [berichtidentificatie],
  groups: [selectiegegevens],
});

/** Bericht 6: Verzoek terugkoppeling (PvE 5.6.6). */
export const verzoekTerugkoppeling = group({
  ...once,
  key: 'verzoekTerugkoppeling',
  name: 'Verzoek terugkoppeling',
  xsd: 'Verzoekterugkoppeling',
  elements: [berichtidentificatie],
  groups: [],
});

/** Bericht 10: Terugkoppeling melding inschrijving (PvE 5.6.10): the stand as registered, with signalen of ernst S. */
export const meldingInschrijvingAntwoord = group({
  ...many,
  key: 'meldingInschrijvingAntwoord',
  name: 'Terugkoppeling melding inschrijving',
  xsd: 'Meldinginschrijvingantwoord',
  elements: [berichtidentificatie],
  groups: [persoonTerugkoppeling, inschrijvingWpo, inschrijvingWec, signaal(0, 'n')],
});

/** Bericht 12: Terugkoppeling registratie-overzicht inschrijving (PvE 5.6.12): what is registered on the peildatum, without signalen. */
export const terugkoppelingRegistratieoverzicht = group({
  ...many,
  key: 'terugkoppelingRegistratieoverzicht',
  name: 'Terugkoppeling registratie-overzicht inschrijving',
  xsd: 'Terugkoppelingregistratieoverzichtinschrijving',
  elements: [berichtidentificatie],
  groups: [persoonGeregistreerd],
});

/** Bericht 13: Terugkoppeling afkeuring (PvE 5.6.13). */
export const terugkoppelingAfkeuring = group({
  ...many,
  key: 'terugkoppelingAfkeuring',
  name: 'Terugkoppeling afkeuring',
  xsd: 'Terugkoppelingafkeuring',
  elements: [berichtidentificatie],
  groups: [signaal(1, 'n')],
});

/** Bericht 7: Terugkoppeling verzoek terugkoppeling (PvE 5.6.7): a bundle of terugkoppelingen, or a refusal. */
export const terugkoppelingVerzoekTerugkoppeling = group({
  ...once,
  key: 'terugkoppelingVerzoekTerugkoppeling',
  name: 'Terugkoppeling verzoek terugkoppeling',
  xsd: 'Terugkoppelingverzoekterugkoppeling',
  elements: [berichtidentificatie, datumTerugkoppeling],
  groups: [meldingInschrijvingAntwoord, terugkoppelingRegistratieoverzicht, terugkoppelingAfkeuring, signaal(0, 1)],
});

/** Bericht 17: Ontvangstbevestiging (PvE 5.6.16). Its berichtidentificatie is BRON's own. */
export const ontvangstbevestiging = group({
  ...once,
  key: 'ontvangstbevestiging',
  name: 'Ontvangstbevestiging',
  xsd: 'Ontvangstbevestiging',
  elements: [
    berichtidentificatie,
    datumTerugkoppeling,
    element('104', 'statusMelding', 'Status melding', 'statusMelding', 'alfanum', 1, {
      required: true,
      waardelijst: 'statusMelding',
    }),
  ],
  groups: [signaal(0, 1)],
});

/** The messages of this koppelvlak by their number in PvE 5.5. Others join here. */
export const messages = {
  3: meldingInschrijving,
  5: verzoekRegistratieoverzicht,
  6: verzoekTerugkoppeling,
  7: terugkoppelingVerzoekTerugkoppeling,
  10: meldingInschrijvingAntwoord,
  12: terugkoppelingRegistratieoverzicht,
  13: terugkoppelingAfkeuring,
  17: ontvangstbevestiging,
} as const;

export type MessageNumber = keyof typeof messages;
/** The content of a message by its number. */
export type Message<N extends MessageNumber> = VoorkomenOf<(typeof messages)[N]>;

/** The operations of the web service (PvE 5.5): what is asked, and what is answered on the same connection. Others join here. */
export const operations = [
  { name: 'meldingInschrijving', request: 3, answer: 17 },
  { name: 'verzoekRegistratieoverzicht', request: 5, answer: 17 },
  { name: 'verzoekTerugkoppeling', request: 6, answer: 7 },
] as const satisfies readonly { name: string; request: MessageNumber; answer: MessageNumber }[];

/** The number of a message that a school can send. */
export type RequestNumber = (typeof operations)[number]['request'];
