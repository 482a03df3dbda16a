/** Pupils for whom the SBAO schools of a samenwerkingsverband get money for support (WPO 120 lid 4, 124). */
import { assumedWhen, type AssumptionCode } from '../funding/assumptions.ts';
import { floorDivide, roundDivide } from '../funding/whole.ts';
import rules from './samenwerkingsverband.json' with { type: 'json' };

/** 2% of all pupils of the samenwerkingsverband on 1 October, rounded half up. */
export const supportPlaces = (all: number): number => roundDivide(rules.percentage * all, 100);

export interface SupportShares {
  /** Per school, in the order given, in ten-thousandths of a pupil. */
  shares: readonly number[];
  assumptions: readonly AssumptionCode[];
}

const SCALE = 10_000;

/** The places spread over the SBAO schools by their numbers of 1 October; what rounding leaves goes to the largest remainders. */
export function supportShares(places: number, schools: readonly number[]): SupportShares {
  const all = schools.reduce((sum, count) => sum + count, 0);
  const assumptions = assumedWhen({ sbaoShares: true });
  if (all === 0) return { shares: schools.map(() => 0), assumptions };
  const exact = schools.map((count) => places * SCALE * count);
  const shares = exact.map((amount) => floorDivide(amount, all));
  const left = places * SCALE - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((amount, index) => ({ index, remainder: amount % all }))
    .sort((one, other) => other.remainder - one.remainder);
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return { shares: shares.map((share, index) => share + (raised.has(index) ? 1 : 0)), assumptions };
}

export interface TransferFacts {
  /** Pupils of the SBAO schools together on 1 October, and on the peildatum that the samenwerkingsverband has set. */
  october: number;
  peildatum: number;
  /** Of those on the peildatum: pupils that another samenwerkingsverband pays for (WPO 124 lid 3, 125). */
  fromElsewhere?: number;
  /** Outcome of `supportPlaces`. */
  places: number;
}

/** Pupils for whom the samenwerkingsverband transfers money: grown since 1 October (lid 1), and above 2% (lid 2). */
export function transferOnPeildatum({ october, peildatum, fromElsewhere = 0, places }: TransferFacts): {
  growth: number;
  above: number;
} {
  const own = peildatum - fromElsewhere;
  return { growth: Math.max(0, own - october), above: Math.max(0, own - places) };
}
