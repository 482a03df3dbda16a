import type { InschrijvingGegevens } from '../../api/inschrijving.ts';
import { inPeriodOrder } from '../../pve/berichten/content.ts';
import { inschrijvingKinds } from '../../pve/berichten/kinds.ts';
import { voorkomensIn } from '../../pve/berichten/place.ts';
import type { FieldGroup, Gegevensgroep, Voorkomen } from '../../pve/gegevensset/types.ts';
import { addDays, isDate } from '../dates.ts';
import { withSituation, type Situation } from '../forms/situation.ts';
import { carryRules, ofBegin, ofEnd, splitRules, type SplitNeed } from './splitRules.ts';

/** A change in an inschrijving that may or must be an uitschrijving and a new inschrijving for BRON. */
export interface SplitChange {
  /** Key of the gegevensgroep. */
  group: string;
  /** The first day of the new situation, `yyyy-mm-dd`. */
  date: string;
  need: SplitNeed;
}

const textOf = (item: Voorkomen | undefined, key: string): string => {
  const value = item?.[key];
  return typeof value === 'string' ? value : '';
};

/** The changes of an inschrijving that PvE 4.1 names, by date; only those within it. */
export function splitChanges(gegevens: InschrijvingGegevens): SplitChange[] {
  const { kind, datumInschrijving = '', datumUitschrijving } = gegevens;
  const changes = splitRules[kind].flatMap(({ group, below, element, mustFrom }) => {
    const documents: readonly Voorkomen[] = below ? voorkomensIn(gegevens, below) : [gegevens];
    return documents.flatMap((document) => {
      const list = inPeriodOrder({ period: 'begindatum' }, voorkomensIn(document, group));
      return list.flatMap((item, index): SplitChange[] => {
        const [before, after] = [textOf(list[index - 1], element), textOf(item, element)];
        const date = textOf(item, 'begindatum');
        if (!before || !after || before === after || !isDate(date)) return [];
        return [{ group, date, need: mustFrom !== undefined && date >= mustFrom ? 'must' : 'may' }];
      });
    });
  });
  return changes
    .filter(({ date }) => date > datumInschrijving && !(datumUitschrijving && date > datumUitschrijving))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The voorkomens of a group, cut at a date. */
interface Divided {
  group: Gegevensgroep;
  /** What stays with the inschrijving that ends. */
  before: Voorkomen[];
  /** What of it is still in force and goes along, as it is in the inschrijving that begins. */
  along: Voorkomen[];
  /** What begins on the date or later. */
  later: Voorkomen[];
}

const END = 'einddatum';
const beginKey = ({ period }: Pick<FieldGroup, 'period'>): string => period ?? 'datumAfname';

type Rules = (typeof carryRules)[keyof typeof carryRules];

/** A voorkomen with only that side of the groups below it. */
const withBelow = (item: Voorkomen, divided: readonly Divided[], side: (below: Divided) => Voorkomen[]): Voorkomen => ({
  ...item,
  ...Object.fromEntries(divided.map((below) => [below.group.key, side(below)])),
});

/** The groups below a document, each cut at a date by its rule. */
const divideAll = (groups: readonly Gegevensgroep[], document: Voorkomen, date: string, rules: Rules): Divided[] =>
  groups.map((group) => divide(group, voorkomensIn(document, group.key), date, rules));

function divide(group: Gegevensgroep, list: readonly Voorkomen[], date: string, rules: Rules): Divided {
  const key = beginKey(group);
  const how = rules[group.key]?.how ?? 'moment';
  const ordered = inPeriodOrder(group, list);
  const before = ordered.filter((item) => textOf(item, key) < date);
  const later = ordered.filter((item) => textOf(item, key) >= date);
  const inForce = (item: Voorkomen): boolean => {
    const end = textOf(item, END);
    if (end || how === 'span') return !end || end >= date;
    return item === before.at(-1) && textOf(later[0], key) !== date;
  };
  const along = before.filter(inForce);
  const begun = along.map((item) => ({ ...item, [key]: date }));
  const below = (item: Voorkomen) => divideAll(group.groups, item, date, rules);
  const begins = (item: Voorkomen) => withBelow(item, below(item), (each) => [...each.along, ...each.later]);
  switch (how) {
    case 'moment':
      return { group, before, along: [], later };
    case 'period':
      return { group, before, along: begun, later };
    case 'span': {
      const ended = before.map((item) => (inForce(item) ? { ...item, [END]: addDays(date, -1) } : item));
      return { group, before: ended, along: begun, later };
    }
    case 'document': {
      const ended = before.map((item) => withBelow(item, below(item), (each) => each.before));
      return { group, before: ended, along: along.map(begins), later: later.map(begins) };
    }
  }
}

/** An inschrijving cut in two. */
export interface Split<G extends InschrijvingGegevens = InschrijvingGegevens> {
  /** The one that ends on the day before. */
  ended: G;
  /** The one that begins on the date. */
  opened: G;
  /** Names of the groups that were in force and do not go along. */
  left: string[];
}

const without = <G extends InschrijvingGegevens>(gegevens: G, keys: readonly string[]): G =>
  Object.fromEntries(Object.entries(gegevens).filter(([key]) => !keys.includes(key))) as G;

const listsOf = (divided: readonly Divided[], side: (each: Divided) => Voorkomen[]): Record<string, Voorkomen[]> =>
  Object.fromEntries(divided.map((each) => [each.group.key, side(each)]));

/** Whether the schoolsoort is another one from the date on. */
function changesSchoolsoort(divided: readonly Divided[]): boolean {
  const schoolsoort = divided.find(({ group }) => group.key === 'schoolsoort');
  const first = schoolsoort?.along[0] ?? schoolsoort?.later[0];
  return textOf(schoolsoort?.before.at(-1), 'schoolsoort') !== textOf(first, 'schoolsoort');
}

/**
 * Cuts an inschrijving at a date into an uitschrijving on the day before and a new inschrijving, with what goes along (`carryRules`).
 * `situation`: where a pupil of a WEC-school is from then on, when that changes; what that asks for besides is to be filled in.
 */
export function splitAt<G extends InschrijvingGegevens>(gegevens: G, date: string, situation?: Situation): Split<G> {
  const rules = carryRules[gegevens.kind];
  const divided = divideAll(inschrijvingKinds[gegevens.kind].groups, gegevens, date, rules);
  const other = situation !== undefined || changesSchoolsoort(divided);
  const stays = ({ group }: Divided) => other && rules[group.key]?.forSchoolsoort === true;
  const ended = {
    ...without(gegevens, ofEnd),
    ...listsOf(divided, ({ before }) => before),
    datumUitschrijving: addDays(date, -1),
  };
  const taken = {
    ...without(gegevens, ofBegin),
    ...listsOf(divided, (each) => [...(stays(each) ? [] : each.along), ...each.later]),
    datumInschrijving: date,
  };
  const opened = taken.kind === 'WEC' && situation !== undefined ? (withSituation(taken, situation) as G) : taken;
  const left = divided.filter(({ group, along }) => along.length > 0 && voorkomensIn(opened, group.key).length === 0);
  return { ended, opened, left: left.map(({ group }) => group.name) };
}
