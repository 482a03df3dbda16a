import type { Vakantieregio } from '../../../shared/domain/holidays.ts';
import type { Register } from '../register/database.ts';

/** How a fase ended: the two situations of Stappenplan step 13, or the school merged or was closed before that. */
export type Ending = 'gekwalificeerd' | 'aangesloten' | 'closed';

/** The way of a school to BRON. Dates `yyyy-mm-dd`. */
export interface Aansluiting {
  brinnummer: string;
  /** Monday of the week that vooraankondiging 1 names. */
  planned_week: string;
  /** Day of the start: at most two weeks before or after the planned week (C-14). */
  start: string;
  vakantieregio: Vakantieregio;
  /** The day of vooraankondiging 1. */
  announced_on: string;
  /** The day on which the bevoegd gezag signed the akkoordverklaring. */
  akkoord_on: string | null;
  /** The day on which that came in: without it no wachtwoordbrief goes out (C-17). */
  akkoord_received_on: string | null;
  /** The day of the first wachtwoordbrief; the ten werkweken run from it (receipt on the same day: assumed). */
  letter_on: string | null;
  /** The day on which the school said that it is able to exchange. */
  able_on: string | null;
  /** First day on which the school is no longer there, and the school that goes on with it. */
  closing_on: string | null;
  closing_into: string | null;
  ended_on: string | null;
  ending: Ending | null;
}

/** What can become known of an aansluiting later on. */
type Later = Pick<
  Aansluiting,
  'akkoord_on' | 'akkoord_received_on' | 'letter_on' | 'able_on' | 'closing_on' | 'closing_into' | 'ended_on' | 'ending'
>;

export interface Aansluitingen {
  get(brinnummer: string): Aansluiting | undefined;
  list(): Aansluiting[];
  add(aansluiting: Omit<Aansluiting, keyof Later>): Aansluiting;
  change(brinnummer: string, changes: Partial<Later>): void;
}

export function createAansluitingen(register: Register): Aansluitingen {
  const select = register.prepare<[string], Aansluiting>('SELECT * FROM aansluitingen WHERE brinnummer = ?');
  const all = register.prepare<[], Aansluiting>('SELECT * FROM aansluitingen ORDER BY brinnummer');
  const insert = register.prepare<[Omit<Aansluiting, keyof Later>], Aansluiting>(
    `INSERT INTO aansluitingen (brinnummer, planned_week, start, vakantieregio, announced_on)
     VALUES (@brinnummer, @planned_week, @start, @vakantieregio, @announced_on) RETURNING *`,
  );
  const update = register.prepare<[Aansluiting]>(
    `UPDATE aansluitingen SET akkoord_on = @akkoord_on, akkoord_received_on = @akkoord_received_on,
       letter_on = @letter_on, able_on = @able_on, closing_on = @closing_on,
       closing_into = @closing_into, ended_on = @ended_on, ending = @ending
     WHERE brinnummer = @brinnummer`,
  );
  return {
    get: (brinnummer) => select.get(brinnummer),
    list: () => all.all(),
    add: (aansluiting) => {
      const row = insert.get(aansluiting);
      if (!row) throw new Error('the aansluiting was not stored');
      return row;
    },
    change: (brinnummer, changes) => {
      const row = select.get(brinnummer);
      if (row) update.run({ ...row, ...changes });
    },
  };
}
