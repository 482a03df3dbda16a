import type { ErrorTexts } from './types.ts';

/** Pupils, inschrijvingen and verzorgers. */
export const pupilsErrors = {
  'inschrijving-known': [
    'BRON kent deze inschrijving, of de melding is onderweg: de datum inschrijving ligt vast.',
    'Klopt de datum niet, kies dan bij de inschrijving Datum inschrijving corrigeren. Had de inschrijving er nooit moeten zijn, kies dan Bij BRON verwijderen.',
  ],
  'split-outside': [
    'De nieuwe inschrijving kan niet op {date} beginnen: dat is niet na het begin en voor het einde van deze inschrijving.',
    'Kies een dag waarop de leerling op deze inschrijving al en nog op school is.',
  ],
  'start-stays': ['De inschrijving begint al op die dag.', 'Vul de juiste datum inschrijving in.'],
  'start-refused': [
    'Met {date} als datum inschrijving keurt BRON de inschrijving af [{code}]: {reason}',
    'Verbeter dat eerst of kies een andere datum: anders staat de leerling straks niet meer bij BRON.',
  ],
  'inschrijving-kind-known': [
    'BRON kent deze inschrijving, of de melding is onderweg: een inschrijving WPO wordt geen inschrijving WEC, en andersom.',
    'Hoort de leerling op de andere soort school, schrijf hem of haar hier dan uit en daar in.',
  ],
  'not-destroyable': [
    'Niet alle gekozen leerlingen kunnen worden vernietigd. Er is niets vernietigd.',
    'Kies alleen leerlingen die langer dan vijf jaar van school zijn, die u niet langer bewaart en waarvan niets meer bij BRON loopt.',
  ],
  'keep-until-past': ['Die dag is vandaag of al voorbij. Er is niets gewijzigd.', 'Kies een dag na vandaag.'],
  'keep-not-proposed': [
    'Niet van alle gekozen leerlingen is de bewaartermijn voorbij. Er is niets gewijzigd.',
    'Open de prullenbak opnieuw en kies uit Bewaartermijn voorbij.',
  ],
  'inschrijving-in-bron': [
    'BRON kent deze inschrijving, of de melding is onderweg: weggooien kan niet.',
    'Schrijf de leerling uit. Hoort de inschrijving niet in BRON, kies dan bij de inschrijving Bij BRON verwijderen: daarna gaat zij vanzelf naar de prullenbak.',
  ],
  'inschrijving-overlaps': [
    'Deze leerling staat op die dag al bij u ingeschreven, vanaf {date}.',
    'Schrijf de leerling daar eerst uit, of kies een andere datum.',
  ],
  'inschrijving-running': ['Deze inschrijving is niet beëindigd.', 'Ververs het scherm.'],
  'uitschrijving-stays': [
    'De datum uitschrijving verandert niet. {reason}',
    'Controleer de twee datums van het bericht.',
  ],
  'leerling-in-bin': [
    'De leerling van deze inschrijving ligt ook in de prullenbak.',
    'Zet eerst de leerling terug; kies daarna opnieuw.',
  ],
  'adres-ahead': [
    'Een adres kan niet later ingaan dan vandaag.',
    'Sla het nieuwe adres op zodra het geldt; schrijf de verhuizing tot die dag bij Notities.',
  ],
  'adres-before': [
    'Het huidige adres gold op die dag nog niet: het begon op {date}.',
    'Kies een latere datum, of verbeter eerst de periode van het eerdere adres.',
  ],
  'undo-nothing': [
    'Er is geen laatste wijziging die ongedaan gemaakt kan worden.',
    'Bekijk de kaart opnieuw; wat er staat, kunt u zelf verbeteren.',
  ],
  'undo-newer': [
    'Na deze wijziging is er nog iets van deze leerling gewijzigd.',
    'Bekijk de kaart opnieuw; wat er staat, kunt u zelf verbeteren.',
  ],
  'undo-sent': [
    'Deze wijziging is al naar BRON: terugzetten geeft een nieuwe melding.',
    'Bekijk welke melding er volgt en bevestig dat u dat wilt.',
  ],
  'undo-number-taken': [
    'Een andere leerling heeft intussen het BSN of onderwijsnummer dat hiermee terug zou komen.',
    'Zoek die leerling op en verbeter eerst het nummer.',
  ],
  'restore-known': [
    'BRON heeft een leerling of inschrijving die zou verdwijnen al, of er is al een bericht over verstuurd.',
    'Laat staan wat er staat en verbeter het; een bericht dat verstuurd is, kan niet worden teruggehaald.',
  ],
  'number-known': [
    'BRON kent deze leerling, of een melding is onderweg. Zonder nummer kan BRON er een tweede leerling van maken.',
    'Vul het juiste nummer in. Is er geen ander nummer, laat BRON dan eerst de inschrijving verwijderen.',
  ],
  'verzorger-linked': [
    'Deze verzorger hoort al bij deze leerling.',
    'Open de verzorger in de lijst en wijzig daar de gegevens.',
  ],
} as const satisfies ErrorTexts;
