import type { Facts } from './facts.ts';

/** A part of a CVI-nummer such as `3-07-2009-0123`: characters from `start` to `end`, and whether they are right. */
interface Part {
  start: number;
  end: number;
  isRight: (part: string, facts: Facts) => boolean;
}

const FIRST_YEAR = 2003;
const HYPHENS = [1, 4, 9];

const between = (low: number, high: number) => (part: string) =>
  /^\d+$/.test(part) && Number(part) >= low && Number(part) <= high;

const parts: readonly Part[] = [
  { start: 0, end: 1, isRight: between(2, 4) },
  { start: 0, end: 10, isRight: (part) => HYPHENS.every((position) => part[position] === '-') },
  { start: 2, end: 4, isRight: between(1, 99) },
  // Reading R34 (assumed): the year of delivery stands for that of the system.
  {
    start: 5,
    end: 9,
    isRight: (part, { deliveredOn }) => between(FIRST_YEAR, Number(deliveredOn.slice(0, 4)))(part),
  },
  { start: 10, end: 14, isRight: (part) => /^\d{4}$/.test(part) },
];

/** The five rows on the CVI-nummer (PvE 4.2.8.7): each tells whether its part of a filled number is wrong. */
export const cviRules: readonly ((value: string, facts: Facts) => boolean)[] = parts.map(
  ({ start, end, isRight }) =>
    (value, facts) =>
      !isRight(value.slice(start, end), facts),
);
