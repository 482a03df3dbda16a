import { formatDutchDate, isDate } from '../../domain/dates.ts';
import type { MeldingContent } from '../berichten/content.ts';
import { meldingInschrijving } from '../berichten/requests.ts';
import type { Place } from '../controles/types.ts';
import { groupsBelow, type Occurrence, type Present } from '../gegevensset/occurrences.ts';
import type { Gegevenselement, Gegevensgroep, Voorkomen } from '../gegevensset/types.ts';
import { catalog } from './catalog.ts';

interface Candidate extends Present {
  element?: Gegevenselement;
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[-\s_/]+/g, ' ')
    .trim();

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const hasWord = (text: string, word: string) =>
  word !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'u').test(text);

/** The ways in which a sentence may name a gegeven or a group: longest first. */
function namesOf(name: string, key: string): string[] {
  const words = key.replaceAll(/\p{Lu}/gu, (letter) => ` ${letter}`);
  const short = name.replace(/-volgens-instelling$/i, '').replace(/ (WPO|WEC)$/, '');
  return [...new Set([name, short, words].map(plain))].sort((a, b) => b.length - a.length);
}

/** Length of the longest name of a candidate that the sentence contains; 0 when none. */
const named = (sentence: string, name: string, key: string) =>
  namesOf(name, key).find((known) => hasWord(sentence, known))?.length ?? 0;

/** The forms in which a value may stand in a sentence: dates also as people write them. */
function formsOf(value: string): string[] {
  if (!isDate(value)) return [value];
  const [year = '', month = '', day = ''] = value.split('-');
  return [value, `${year}${month}${day}`, `${day}-${month}-${year}`, `${day}${month}${year}`, formatDutchDate(value)];
}

/** Where the value first stands in the text on its own, or -1: `0` is not in `0,30`, nor in `2009-08-01`. */
function positionOf(text: string, value: unknown): number {
  if (typeof value !== 'string' || value === '') return -1;
  const positions = formsOf(value).map((form) =>
    text.search(new RegExp(`(?<![\\p{L}\\p{N}]|\\p{N}[-.,/])${escaped(form)}(?![\\p{L}\\p{N}]|[-.,/]\\p{N})`, 'u')),
  );
  const found = positions.filter((position) => position >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

const mentions = (text: string, value: unknown) => positionOf(text, value) >= 0;

function candidatesOf(code: string, content: MeldingContent): Candidate[] {
  const groups = groupsBelow(meldingInschrijving, content as Voorkomen);
  const known = catalog.get(code)?.places;
  if (!known) {
    return groups
      .filter(({ list }) => list.length > 0)
      .flatMap((present) => present.group.elements.map((element) => ({ ...present, element })));
  }
  return known.flatMap((place) => {
    const [key, elementKey] = place.split('.');
    return groups
      .filter(({ group }) => group.key === key)
      .flatMap((present) => {
        const element = present.group.elements.find((item) => item.key === elementKey);
        if (elementKey === undefined) return [present];
        return element ? [{ ...present, element }] : [];
      });
  });
}

/** Key of the gegeven that tells the voorkomens of a group apart. */
const identifierOf = (group: Gegevensgroep | undefined) => group?.period ?? group?.elements[0]?.key;

/**
 * The voorkomen whose values the text mentions: the value of the gegeven counts most, then the date of the voorkomen (of a group without
 * dates its first gegeven, a code) and of the one it stands in, then what is mentioned first (dates of the inschrijving follow later in a sentence). Of equals the first, or the last.
 */
function voorkomenOf(text: string, candidate: Candidate, last: boolean): Occurrence | undefined {
  const { group, parent, list, element } = candidate;
  if (group.max === 1 || list.length === 0 || !element) return undefined;
  const dated = (item: Voorkomen | undefined, key: string | undefined) =>
    key !== undefined && mentions(text, item?.[key]) ? 1 : 0;
  const ranked = list.map((at, index) => {
    const position = positionOf(text, at.item[element.key]);
    const own = identifierOf(group) === element.key ? 0 : dated(at.item, identifierOf(group));
    return { at, index, position, score: (position >= 0 ? 2 : 0) + own + dated(at.above, identifierOf(parent)) };
  });
  ranked.sort((a, b) => b.score - a.score || a.position - b.position || (last ? b.index - a.index : a.index - b.index));
  const [best] = ranked;
  if (best && best.score > 0) return best.at;
  return list.length === 1 ? list[0] : undefined;
}

/** How many voorkomens have a value that the text mentions. */
const valuesIn = (text: string, { list, element }: Candidate): number =>
  element ? list.filter(({ item }) => mentions(text, item[element.key])).length : 0;

/** Codes about the first voorkomen, whose value the sentence does not carry. */
const ABOUT_FIRST = '303';
/** Codes about what occurs too often: the last of equals. */
const ABOUT_LAST = new Set(['349', '365', '425']);

function earliest({ group, list }: Candidate): Occurrence | undefined {
  const dates = list
    .map(({ item }) => item[group.period ?? ''])
    .map((value) => (typeof value === 'string' ? value : ''));
  const [first] = [...dates].sort();
  return first === undefined ? undefined : list[dates.indexOf(first)];
}

function placeOf(code: string, text: string, candidate: Candidate): Place {
  const { group, list, element } = candidate;
  const at =
    group.max === 1
      ? undefined
      : code === ABOUT_FIRST
        ? earliest(candidate)
        : voorkomenOf(text, candidate, ABOUT_LAST.has(code));
  return {
    gegevensgroep: group.key,
    ...(element && (list.length > 0 || group.max === 1) ? { element: element.key } : {}),
    ...(at?.parent === undefined ? {} : { parent: at.parent }),
    ...(at === undefined ? {} : { voorkomen: at.voorkomen }),
  };
}

/**
 * The gegeven of a melding that a signaal concerns: among the places of its code, the one whose name stands in the
 * omschrijving (the longest name wins), then the one whose value does. Other wording than ours is understood as well.
 * Undefined when it stays unclear.
 */
export function locateSignaal(code: string, omschrijving: string, content: MeldingContent): Place | undefined {
  const sentence = plain(omschrijving);
  const candidates = candidatesOf(code, content);
  const ranked = candidates
    .map((candidate) => ({
      candidate,
      element: candidate.element ? named(sentence, candidate.element.name, candidate.element.key) : 0,
      group: named(sentence, candidate.group.name, candidate.group.key),
      filled: candidate.list.length > 0 ? 1 : 0,
      values: valuesIn(omschrijving, candidate),
    }))
    .sort((a, b) => b.element - a.element || b.group - a.group || b.filled - a.filled || b.values - a.values);
  const [best] = ranked;
  if (!best) return undefined;
  if (best.element > 0 || best.group > 0) return placeOf(code, omschrijving, best.candidate);
  if (!catalog.has(code)) return undefined;
  const likely = ranked.filter(({ filled }) => filled === best.filled);
  if (best.values > 0 || likely.length === 1) return placeOf(code, omschrijving, best.candidate);
  // Nothing in the sentence helps: the group, when there is only one.
  const keys = new Set(likely.map(({ candidate }) => candidate.group.key));
  return keys.size === 1 ? { gegevensgroep: best.candidate.group.key } : undefined;
}
