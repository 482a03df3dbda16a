import { isDate } from '../../dates.ts';
import { readDate } from './dates.ts';

/** What a field of the school is kept as, with a Dutch sentence where it stood there otherwise, or cannot be used. */
export interface ReadField {
  value?: string;
  sentence?: string;
}

/** What can be kept of a field; EDEXML itself allows no more. */
const LONGEST = 200;

function readSchooljaar(text: string): ReadField {
  const [, first = '', last = ''] = /^(\d{4})\s*[-/]\s*(\d{4})$/.exec(text) ?? [];
  if (!isDate(`${first}-08-01`) || Number(last) !== Number(first) + 1)
    return { sentence: `Het schooljaar "${text.slice(0, 60)}" is geen schooljaar en is niet overgenomen.` };
  const value = `${first}-${last}`;
  return value === text ? { value } : { value, sentence: `Het schooljaar "${text}" is gelezen als ${value}.` };
}

function readHeaderDate(name: string, text: string): ReadField {
  const { date, sentence } = readDate(name, text.slice(0, LONGEST));
  return { ...(date === undefined ? {} : { value: date }), ...(sentence === undefined ? {} : { sentence }) };
}

/** Reads a field of the school of an EDEXML file, by its name there. Years and dates are kept only when they are some. */
export function readSchoolField(name: string, text: string): ReadField {
  if (name === 'schooljaar') return readSchooljaar(text);
  if (name === 'peildatum') return readHeaderDate(name, text);
  // The moment is kept whole where its date can be read.
  if (name === 'aanmaakdatum' && !isDate(text.slice(0, 10))) return readHeaderDate(name, text);
  return { value: text.slice(0, LONGEST) };
}
