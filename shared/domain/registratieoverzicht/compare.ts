import { inPeriodOrder } from '../../pve/berichten/content.ts';
import { inschrijvingKinds, type InschrijvingKind } from '../../pve/berichten/kinds.ts';
import { groupsBelow } from '../../pve/gegevensset/occurrences.ts';
import { persoonBrp } from '../../pve/gegevensset/person.ts';
import type { FieldGroup, Voorkomen } from '../../pve/gegevensset/types.ts';
import { differencesOf, listIn, type Difference } from './differences.ts';

/** One inschrijving with its person, as one side has it. */
interface Side {
  kind: InschrijvingKind;
  persoon: Voorkomen;
  /** The document of its kind. */
  inschrijving: Voorkomen;
}

/** An inschrijving of the own administration. */
export interface Here extends Side {
  inschrijvingId: number;
  leerlingId: number;
}

/** An inschrijving that BRON has. */
export interface AtBron extends Side {
  /** The inschrijving here that it is known to be. */
  inschrijvingId?: number;
  /** Number of what BRON has and was not found here. */
  unmatchedId?: number;
}

/** The groups in which what differs is shown, in this order; a row stands in the first that fits. */
export const overzichtGroups = [
  'onlyBron',
  'onlyHere',
  'double',
  'uitgeschreven',
  'future',
  'bekostiging',
  'ambulant',
  'gegevens',
] as const;
export type OverzichtGroup = (typeof overzichtGroups)[number];

/** An inschrijving that is not the same on both sides. */
export interface ComparedRow {
  group: OverzichtGroup;
  here?: Here;
  bron?: AtBron;
  /** Empty when one side lacks the inschrijving. */
  persoon: Difference[];
  inschrijving: Difference[];
}

/** What BRON and the school both keep of a person; a gegeven that BRON does not tell is not compared. */
export const persoonCompared: FieldGroup = {
  key: 'persoon',
  name: 'Persoonsgegevens',
  max: 1,
  elements: persoonBrp.elements.filter(({ key }) => key !== 'datumOverlijden' && key !== 'geboorteland'),
  groups: [],
};

const dateIn = ({ inschrijving }: Side, key: 'datumInschrijving' | 'datumUitschrijving'): string | undefined => {
  const value = inschrijving[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Whether an inschrijving is one on this day: from its first to its last day (PvE 5.6.5). */
export const isOn = (side: Side, day: string): boolean =>
  (dateIn(side, 'datumInschrijving') ?? '9999') <= day && (dateIn(side, 'datumUitschrijving') ?? '9999') >= day;

/** The value of a gegeven in the voorkomen of a periodic group that holds on a day. */
const valueOn = ({ kind, inschrijving }: Side, key: string, day: string): string | undefined => {
  const { groups }: FieldGroup = inschrijvingKinds[kind];
  const period = groups.find((group) => group.key === key)?.period;
  const holding = inPeriodOrder(period === undefined ? {} : { period }, listIn(inschrijving, key)).findLast(
    ({ begindatum }) => typeof begindatum === 'string' && begindatum <= day,
  );
  const value = holding?.[key];
  return typeof value === 'string' ? value : undefined;
};

/** A pupil of special education who sits in a class of another school: with ambulante begeleiding or an arrangement. */
const isAmbulant = ({ kind, inschrijving }: Side): boolean =>
  kind === 'WEC' &&
  groupsBelow(inschrijvingKinds.WEC, inschrijving).some(
    ({ group, list }) => (group.key === 'ambulanteBegeleiding' || group.key === 'arrangement') && list.length > 0,
  );

const bekostigd = (side: Side, peildatum: string) => valueOn(side, 'indicatieBekostiging', peildatum);

/** The group of an inschrijving that both sides have and that differs. */
function groupOfPair(here: Here, bron: AtBron, peildatum: string): OverzichtGroup {
  const [left, known] = [dateIn(here, 'datumUitschrijving'), dateIn(bron, 'datumUitschrijving')];
  if (left !== undefined && left < peildatum && left < (known ?? '9999')) return 'uitgeschreven';
  if ((dateIn(here, 'datumInschrijving') ?? '') > peildatum && isOn(bron, peildatum)) return 'future';
  if (here.kind === bron.kind) {
    if (bekostigd(here, peildatum) !== bekostigd(bron, peildatum)) return 'bekostiging';
    if (isAmbulant(here) !== isAmbulant(bron)) return 'ambulant';
  }
  return 'gegevens';
}

const numbersOf = ({ persoon }: Side): string[] =>
  [persoon['burgerservicenummer'], persoon['onderwijsnummer']].filter(
    (number): number is string => typeof number === 'string' && number !== '',
  );

const pgnOf = (side: Side): string | undefined => numbersOf(side)[0];

/** Of each PGN with more than one inschrijving in BRON on the peildatum: the inschrijvingen. */
function doublesIn(bron: readonly AtBron[], peildatum: string): Set<AtBron> {
  const byPgn = new Map<string, AtBron[]>();
  for (const side of bron) {
    const pgn = pgnOf(side);
    if (pgn !== undefined && isOn(side, peildatum)) byPgn.set(pgn, [...(byPgn.get(pgn) ?? []), side]);
  }
  return new Set([...byPgn.values()].filter((list) => list.length > 1).flat());
}

const has = ({ persoon }: Side, key: string): boolean => typeof persoon[key] === 'string' && persoon[key] !== '';

/** BRON leaves out what it does not know; voornamen need not be kept of a pupil with a PGN, which goes out without them (PvE 5.6.3). */
const isTold = (key: string, here: Here, bron: AtBron): boolean =>
  has(bron, key) && (key !== 'voornamen' || has(here, key));

/** Compares an inschrijving here with one that BRON has and that is the same; undefined when nothing differs. */
export function comparePair(here: Here, bron: AtBron, peildatum: string): ComparedRow | undefined {
  const told = persoonCompared.elements.filter((element) => isTold(element.key, here, bron));
  const persoon = differencesOf({ ...persoonCompared, elements: told }, here.persoon, bron.persoon);
  // Of another kind hardly a gegeven can be compared: the inschrijving as a whole is the difference.
  const inschrijving =
    here.kind === bron.kind ? differencesOf(inschrijvingKinds[here.kind], here.inschrijving, bron.inschrijving) : [];
  if (here.kind === bron.kind && persoon.length + inschrijving.length === 0) return undefined;
  return { group: groupOfPair(here, bron, peildatum), here, bron, persoon, inschrijving };
}

/**
 * The own inschrijving that one of BRON may be although its datum inschrijving is another: the only one of that pupil and kind that
 * BRON is not known to have.
 */
function likeness(here: readonly Here[], taken: ReadonlySet<number>): (bron: AtBron) => Here | undefined {
  const byNumber = new Map<string, Here[]>();
  for (const own of here) {
    if (taken.has(own.inschrijvingId)) continue;
    for (const number of numbersOf(own)) {
      const key = `${own.kind} ${number}`;
      byNumber.set(key, [...(byNumber.get(key) ?? []), own]);
    }
  }
  return (bron) => {
    for (const number of numbersOf(bron)) {
      const found = byNumber.get(`${bron.kind} ${number}`) ?? [];
      if (found.length === 1) return found[0];
    }
    return undefined;
  };
}

/** Compares inschrijvingen one at a time, so that whoever calls can give way in between; {@link compare} is the same in one go. */
export function* comparing(
  here: readonly Here[],
  bron: readonly AtBron[],
  peildatum: string,
): Generator<ComparedRow | undefined> {
  const byId = new Map(here.map((own) => [own.inschrijvingId, own]));
  const matched = new Set(bron.flatMap(({ inschrijvingId }) => inschrijvingId ?? []));
  const like = likeness(here, matched);
  const doubles = doublesIn(bron, peildatum);
  const met = new Set<number>(matched);
  for (const side of bron) {
    const known = side.inschrijvingId === undefined ? undefined : byId.get(side.inschrijvingId);
    const double = doubles.has(side);
    // One of two in BRON is not taken for a changed date: which of them is meant is not known.
    const own = known ?? (double || side.inschrijvingId !== undefined ? undefined : like(side));
    if (!own) {
      yield { group: double ? 'double' : 'onlyBron', bron: side, persoon: [], inschrijving: [] };
      continue;
    }
    met.add(own.inschrijvingId);
    const row = comparePair(own, side, peildatum);
    if (double) yield { persoon: [], inschrijving: [], ...row, group: 'double', here: own, bron: side };
    else yield row;
  }
  for (const own of here) {
    if (met.has(own.inschrijvingId) || !isOn(own, peildatum)) continue;
    yield { group: 'onlyHere', here: own, persoon: [], inschrijving: [] };
  }
}

/**
 * Compares the own administration with what BRON has on the peildatum (PvE 5.6.12): every inschrijving that is not the same, in the group
 * that says best why. An inschrijving here that is none on the peildatum and that BRON is not known to have is not compared.
 */
export const compare = (here: readonly Here[], bron: readonly AtBron[], peildatum: string): ComparedRow[] =>
  [...comparing(here, bron, peildatum)].filter((row) => row !== undefined);
