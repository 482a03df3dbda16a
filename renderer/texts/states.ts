import type { BronState } from '../../shared/api/leerlingen.ts';

/** What a state is called on screen, and what it means for the secretary. */
export const bronStateTexts: Record<BronState, { label: string; explanation: string }> = {
  afgekeurd: {
    label: 'Afgekeurd',
    explanation: 'BRON heeft de melding afgekeurd: verbeter het gegeven en verstuur opnieuw.',
  },
  geweigerd: { label: 'Geweigerd', explanation: 'BRON heeft het bericht niet aangenomen.' },
  tegengehouden: {
    label: 'Tegengehouden',
    explanation: 'De voorcontrole vond een fout die BRON zou afkeuren. De melding is nog niet verstuurd.',
  },
  onzeker: {
    label: 'Onzeker',
    explanation: 'Het is niet zeker of BRON de melding heeft ontvangen. Zij wordt vanzelf opnieuw aangeboden.',
  },
  'te verwijderen': {
    label: 'Te verwijderen',
    explanation: 'BRON moet deze inschrijving verwijderen. Dat verzoek is nog niet verstuurd.',
  },
  'aan te leveren': { label: 'Aan te leveren', explanation: 'Er is iets gewijzigd dat BRON nog niet heeft.' },
  'in behandeling': {
    label: 'In behandeling',
    explanation: 'BRON heeft de melding ontvangen. De uitkomst komt met een terugkoppeling.',
  },
  'geregistreerd met signaal': {
    label: 'Geregistreerd met signaal',
    explanation: 'BRON heeft de gegevens geregistreerd, maar vraagt ergens aandacht voor.',
  },
  geregistreerd: { label: 'Geregistreerd', explanation: 'BRON heeft precies wat hier staat.' },
  'geen inschrijving': { label: 'Geen inschrijving', explanation: 'Deze leerling heeft nog geen inschrijving.' },
};
