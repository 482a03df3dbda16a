import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { indicationOn } from '../../../shared/bekostiging/indications.ts';
import { schoolYear } from '../../../shared/domain/dates.ts';
import { inForce } from '../../../shared/domain/placing.ts';
import type { Vergelijkingsoverzicht, guidanceSide } from '../../../shared/mijnBron/comparison.ts';
import type { RegisteredInschrijving } from './registered.ts';

type Side = z.infer<typeof guidanceSide>;
type Row = Vergelijkingsoverzicht['rows'][number];

/** A pupil as a school once reported it to DUO-CFI on a form; what is left out is not compared. */
export interface CfiLeerling extends Side {
  pgn?: string | undefined;
  geboortedatum: string;
  geslacht?: string | undefined;
  achternaam?: string | undefined;
  /** The school that has the budget of this school year, when the pupil came from there. */
  budgetSchool?: string | undefined;
}

/** A pupil with ambulante begeleiding in BRON. */
interface BronLeerling {
  row: RegisteredInschrijving;
  side: Side;
}

/** The gegevens go back to this day (Stappenplan steps 10 and 13). */
const FIRST_DAY = '2008-08-01';

const present = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

/** What an inschrijving says of ambulante begeleiding on a day, or on its last one; undefined when it has none. */
function sideOf(row: RegisteredInschrijving, date: string): Side | undefined {
  const { datumInschrijving, datumUitschrijving, lgfIndicatie = [] } = row.inschrijving;
  const day = datumUitschrijving !== undefined && datumUitschrijving < date ? datumUitschrijving : date;
  const period = inForce(lgfIndicatie, day);
  if (!period || indicationOn(lgfIndicatie, day)?.guidedBy === undefined) return undefined;
  const guidance = inForce(period.ambulanteBegeleiding ?? [], day);
  return present({
    onderwijssoort: period.onderwijssoortIndicatie,
    datumIndicatiestelling: period.begindatum,
    cviNummer: period.cviNummer,
    brinnummerRec: period.brinnummerRec,
    brinnummerWec: guidance?.brinnummer,
    start: guidance?.begindatum,
    datumInschrijving,
    datumUitschrijving,
  });
}

/** The pupils of a school that are or were begeleid, each by the last inschrijving that says so. */
function guidedIn(registered: readonly RegisteredInschrijving[], date: string): BronLeerling[] {
  const last = new Map<number, BronLeerling>();
  for (const row of registered) {
    const side = sideOf(row, date);
    if (!side || (side.datumUitschrijving ?? FIRST_DAY) < FIRST_DAY) continue;
    const before = last.get(row.person)?.side.datumInschrijving ?? '';
    if ((side.datumInschrijving ?? '') >= before) last.set(row.person, { row, side });
  }
  return [...last.values()];
}

const plainly = (text: string | null | undefined) => text?.trim().toLowerCase();

/** The key is the PGN, else the CVI-nummer, else geboortedatum, geslacht and achternaam (assumed). */
function isSame(cfi: CfiLeerling, { row, side }: BronLeerling): boolean {
  if (cfi.pgn !== undefined) return [row.burgerservicenummer, row.onderwijsnummer].includes(cfi.pgn);
  if (cfi.cviNummer !== undefined) return cfi.cviNummer === side.cviNummer;
  return (
    cfi.achternaam !== undefined &&
    plainly(cfi.achternaam) === plainly(row.achternaam) &&
    cfi.geboortedatum === row.geboortedatum &&
    cfi.geslacht === row.geslacht
  );
}

/** In cluster 1 there is no commission, and so no CVI-nummer (PvE 4.1.3). */
const hasCviNummer = ({ onderwijssoort }: Side) => onderwijssoort?.startsWith('1') !== true;

/** An end that is the last day of the inschrijving tells nothing beside it. */
const endOf = ({ end, datumUitschrijving }: Side) => (end === datumUitschrijving ? undefined : end);

const differs = (key: keyof Side) => (cfi: Side, bron: Side) => cfi[key] !== undefined && cfi[key] !== bron[key];

const kinds: readonly [Row['kind'], (cfi: Side, bron: Side) => boolean][] = [
  ['V3', differs('datumIndicatiestelling')],
  ['V4', differs('onderwijssoort')],
  ['V5', (cfi, bron) => hasCviNummer(bron) && differs('cviNummer')(cfi, bron)],
  ['V6', differs('brinnummerRec')],
  ['V7', differs('brinnummerWec')],
  ['V8', (cfi, bron) => differs('start')(cfi, bron) || (endOf(cfi) !== undefined && endOf(cfi) !== endOf(bron))],
  [
    'V9',
    (cfi, bron) =>
      differs('datumInschrijving')(cfi, bron) ||
      (cfi.datumInschrijving !== undefined && cfi.datumUitschrijving !== bron.datumUitschrijving),
  ],
];

const cfiSide = ({ pgn: _, geboortedatum: _1, geslacht: _2, achternaam: _3, budgetSchool: _4, ...side }: CfiLeerling) =>
  present(side);

const pgnOf = ({ burgerservicenummer, onderwijsnummer }: RegisteredInschrijving) =>
  burgerservicenummer ?? onderwijsnummer ?? undefined;

/**
 * The rows of a vergelijkingsoverzicht (Stappenplan step 12): what DUO-CFI has of a school against what BRON has on a day. V1: only at
 * DUO-CFI; V2: only in BRON; V3 to V9: a gegeven differs, each in a row of its own; V10: the pupil came this school year and the former
 * school has the budget, so nothing else is compared. Kinds and fields are assumed: DUO's were not found.
 */
export function compareGuidance(
  reported: readonly CfiLeerling[],
  registered: readonly RegisteredInschrijving[],
  date: string,
): Row[] {
  const guided = guidedIn(registered, date);
  const found = new Set<BronLeerling>();
  const rows = reported
    .filter(({ end, datumUitschrijving }) => (end ?? datumUitschrijving ?? FIRST_DAY) >= FIRST_DAY)
    .flatMap((leerling): Row[] => {
      const bron = guided.find((one) => !found.has(one) && isSame(leerling, one));
      const cfi = cfiSide(leerling);
      const head = { geboortedatum: bron?.row.geboortedatum ?? leerling.geboortedatum };
      if (!bron) {
        return [present({ kind: 'V1', pgn: leerling.pgn, cviNummer: leerling.cviNummer, ...head, cfi } satisfies Row)];
      }
      found.add(bron);
      const who = { pgn: pgnOf(bron.row), cviNummer: bron.side.cviNummer ?? leerling.cviNummer, ...head };
      const row = (kind: Row['kind']): Row => present({ kind, ...who, cfi, bron: bron.side });
      const cameThisYear = (bron.side.datumInschrijving ?? '') >= schoolYear(date).first;
      if (leerling.budgetSchool !== undefined && cameThisYear) return [row('V10')];
      return kinds.filter(([, fits]) => fits(cfi, bron.side)).map(([kind]) => row(kind));
    });
  const only = guided
    .filter((one) => !found.has(one))
    .map(({ row, side }): Row =>
      present({
        kind: 'V2',
        pgn: pgnOf(row),
        cviNummer: side.cviNummer,
        geboortedatum: row.geboortedatum,
        bron: side,
      }),
    );
  return [...rows, ...only];
}

/** Whether two comparisons found the same. */
export const sameRows = (a: readonly Row[], b: readonly Row[]): boolean => isDeepStrictEqual(a, b);
