import type { ErrorTexts } from './types.ts';

/** The certificate. */
export const certificateErrors = {
  'certificate-not-pkcs12': [
    'Dit bestand is geen beveiligingscertificaat (PKCS#12, .p12 of .pfx).',
    'Kies het bestand dat u bij BRON hebt gedownload.',
  ],
  'certificate-bare': [
    'Dit is een los certificaat of een losse sleutel (.cer, .crt, .pem of .p7b): de twee horen samen in één bestand.',
    'Kies het bestand dat u bij BRON hebt gedownload; de naam eindigt op .p12 of .pfx.',
  ],
  'certificate-too-large': [
    'Dit bestand is te groot voor een beveiligingscertificaat.',
    'Kies het bestand dat u bij BRON hebt gedownload; de naam eindigt op .p12 of .pfx.',
  ],
  'certificate-encoding': [
    'Dit certificaatbestand is beveiligd op een manier die het programma niet kent.',
    'Download het certificaat opnieuw, of laat uw systeembeheerder het opslaan als PKCS#12 met AES-256.',
  ],
  'certificate-wrong-password': [
    'Het wachtwoord hoort niet bij dit certificaatbestand.',
    'Gebruik het wachtwoord uit de wachtwoordbrief.',
  ],
  'certificate-wait': [
    'Te veel onjuiste wachtwoorden: wacht nog {seconds} seconden.',
    'Neem het wachtwoord daarna precies over uit de wachtwoordbrief; let op hoofdletters.',
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
  'certificate-waiting': [
    'Het geïnstalleerde certificaat is pas geldig vanaf {date}.',
    'Controleer de datum van deze computer of wacht tot het certificaat geldig is.',
  ],
  'certificate-draft-gone': [
    'Het gekozen certificaatbestand is niet meer beschikbaar: u hebt te lang gewacht of het is al geïnstalleerd.',
    'Kies het certificaatbestand opnieuw.',
  ],
  'site-missing': [
    'Er is nog geen adres van de site van BRON ingesteld.',
    'Vul bij Instellingen het adres van de site van BRON in, of download het certificaat in uw browser en kies hier het bestand.',
  ],
  'certificate-download-wrong': [
    'Deze gebruikersnaam en dit wachtwoord horen volgens BRON niet bij elkaar.',
    'Neem beide precies over uit de nieuwste wachtwoordbrief; let op hoofdletters. {left}.',
  ],
  'certificate-download-used': [
    'Dit certificaat is al een keer gedownload, en dat kan maar één keer.',
    'Hebt u het bestand, kies het dan hieronder. Is het kwijt, vraag de Helpdesk BRON dan om een nieuwe wachtwoordbrief.',
  ],
  'certificate-download-expired': [
    'De twee weken om het certificaat te downloaden zijn voorbij.',
    'Vraag de Helpdesk BRON om een nieuwe wachtwoordbrief. De tien werkweken lopen door.',
  ],
  'certificate-download-gone': [
    'Dit certificaat is niet meer te downloaden: het is al een keer gedownload, of de twee weken zijn voorbij.',
    'Hebt u het bestand, kies het dan hieronder. Anders vraagt u de Helpdesk BRON om een nieuwe wachtwoordbrief.',
  ],
  'certificate-download-blocked': [
    'BRON heeft vijf onjuiste pogingen gezien en weigert nu elke poging.',
    'Probeer het {wait} opnieuw. Weet u het wachtwoord niet zeker, bel dan eerst de Helpdesk BRON.',
  ],
  'certificate-kept-first': [
    'Er is al een certificaat gedownload dat nog niet is geïnstalleerd.',
    'Installeer dat eerst, of gooi het weg.',
  ],
  'certificate-none-kept': [
    'Er is geen gedownload certificaat dat nog moet worden geïnstalleerd.',
    'Download het certificaat, of kies het bestand.',
  ],
  'certificate-gone': [
    'Dit certificaat is niet meer te gebruiken: de sleutel is er niet meer.',
    'Kijk bij Instellingen welk certificaat in gebruik is.',
  ],
} as const satisfies ErrorTexts;
