import type { Persoonsgegevens } from '../../../api/leerlingen.ts';
import { isValidBsn, isValidOnderwijsnummer } from '../../pgn.ts';
import type { ImportProblem } from '../candidate.ts';
import { readDate } from './dates.ts';
import { landCodeOf } from './landen.ts';
import type { RawLeerling } from './raw.ts';
import { readVoorvoegsel } from './voorvoegsel.ts';

/** Element 5, Leerlingnummer (PvE 4.1.2). */
const LONGEST_LEERLINGNUMMER = 15;
const BELGIE = '5010';
/** What can be kept of a field; EDEXML itself allows no more. */
const LONGEST = 200;
const longest: Readonly<Record<string, number>> = { voorvoegsel: 50 };

/** NEN-ISO 5218; some programs write our own letters. */
const geslachten: Readonly<Record<string, 'M' | 'V'>> = { '1': 'M', '2': 'V', M: 'M', V: 'V' };
const unknownGeslachten = new Set(['0', '9']);

type Tell = (field: string, sentence: string) => void;
type Fields = RawLeerling['fields'];

/** The text of a field, unless it says no more than that it is unknown. */
function known(fields: Fields, field: string, tell: Tell): string | undefined {
  const text = fields[field];
  if (text === undefined) return undefined;
  if (text.length > (longest[field] ?? LONGEST)) {
    tell(field, `Wat bij ${field} staat, is te lang en is niet overgenomen.`);
    return undefined;
  }
  if (/[^?\s]/.test(text)) return text;
  tell(field, `In het bestand staat bij ${field} een vraagteken: onbekend.`);
  return undefined;
}

function names(fields: Fields, tell: Tell): Persoonsgegevens {
  const { sentence, voorvoegsel } = readVoorvoegsel(known(fields, 'voorvoegsel', tell) ?? '');
  if (voorvoegsel && sentence) tell('voorvoegsel', sentence);
  return {
    achternaam: known(fields, 'achternaam', tell),
    voorvoegsel: voorvoegsel || undefined,
    voornamen: known(fields, 'voornamen', tell),
    roepnaam: known(fields, 'roepnaam', tell),
  };
}

function birth(fields: Fields, tell: Tell): Persoonsgegevens {
  const text = known(fields, 'geboortedatum', tell);
  const read = text === undefined ? {} : readDate('geboortedatum', text, true);
  if (read.sentence) tell('geboortedatum', read.sentence);
  const sex = known(fields, 'geslacht', tell)?.toUpperCase();
  const geslacht = sex === undefined ? undefined : geslachten[sex];
  if (sex !== undefined && geslacht === undefined)
    tell(
      'geslacht',
      unknownGeslachten.has(sex)
        ? 'Het geslacht is in het bestand onbekend.'
        : `Het geslacht "${sex}" bestaat niet en is niet overgenomen.`,
    );
  const letters = known(fields, 'land', tell);
  const geboorteland = letters === undefined ? undefined : landCodeOf(letters, read.date);
  if (letters !== undefined && geboorteland === undefined) tell('land', unknownLand('geboorteland', letters));
  return { geboortedatum: read.date, geslacht, geboorteland };
}

const unknownLand = (what: string, letters: string) =>
  `Het ${what} "${letters}" staat niet in de landentabel en is niet overgenomen.`;

/** A number is kept as it is, also when it fails its proof: then it is shown as wrong. */
function numbers(fields: Fields, tell: Tell): Persoonsgegevens {
  const bsnField = fields.bsn === undefined ? 'sofinummer' : 'bsn';
  const burgerservicenummer = known(fields, bsnField, tell);
  const onderwijsnummer = known(fields, 'onderwijsnummer', tell);
  if (burgerservicenummer !== undefined && !isValidBsn(burgerservicenummer))
    tell(bsnField, 'Het burgerservicenummer doorstaat de elfproef niet. Controleer het nummer.');
  if (onderwijsnummer !== undefined && !isValidOnderwijsnummer(onderwijsnummer))
    tell('onderwijsnummer', 'Het onderwijsnummer doorstaat de controle niet. Controleer het nummer.');
  if (fields['bsn_ondwnr-4'] !== undefined)
    tell('bsn_ondwnr-4', 'Het bestand heeft alleen de laatste vier cijfers van het nummer. Vraag het hele nummer op.');
  return { burgerservicenummer, onderwijsnummer };
}

function address(fields: Fields, tell: Tell): Persoonsgegevens {
  const text = known(fields, 'postcodenl', tell);
  const postcode = text?.replaceAll(/\s/g, '').toUpperCase();
  if (postcode !== undefined && !/^[1-9]\d{3}[A-Z]{2}$/.test(postcode))
    tell('postcodenl', `De postcode "${text}" is geen Nederlandse postcode. Controleer het adres.`);
  if (fields.postcodeoverig !== undefined)
    tell(
      'postcodeoverig',
      'De leerling heeft een postcode in het buitenland, maar het land staat niet in het bestand.',
    );
  // A Belgian postnummer says in which country the pupil lives.
  return { postcode, land: postcode === undefined && fields.postnummerbe !== undefined ? BELGIE : undefined };
}

const filled = (persoon: Persoonsgegevens): Persoonsgegevens =>
  Object.fromEntries(Object.entries(persoon).filter(([, value]) => Boolean(value)));

/** The persoonsgegevens that a leerling of an EDEXML file has, and what is to be told about them. Nothing is made up. */
export function readPersoon({ key, line, fields }: RawLeerling): {
  persoon: Persoonsgegevens;
  problems: ImportProblem[];
} {
  const problems: ImportProblem[] = [];
  const tell: Tell = (field, sentence) => void problems.push({ field, line, sentence });
  const fits = key !== undefined && key.length <= LONGEST_LEERLINGNUMMER;
  if (key !== undefined && !fits)
    tell(
      'key',
      `De sleutel in het bestand is langer dan ${LONGEST_LEERLINGNUMMER} tekens en wordt geen leerlingnummer.`,
    );
  const persoon = filled({
    leerlingnummer: fits ? key : undefined,
    ...names(fields, tell),
    ...birth(fields, tell),
    ...numbers(fields, tell),
    ...address(fields, tell),
  });
  return { persoon, problems };
}

/** What is to be told about where father and mother were born; the file's own letters are kept. */
export function parentProblems({ line, fields }: RawLeerling): ImportProblem[] {
  const problems: ImportProblem[] = [];
  for (const parent of ['vader', 'moeder']) {
    const field = `land_${parent}`;
    const tell: Tell = (name, sentence) => void problems.push({ field: name, line, sentence });
    const letters = known(fields, field, tell);
    if (letters !== undefined && landCodeOf(letters) === undefined)
      tell(field, unknownLand(`geboorteland van de ${parent}`, letters));
  }
  return problems;
}
