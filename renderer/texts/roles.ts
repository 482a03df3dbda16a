import type { Role } from '../../shared/api/roles.ts';

/** What a role is called on screen, and what who has it may do. */
export const roleTexts: Record<Role, { label: string; explanation: string }> = {
  beheerder: {
    label: 'Beheerder',
    explanation: 'Mag alles: ook gebruikers, instellingen, het certificaat en het logboek.',
  },
  gemachtigde: {
    label: 'Gemachtigde',
    explanation: 'Staat in voor de uitwisseling met BRON. Mag ook versturen wat de voorcontrole tegenhoudt.',
  },
  administratie: {
    label: 'Administratie',
    explanation: 'Schrijft leerlingen in en uit en wisselt uit met BRON.',
  },
  leerkracht: {
    label: 'Leerkracht',
    explanation: 'Ziet alleen de leerlingen van de eigen groepen, zonder BSN, en wijzigt niets.',
  },
  lezer: { label: 'Alleen lezen', explanation: 'Ziet alles wat is vastgelegd en wijzigt niets.' },
};
