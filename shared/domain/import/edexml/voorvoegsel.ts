import { waarden } from '../../../pve/waardelijsten/waardelijsten.ts';
import abbreviations from './voorvoegsels.json' with { type: 'json' };

/** How a voorvoegsel of a file is kept, and what the school has to know about it. */
export interface ReadVoorvoegsel {
  voorvoegsel: string;
  sentence?: string;
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[\s.\\/'’`´]/g, '');
const tidy = (text: string) => text.replaceAll(/[’`´]/g, "'").replaceAll(/\s+/g, ' ').trim();

const known = new Map(waarden('voorvoegsel').map(({ code }) => [code.toLowerCase(), code]));
const rows: Readonly<Record<string, readonly string[]>> = abbreviations.rows;
const quoted = (list: readonly string[]) =>
  list
    .map((text) => `"${text}"`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' of $1');

/**
 * A voorvoegsel as the BRP writes it (PvE 4.1.2: table 36). An abbreviation with one meaning is written out and told; one with
 * several (`v.d.`) stays as it is and is told: a name is never guessed.
 */
export function readVoorvoegsel(text: string): ReadVoorvoegsel {
  const own = tidy(text);
  const listed = known.get(own.toLowerCase());
  if (listed !== undefined) return { voorvoegsel: listed };
  const readings = rows[plain(own)];
  const [first, ...others] = readings ?? [];
  if (first === undefined)
    return {
      voorvoegsel: own,
      sentence: `Het voorvoegsel "${own}" staat niet in de tabel van de BRP. Controleer de naam.`,
    };
  if (others.length === 0)
    return { voorvoegsel: first, sentence: `Het voorvoegsel "${own}" is gelezen als "${first}".` };
  return {
    voorvoegsel: own,
    sentence: `Het voorvoegsel "${own}" kan ${quoted(readings ?? [])} zijn. Zoek op hoe de naam voluit luidt.`,
  };
}
