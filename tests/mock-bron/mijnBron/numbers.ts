import type { Aantallen } from '../../../shared/mijnBron/numbers.ts';
import type { Register } from '../register/database.ts';
import type { ReportedAantallen } from './mijnBron.ts';

/** The aantallen that schools reported (Stappenplan step 6). */
export interface ReportedNumbers {
  /** Newest first. */
  list(brinnummer: string): ReportedAantallen[];
  /** What the school had last reported at the end of a day. */
  on(brinnummer: string, date: string): ReportedAantallen | undefined;
  add(brinnummer: string, reported: ReportedAantallen): void;
}

export function createReportedNumbers(register: Register): ReportedNumbers {
  const select = register.prepare<[string], ReportedAantallen>(
    'SELECT reported_on AS reportedOn, leerlingen, ambulant FROM aantallen WHERE brinnummer = ? ORDER BY seq DESC',
  );
  const insert = register.prepare<[string, string, number, number]>(
    'INSERT INTO aantallen (brinnummer, reported_on, leerlingen, ambulant) VALUES (?, ?, ?, ?)',
  );
  const list = (brinnummer: string) => select.all(brinnummer);
  return {
    list,
    on: (brinnummer, date) => list(brinnummer).find(({ reportedOn }) => reportedOn <= date),
    add: (brinnummer, { reportedOn, leerlingen, ambulant }) => {
      insert.run(brinnummer, reportedOn, leerlingen, ambulant);
    },
  };
}

/** Whether two reports give the same numbers. */
export const sameAantallen = (a: Aantallen, b: Aantallen): boolean =>
  a.leerlingen === b.leerlingen && a.ambulant === b.ambulant;
