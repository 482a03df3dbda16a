import { element, group } from '../gegevensset/build.ts';
import { situatieDubbeleInschrijving } from '../gegevensset/dubbeleInschrijving.ts';
import { inschrijvingWec } from '../gegevensset/inschrijvingWec.ts';
import { inschrijvingWpo } from '../gegevensset/inschrijvingWpo.ts';
import { persoonTerugkoppeling } from '../gegevensset/person.ts';
import {
  persoonDubbeleInschrijving,
  persoonGeidentificeerd,
  persoonNieuw,
  persoonVerwijderd,
  situatieNieuwGeregistreerd,
  situatieOud,
  sleutelgegevensOud,
} from '../gegevensset/personInMessages.ts';
import { persoonGeregistreerd } from '../gegevensset/registratieoverzicht.ts';
import { verplichteEindtoets } from '../gegevensset/verplichteEindtoets.ts';
import { berichtidentificatie, datumTerugkoppeling, identificatieInschrijving, many, once, signaal } from './parts.ts';

/** Bericht 8: Terugkoppeling positief identificatieverzoek (PvE 5.6.8). */
export const identificatieverzoekAntwoord = group({
  ...many,
  key: 'identificatieverzoekAntwoord',
  name: 'Terugkoppeling positief identificatieverzoek',
  xsd: 'Identificatieverzoekantwoord',
  elements: [berichtidentificatie],
  groups: [persoonGeidentificeerd, signaal(0, 'n')],
});

/** Bericht 9: Terugkoppeling wijziging sleutelgegevens PO-school (PvE 5.6.9): the sleutelgegevens to use from now on. */
export const wijzigingSleutelgegevensAntwoord = group({
  ...many,
  key: 'wijzigingSleutelgegevensAntwoord',
  name: 'Terugkoppeling wijziging sleutelgegevens PO-school',
  xsd: 'Wijzigingsleutelgegevensantwoord',
  elements: [berichtidentificatie],
  groups: [situatieOud, situatieNieuwGeregistreerd, signaal(0, 'n')],
});

/** Bericht 10: Terugkoppeling melding inschrijving (PvE 5.6.10): the stand as registered, with signalen of ernst S. */
export const meldingInschrijvingAntwoord = group({
  ...many,
  key: 'meldingInschrijvingAntwoord',
  name: 'Terugkoppeling melding inschrijving',
  xsd: 'Meldinginschrijvingantwoord',
  elements: [berichtidentificatie],
  groups: [persoonTerugkoppeling, inschrijvingWpo, inschrijvingWec, verplichteEindtoets, signaal(0, 'n')],
});

/** Bericht 11: Terugkoppeling verwijdering inschrijving (PvE 5.6.11); signalen since the edition of 2015-11. */
export const verwijderenInschrijvingAntwoord = group({
  ...many,
  key: 'verwijderenInschrijvingAntwoord',
  name: 'Terugkoppeling verwijdering inschrijving',
  xsd: 'Verwijdereninschrijvingantwoord',
  elements: [berichtidentificatie],
  groups: [persoonVerwijderd, identificatieInschrijving, { ...signaal(0, 'n'), since: '2015-11' }],
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

/** Bericht 15: Spontane mutatie (PvE 5.6.14): what changed of a person in the BRP, or its PGN. Its berichtidentificatie is BRON's own. */
export const spontaneMutatie = group({
  ...many,
  key: 'spontaneMutatie',
  name: 'Spontane mutatie',
  xsd: 'Spontanemutatie',
  elements: [berichtidentificatie],
  groups: [sleutelgegevensOud, persoonNieuw, signaal(0, 'n')],
});

/** Bericht 16: Dubbele inschrijving (PvE 5.6.15). Its berichtidentificatie is BRON's own. */
export const dubbeleInschrijving = group({
  ...many,
  key: 'dubbeleInschrijving',
  name: 'Dubbele inschrijving',
  xsd: 'Dubbeleinschrijving',
  elements: [
    berichtidentificatie,
    element('105', 'controledatum', 'Controledatum', 'controledatum', 'datum', 8, { required: true }),
  ],
  groups: [persoonDubbeleInschrijving, situatieDubbeleInschrijving],
});

/** Bericht 7: Terugkoppeling verzoek terugkoppeling (PvE 5.6.7): a bundle of terugkoppelingen, or a refusal. */
export const terugkoppelingVerzoekTerugkoppeling = group({
  ...once,
  key: 'terugkoppelingVerzoekTerugkoppeling',
  name: 'Terugkoppeling verzoek terugkoppeling',
  xsd: 'Terugkoppelingverzoekterugkoppeling',
  elements: [berichtidentificatie, datumTerugkoppeling],
  groups: [
    identificatieverzoekAntwoord,
    wijzigingSleutelgegevensAntwoord,
    meldingInschrijvingAntwoord,
    verwijderenInschrijvingAntwoord,
    terugkoppelingRegistratieoverzicht,
    terugkoppelingAfkeuring,
    spontaneMutatie,
    dubbeleInschrijving,
    signaal(0, 1),
  ],
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
