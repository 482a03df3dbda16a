import { readdirSync, readFileSync } from 'node:fs';
import { messages, operations, type Message, type RequestNumber } from '../../../shared/pve/berichten/messages.ts';
import { encodeEnvelope } from '../../../shared/pve/berichten/soap.ts';
import { outsideEdition } from '../../../shared/pve/gegevensset/editions.ts';
import type { Edition, Gegevensgroep, Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import type { BerichtCase } from './berichtCases.ts';
import { base } from './controleCases.ts';

/** What is done to a message in one place, and whether PvE 5.6 allows the message that comes of it. */
interface Change {
  name: string;
  allowed: boolean;
  /** Does it, to the voorkomen or the message that {@link Change.in} finds. */
  apply(voorkomen: Voorkomen): void;
  /** Finds the voorkomen in a message. */
  in(message: Voorkomen): Voorkomen;
}

/** Of these groups of berichten 1 and 3 one must be there and not the other, and each may be left out only for the other. */
const CHOICES = new Set(['persoonMetPgn', 'persoonZonderPgn', 'inschrijvingWpo', 'inschrijvingWec']);

const listOf = (voorkomen: Voorkomen, key: string): Voorkomen[] => {
  const value = voorkomen[key];
  return Array.isArray(value) ? value : [];
};

/** Every part of a voorkomen left out, and twice where it may occur once. */
function changesOf(group: Gegevensgroep, voorkomen: Voorkomen, find: Change['in'], path = ''): Change[] {
  const change = (name: string, allowed: boolean, apply: Change['apply']): Change => ({
    name: `${path}${name}`,
    allowed,
    apply,
    in: find,
  });
  const leaveOut = (key: string) => (whole: Voorkomen) => {
    delete whole[key];
  };
  const elements = group.elements
    .filter(({ key }) => voorkomen[key] !== undefined)
    .map(({ key, xsd, required }) => change(`${xsd} left out`, !required, leaveOut(key)));
  const below = group.groups.flatMap(({ key, xsd, min, max, ...rest }) => {
    const list = listOf(voorkomen, key);
    if (list.length === 0) return [];
    const resize = (to: (items: Voorkomen[]) => Voorkomen[]) => (whole: Voorkomen) => {
      whole[key] = to(listOf(whole, key));
    };
    return [
      change(`${xsd} left out`, min === 0 && !CHOICES.has(key), leaveOut(key)),
      ...(max === 1
        ? [
            change(
              `${xsd} twice`,
              false,
              resize(([first = {}]) => [first, first]),
            ),
          ]
        : []),
      ...list.flatMap((item, index) =>
        changesOf(
          { key, xsd, min, max, ...rest },
          item,
          (message) => listOf(find(message), key)[index] ?? {},
          `${path}${xsd}/`,
        ),
      ),
    ];
  });
  return [...elements, ...below];
}

interface Golden {
  file: string;
  nr: RequestNumber;
  message: Voorkomen;
}

const EDITIONS: readonly Edition[] = ['2014-12', '2015-11'];
const folder = new URL('../golden/', import.meta.url);

/** The messages that a school sends, written by hand from PvE 5.6; between them they have every part. */
const requests = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, ...(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Omit<Golden, 'file'>) }))
  .filter(({ nr }) => operations.some(({ request }) => request === nr));

const editionsOf = ({ nr, message }: Golden) =>
  EDITIONS.filter((edition) => outsideEdition(edition, messages[nr], message).length === 0);

function caseOf({ file, nr }: Golden, editions: readonly Edition[], name: string, message: Voorkomen): BerichtCase {
  const { school, deliveredOn, brin, samenwerkingsverbanden, elementcodes } = base();
  const isRefused = name.startsWith('359');
  const answer = operations.find(({ request }) => request === nr)?.answer ?? 17;
  const header = { brinnummer: school.brinnummer, aanleverpuntnummer: '00' };
  return {
    file,
    section: `5.6.${nr}`,
    bericht: nr,
    name,
    rows: [],
    editions,
    deliveredOn,
    school,
    registers: { brin, samenwerkingsverbanden, elementcodes, postcodes: null },
    known: [],
    brp: [],
    steps: [{ sendText: encodeEnvelope(nr, message as Message<RequestNumber>, header) }],
    expected: isRefused ? ['359 A'] : [],
    answers: [{ nr: answer, content: isRefused ? {} : { signaal: null } }],
    onlyAnswer: true,
  };
}

/** A message as it is: what the edition of 2014-12 does not have is against its schema. */
function wholeCases(request: Golden): BerichtCase[] {
  const editions = editionsOf(request);
  const others = EDITIONS.filter((edition) => !editions.includes(edition));
  return [
    caseOf(request, editions, 'as PvE 5.6 has it', request.message),
    ...(others.length > 0
      ? [caseOf(request, others, '359: a part that the edition does not have', request.message)]
      : []),
  ];
}

function changedCases(request: Golden): BerichtCase[] {
  const { nr, message } = request;
  return changesOf(messages[nr], message, (whole) => whole).map(({ name, allowed, apply, in: find }) => {
    const changed = structuredClone(message);
    apply(find(changed));
    return caseOf(request, editionsOf(request), allowed ? name : `359: ${name}`, changed);
  });
}

/** What both editions have comes first, so that a part is shown in both where it can be. */
const byEditions = requests.toSorted((a, b) => editionsOf(b).length - editionsOf(a).length);

/**
 * Cases about the parts of each message that a school sends, as the tables of PvE 5.6 have them (`message-tables.test.ts` holds them
 * against the PvE): each gegeven and group left out, and each group twice that may occur once. What is answered at once counts: 359, or
 * that the message is taken.
 */
export const structureCases: BerichtCase[] = [
  ...requests.flatMap(wholeCases),
  ...new Map(
    byEditions
      .flatMap(changedCases)
      .toReversed()
      .map((item) => [`${item.bericht} ${item.name}`, item]),
  ).values(),
];
