import type { ErrorTexts } from './types.ts';

/** Users, passwords and keys. */
export const accessErrors = {
  locked: ['De administratie is vergrendeld.', 'Ontgrendel de administratie met uw wachtwoord.'],
  'recovery-unconfirmed': [
    'De herstelcode van deze administratie is nog niet overgenomen.',
    'Neem eerst de herstelcode over van papier, of maak een nieuwe.',
  ],
  'wrong-password': ['Het wachtwoord is onjuist.', 'Controleer Caps Lock en probeer het opnieuw.'],
  'wrong-login': [
    'De gebruikersnaam of het wachtwoord is onjuist.',
    'Controleer Caps Lock en probeer het opnieuw; de beheerder kan u een eenmalig wachtwoord geven.',
  ],
  'wait-before-retry': [
    'Te veel onjuiste pogingen: wacht nog {seconds} seconden.',
    'Probeer het daarna opnieuw of gebruik de herstelcode.',
  ],
  'wrong-recovery-code': [
    'De herstelcode is onjuist.',
    'Neem de code precies over van uw afdruk; streepjes mogen weg.',
  ],
  'weak-password': ['Het wachtwoord is te kort.', 'Kies een wachtwoord van ten minste 12 tekens.'],
  'guessable-password': [
    'Dit wachtwoord is te makkelijk te raden.',
    'Gebruik niet vooral uw naam, de naam van de school of een veelgebruikt woord; een zin van enkele woorden werkt goed.',
  ],
  'password-to-change': [
    'U bent binnen met een eenmalig wachtwoord.',
    'Kies eerst een eigen wachtwoord; daarna kunt u aan het werk.',
  ],
  rekeying: [
    'De administratie krijgt op dit moment een nieuwe sleutel.',
    'Wacht tot dat klaar is; het programma gaat daarna vanzelf verder.',
  ],
  'log-busy': ['Het logboek wordt al gecontroleerd of geëxporteerd.', 'Wacht tot dat klaar is of stop het eerst.'],
  'login-taken': ['Deze gebruikersnaam is al van een andere gebruiker.', 'Kies een andere gebruikersnaam.'],
  'user-self': [
    'Dit kunt u niet met uw eigen gebruiker doen.',
    'Laat een andere beheerder dit doen; zo blijft er altijd een beheerder.',
  ],
  'beheerder-unknown': [
    'Er is geen beheerder met deze gebruikersnaam.',
    'Laat de gebruikersnaam leeg of vul die van een beheerder in.',
  ],
} as const satisfies ErrorTexts;
