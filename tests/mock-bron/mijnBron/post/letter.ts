import type { Contactgegevens } from '../../../../shared/mijnBron/contact.ts';
import type { MijnBronDocument } from '../../../../shared/mijnBron/documents.ts';

/** A part of a letter: a paragraph, a list, or facts with their names. Secret ones stand only on the letter itself. */
export type Block =
  | { text: string }
  | { list: readonly string[] }
  | { facts: readonly (readonly [name: string, value: string])[]; secret?: true };

/** What a letter, mail or brochure says, before it is written out as HTML, PDF or mail. */
export interface Letter {
  /** Lines of the address; empty of what is for everybody. */
  address: readonly string[];
  /** Of a mail: where it goes. */
  email?: string;
  titel: string;
  aanhef?: string;
  blocks: readonly Block[];
  /** Who signs it; left out: nobody. */
  signedBy?: string;
}

/** A letter as whoever may log in can read it. */
export const withoutSecrets = (letter: Letter): Letter => ({
  ...letter,
  blocks: letter.blocks.map((block): Block =>
    'secret' in block ? { text: 'De gegevens om in te loggen staan alleen in de brief op papier.' } : block,
  ),
});

/** A letter with what Mijn BRON lists of it. */
export interface Post {
  /** What it was sent for: nothing is sent twice for the same. */
  event: string;
  /** Left out: about the whole school. */
  aanleverpunt?: string;
  line: Omit<MijnBronDocument, 'id' | 'titel' | 'sentOn'>;
  letter: Letter;
}

const longDate = new Intl.DateTimeFormat('nl-NL', { timeZone: 'UTC', dateStyle: 'full' });

/** A date in full Dutch: "maandag 4 januari 2010". */
export const inFull = (date: string): string => longDate.format(new Date(`${date}T00:00:00Z`));

/** The address of the gemachtigde at the hoofdvestiging. */
export const addressOfSchool = ({ hoofdvestiging }: Contactgegevens): string[] => [
  hoofdvestiging.naam,
  `t.a.v. ${hoofdvestiging.gemachtigde.naam}`,
  `${hoofdvestiging.adres.straatnaam} ${hoofdvestiging.adres.huisnummer}`,
  `${hoofdvestiging.adres.postcode.replace(/^(\d{4})/, '$1 ')}  ${hoofdvestiging.adres.plaats}`,
];

/** The board has its post at the address of the school (assumed: BRON has no other). */
export const addressOfBoard = (contact: Contactgegevens): string[] => [
  `Het bevoegd gezag van ${contact.hoofdvestiging.naam}`,
  ...addressOfSchool(contact).slice(2),
];

export const ORGANISATIE = 'Organisatie BRON';
export const HELPDESK = 'Helpdesk BRON';

/** What every letter and mail of the mock carries. */
export const MARK = 'Oefen-BRON: dit is geen post van DUO. Alle gegevens zijn verzonnen.';

/** Where a question goes that the letter leaves open (Stappenplan, "Waar kan ik terecht met vragen?"). */
export const QUESTIONS: Block = {
  text: 'Heeft u vragen, kijk dan eerst in de Kennisbank in Mijn BRON. Vindt u daar het antwoord niet, stel uw vraag dan met het contactformulier aan de Helpdesk BRON. U krijgt binnen twee werkdagen antwoord.',
};
