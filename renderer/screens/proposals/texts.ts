import type { Proposal, ProposalNr } from '../../../shared/api/proposals.ts';
import { ownPersoon } from '../../../shared/domain/ownGegevens.ts';
import { messages } from '../../../shared/pve/berichten/messages.ts';
import type { FieldElement, Gegevensgroep } from '../../../shared/pve/gegevensset/types.ts';

/** What each kind of message of BRON is called, and what it asks of a person, with its page of the manual when it has one. */
export const kindTexts: Readonly<Record<ProposalNr, { title: string; meaning: string; page?: string }>> = {
  8: {
    title: 'Identificatie',
    meaning: 'BRON heeft deze leerling gevonden. Neem over wat BRON heeft, als het dezelfde leerling is.',
    page: 'identificeren',
  },
  9: {
    title: 'Sleutelgegevens gewijzigd',
    meaning: 'BRON heeft de gewijzigde sleutelgegevens geregistreerd, en kent deze leerling voortaan zo.',
  },
  11: {
    title: 'Inschrijving bij BRON verwijderd',
    meaning:
      'BRON heeft de inschrijving verwijderd, en meldt daarbij het volgende. Vink het af als u het hebt gelezen.',
  },
  13: {
    title: 'Verzoek afgekeurd',
    meaning:
      'BRON kon het verzoek over deze leerling niet uitvoeren. Verbeter wat de signalen noemen en vraag het opnieuw, of vink het af.',
  },
  15: {
    title: 'Wijziging van BRON',
    meaning: 'BRON heeft gegevens van deze leerling gewijzigd, meestal omdat de gemeente ze heeft gewijzigd (BRP).',
    page: 'wijzigingen-van-bron',
  },
  16: {
    title: 'Dubbele inschrijving',
    meaning:
      'Deze leerling is in dezelfde tijd op meer dan een school ingeschreven. Overleg met de andere school wie de inschrijving aanpast. BRON herhaalt deze melding tot het is opgelost.',
    page: 'dubbele-inschrijving',
  },
};

/** Of a dubbele inschrijving after what changed here since. */
export const SOLVED_HERE =
  'Waarschijnlijk opgelost: zoals het nu bij u staat, vallen de inschrijvingen niet meer samen. Verstuur de wijziging als dat nog niet is gedaan, en vink dit daarna af.';

/** What was decided, in words. */
export const stateTexts: Readonly<Record<Proposal['state'], string>> = {
  open: 'Wacht op uw beslissing',
  applied: 'Overgenomen',
  declined: 'Niet overgenomen',
  superseded: 'Vervangen',
};

/** Whether it only has to be read: then it is ticked off rather than declined. */
export const isTickedOff = ({ nr, state, applicable }: Pick<Proposal, 'nr' | 'state' | 'applicable'>): boolean =>
  nr === 11 || nr === 13 || nr === 16 || (state === 'open' && !applicable);

/** What a person has to do besides, by why. */
export const followUpTexts: Readonly<Record<NonNullable<Proposal['followUp']>['leavingReason'], string>> = {
  deceased:
    'Volgens de gemeente is deze leerling overleden. Schrijf de leerling uit, met de dag van overlijden als laatste dag.',
  abroad:
    'Volgens de gemeente is deze leerling uit Nederland vertrokken. Gaat de leerling niet meer naar uw school, schrijf dan uit.',
};

const elementsOf = ({ elements, groups }: Gegevensgroep): FieldElement[] => [
  ...elements,
  ...groups.flatMap(elementsOf),
];

const told = [15, 9, 8] as const;
const elements = new Map(
  [...told.flatMap((nr) => messages[nr].groups.flatMap(elementsOf)), ...ownPersoon.elements].map((each) => [
    each.key,
    each,
  ]),
);

/** The gegeven of the gegevensset with this key, in what BRON says of a person. */
export const elementOf = (key: string): FieldElement | undefined => elements.get(key);
