import { addDays, formatDutchDate, isDate, isPartialDate, parseDutchDate } from '../../dates.ts';
import { isValidBsn, isValidOnderwijsnummer } from '../../pgn.ts';

/** Damage that a spreadsheet does, each repaired only when the person says so. */
export const repairKinds = ['zeros', 'serialDates', 'shortYears', 'americanDates'] as const;
export type RepairKind = (typeof repairKinds)[number];
export type Repairs = Readonly<Record<RepairKind, boolean>>;

/** What was read of a text, with a Dutch sentence where that is more, or less, than what stands there. */
export interface ReadValue {
  value?: string;
  sentence?: string;
  /** The damage that was found, whether it was repaired or not. */
  damage?: RepairKind;
}

/** In which order day and month stand: judged by the dates of the column that can be read in one way only. */
export type DateOrder = 'dutch' | 'american' | 'mixed';

/** What stands between the numbers of a date; in one column dates with slashes can come from elsewhere than those with dashes. */
export const dateMarks = ['-', '/', '.'] as const;
export type DateMark = (typeof dateMarks)[number];

const digitsOf = (text: string) => text.replaceAll(/[\s.\-]/g, '');
const proofs = { burgerservicenummer: isValidBsn, onderwijsnummer: isValidOnderwijsnummer } as const;
export type NumberKind = keyof typeof proofs;

const NUMBER_LENGTH = 9;
/** Numbers with more than this many zeros at the start are not given out. */
const FEWEST_DIGITS = 7;

/** What a spreadsheet makes of a number: the zeros at the start gone, or a decimal part added. Undefined when it is not that. */
function withZeros(text: string, isValid: (number: string) => boolean): string | undefined {
  const whole = /^(\d+)[.,]0+$/.exec(text.trim())?.[1] ?? digitsOf(text);
  if (whole === digitsOf(text) && whole.length >= NUMBER_LENGTH) return undefined;
  if (!/^\d+$/.test(whole) || whole.length < FEWEST_DIGITS || whole.length > NUMBER_LENGTH) return undefined;
  const number = whole.padStart(NUMBER_LENGTH, '0');
  return isValid(number) ? number : undefined;
}

/** Reads a burgerservicenummer or onderwijsnummer. One that is wrong is kept, so that it can be shown as wrong. */
export function readNumber(kind: NumberKind, text: string, repairs: Repairs): ReadValue {
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text.trim()))
    return {
      sentence: `Het ${kind} "${text}" is door een rekenblad afgerond en is niet overgenomen. Vraag het nummer op.`,
    };
  const isValid = proofs[kind];
  const repaired = withZeros(text, isValid);
  if (repaired !== undefined)
    return repairs.zeros
      ? { value: repaired, damage: 'zeros', sentence: `Het ${kind} "${text}" is hersteld tot "${repaired}".` }
      : {
          value: text,
          damage: 'zeros',
          sentence: `Het ${kind} "${text}" is geen nummer van negen cijfers. Met nullen ervoor wordt het "${repaired}" en klopt het.`,
        };
  const number = digitsOf(text);
  if (isValid(number)) return { value: number };
  return { value: number, sentence: `Het ${kind} "${text}" doorstaat de controle niet. Controleer het nummer.` };
}

const pad = (part: string | undefined) => (part ?? '').padStart(2, '0');
const dashed = (year: string | undefined, month: string | undefined, day: string | undefined) =>
  `${year ?? ''}-${pad(month)}-${pad(day)}`;

/** Three numbers with the year last. */
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;

/** Which orders a date allows, and its mark; undefined for what is no date of three numbers. */
export function ordersOf(text: string): { mark: DateMark; orders: ('dutch' | 'american')[] } | undefined {
  const [, first, mark, second] = NUMBERS.exec(text.trim()) ?? [];
  if (mark === undefined) return undefined;
  const year = '2000';
  return {
    mark: mark as DateMark,
    orders: [
      ...(isDate(dashed(year, second, first)) ? (['dutch'] as const) : []),
      ...(isDate(dashed(year, first, second)) ? (['american'] as const) : []),
    ],
  };
}

/** Days since 30 December 1899, as spreadsheets count; those between about 1927 and 2099. */
const SERIAL = /^([1-7]\d{4})([.,]\d+)?$/;

/** The date of a spreadsheet's day number; undefined when it is none. */
export function serialDate(text: string): string | undefined {
  const days = SERIAL.exec(text.trim())?.[1];
  return days === undefined ? undefined : addDays('1899-12-30', Number(days));
}

const isShort = (text: string) => NUMBERS.exec(text.trim())?.[4]?.length === 2;

/** The damage that a date could have; undefined for one that is written out the Dutch way. */
export function damageOf(text: string): RepairKind | undefined {
  if (serialDate(text) !== undefined) return 'serialDates';
  if (isShort(text)) return 'shortYears';
  const orders = ordersOf(text)?.orders;
  return orders?.length === 1 && orders[0] === 'american' ? 'americanDates' : undefined;
}

/** The order of the dates of a column, by their mark. */
export type DateOrders = Readonly<Record<DateMark, DateOrder>>;

interface DateContext {
  orders: DateOrders;
  /** Two-digit years lie less than ten years after it. */
  year: number;
  repairs: Repairs;
  /** Whether day, or day and month, may be 00. */
  partial: boolean;
}

const notTaken = (text: string, why: string, damage?: RepairKind): ReadValue => ({
  sentence: `De datum "${text}" ${why} en is niet overgenomen.`,
  ...(damage ? { damage } : {}),
});

const repaired = (text: string, date: string, damage: RepairKind): ReadValue => ({
  value: date,
  damage,
  sentence: `De datum "${text}" is gelezen als ${formatDutchDate(date)}.`,
});

function readNumbers(text: string, { orders, year, repairs, partial }: DateContext): ReadValue {
  const [, first, mark = '-', second, typed = ''] = NUMBERS.exec(text) ?? [];
  const order = orders[mark as DateMark];
  const possible = ordersOf(text)?.orders ?? [];
  const onlyAmerican = possible.length === 1 && possible[0] === 'american';
  const either = possible.length === 2 && Number(first) !== Number(second) && order !== 'dutch';
  if (either && order === 'mixed') return notTaken(text, 'kan op twee manieren worden gelezen', 'americanDates');
  const american = onlyAmerican || (either && order === 'american');
  if (american && !repairs.americanDates)
    return notTaken(text, 'lijkt op de Amerikaanse manier geschreven (maand eerst)', 'americanDates');
  if (typed.length === 2 && !repairs.shortYears) return notTaken(text, 'heeft een jaar van twee cijfers', 'shortYears');
  const [day, month] = american ? [second, first] : [first, second];
  const { date } = parseDutchDate(`${day}-${month}-${typed}`, year, { partial });
  if (date === undefined) return notTaken(text, 'bestaat niet');
  if (american) return repaired(text, date, 'americanDates');
  return typed.length === 2 ? repaired(text, date, 'shortYears') : { value: date };
}

/** Reads a date as it stands in a file that a spreadsheet may have had in its hands. */
export function readCsvDate(own: string, context: DateContext): ReadValue {
  const text = own.trim();
  const iso = text.replace(/[T ]\d{2}:\d{2}.*$/, '');
  if (isDate(iso) || (context.partial && isPartialDate(iso))) return { value: iso };
  const serial = serialDate(text);
  if (serial !== undefined)
    return context.repairs.serialDates
      ? repaired(text, serial, 'serialDates')
      : notTaken(text, 'is het dagnummer van een rekenblad', 'serialDates');
  if (NUMBERS.test(text)) return readNumbers(text, context);
  const { date } = /\d{4}/.test(text) ? parseDutchDate(text, context.year, { partial: context.partial }) : {};
  return date === undefined ? notTaken(text, 'is geen datum') : { value: date };
}
