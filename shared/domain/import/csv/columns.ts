import { isValidBsn, isValidOnderwijsnummer } from '../../pgn.ts';
import {
  damageOf,
  dateMarks,
  ordersOf,
  readNumber,
  type DateMark,
  type DateOrder,
  type DateOrders,
  type RepairKind,
} from './repairs.ts';
import { csvTarget, type ValueKind } from './targets.ts';

/** What was seen in a column, before anybody has said what it is. */
export interface ColumnFacts {
  /** Texts that would have this damage if the column held dates, or numbers (`zeros`). */
  damage: Record<RepairKind, number>;
  /** By their mark: dates that can be read in one order only. */
  orders: Record<DateMark, { dutch: number; american: number }>;
}

export const emptyFacts = (): ColumnFacts => ({
  damage: { zeros: 0, serialDates: 0, shortYears: 0, americanDates: 0 },
  orders: { '-': { dutch: 0, american: 0 }, '/': { dutch: 0, american: 0 }, '.': { dutch: 0, american: 0 } },
});

const nothing = { zeros: false, serialDates: false, shortYears: false, americanDates: false } as const;

/** Adds what one text of the column shows. */
export function observe(facts: ColumnFacts, text: string): void {
  if (!/\d/.test(text) || text.length > 30) return;
  const dateDamage = damageOf(text);
  if (dateDamage) facts.damage[dateDamage] += 1;
  const { mark, orders = [] } = ordersOf(text) ?? {};
  const [only, ...others] = orders;
  if (mark && only && others.length === 0) facts.orders[mark][only] += 1;
  const number = text.replaceAll(/\D/g, '');
  const couldBe = [isValidBsn, isValidOnderwijsnummer].some((isValid) => isValid(number));
  if (!couldBe && readNumber('burgerservicenummer', text, nothing).damage === 'zeros') facts.damage.zeros += 1;
}

function orderOf({ dutch, american }: { dutch: number; american: number }): DateOrder {
  if (american === 0) return 'dutch';
  return dutch === 0 ? 'american' : 'mixed';
}

/** The order of day and month in a column. */
export const dateOrders = ({ orders }: Pick<ColumnFacts, 'orders'>): DateOrders =>
  Object.fromEntries(dateMarks.map((mark) => [mark, orderOf(orders[mark])])) as DateOrders;

const dateKinds: ReadonlySet<ValueKind> = new Set(['date', 'partialDate']);
const numberKinds: ReadonlySet<ValueKind> = new Set(['burgerservicenummer', 'onderwijsnummer', 'pgn']);

/** How many texts of a column a repair would concern when the column is what its target says. @param key of the target; null: left out */
export function damageIn({ damage }: Pick<ColumnFacts, 'damage'>, key: string | null): Record<RepairKind, number> {
  const kind = key === null ? undefined : csvTarget(key)?.kind;
  const none = emptyFacts().damage;
  if (!kind) return none;
  if (numberKinds.has(kind)) return { ...none, zeros: damage.zeros };
  return dateKinds.has(kind) ? { ...damage, zeros: 0 } : none;
}
