import type { ErrorTexts } from './types.ts';

/** The certificate. */
export const certificateErrors = {
  'certificate-wrong-password': [
    'Het wachtwoord hoort niet bij dit certificaatbestand.',
    'Gebruik het wachtwoord uit de wachtwoordbrief.',
  ],
  'certificate-no-key': [
    'In dit bestand ontbreekt de sleutel die bij het certificaat hoort.',
    'Download het certificaat opnieuw of neem contact op met de Helpdesk BRON.',
  ],
  'certificate-unsupported': [
    'Dit certificaat heeft een sleutel die het programma niet kan gebruiken.',
    'Download het certificaat opnieuw of neem contact op met de Helpdesk BRON.',
  ],
  'certificate-other-school': [
    'Dit certificaat is van {holder}; deze administratie is {expected}.',
    'Kies het certificaat van dit aanleverpunt of controleer BRIN en aanleverpunt bij Instellingen.',
  ],
  'certificate-expired': [
    'Dit certificaat is verlopen op {date}.',
    'Vraag bij de Helpdesk BRON een nieuw certificaat aan.',
  ],
  'certificate-not-yet-valid': [
    'Dit certificaat is pas geldig vanaf {date}.',
    'Controleer de datum van deze computer of wacht tot het certificaat geldig is.',
  ],
  'certificate-draft-gone': [
    'Het gekozen certificaatbestand is niet meer beschikbaar: u hebt te lang gewacht of het is al geïnstalleerd.',
    'Kies het certificaatbestand opnieuw.',
  ],
} as const satisfies ErrorTexts;
