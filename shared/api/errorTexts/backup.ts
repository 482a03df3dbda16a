import type { ErrorTexts } from './types.ts';

/** Backups and restoring them. */
export const backupErrors = {
  'backup-unknown': [
    'Dit bestand is geen reservekopie van dit programma.',
    'Kies een bestand waarvan de naam eindigt op .reservekopie.',
  ],
  'backup-incomplete': [
    'Deze reservekopie is niet heel: het bestand is afgebroken.',
    'Kies een andere reservekopie of kopieer het bestand opnieuw.',
  ],
  'backup-damaged': ['Deze reservekopie is beschadigd.', 'Kies een andere reservekopie.'],
  'backup-newer': [
    'Deze reservekopie is gemaakt met een nieuwere versie van dit programma.',
    'Installeer de nieuwste versie van het programma en zet de reservekopie daarna terug.',
  ],
  'backup-other-school': [
    'Deze reservekopie is van een andere administratie ({backup}); hier staat {present}.',
    'Kies een reservekopie van deze administratie, of zet deze terug in een lege gegevensmap.',
  ],
  'backup-target-refused': [
    'Op de gekozen plaats kan geen reservekopie worden geschreven.',
    'Sluit de schijf aan, vraag uw systeembeheerder om schrijfrechten of kies een andere plaats.',
  ],
  'backup-unverified': [
    'De reservekopie was na het schrijven niet goed terug te lezen en is weer verwijderd.',
    'Controleer de schijf of kies een andere plaats, en maak de reservekopie opnieuw.',
  ],
  'backup-draft-gone': [
    'De gekozen reservekopie is niet meer beschikbaar: u hebt te lang gewacht of zij is al teruggezet.',
    'Kies de reservekopie opnieuw.',
  ],
  'backup-place-inside': [
    'Deze map ligt in de gegevensmap van de administratie zelf.',
    'Kies een map op een andere schijf of in het netwerk: anders gaan beide tegelijk verloren.',
  ],
  'backup-place-missing': [
    'De tweede plaats voor reservekopieën is niet bereikbaar: {place}.',
    'Sluit de schijf aan of kies een andere map; de kopie wordt daarna vanzelf ingehaald.',
  ],
  'place-is-there': [
    'Deze plaats is er nu wel: {place}. Zij is niet afgemeld.',
    'U hoeft niets te doen: wat er vernietigd moet worden, wordt nu vanzelf vernietigd.',
  ],
  'restore-needs-beheerder': [
    'Dit wachtwoord is niet dat van een beheerder van de reservekopie.',
    'Laat een beheerder haar terugzetten, of gebruik de herstelcode.',
  ],
  'administration-read-only': [
    'Het bestand van de administratie is beschadigd: u kunt kijken, maar niets wijzigen.',
    'Zet een reservekopie terug; wat er nog te lezen is, is apart bewaard.',
  ],
} as const satisfies ErrorTexts;
