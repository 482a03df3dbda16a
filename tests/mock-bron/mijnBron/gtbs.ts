import type { Gtb } from '../../../shared/mijnBron/gtb.ts';
import type { Register } from '../register/database.ts';

/** The GTBs of schools: of each vestiging and peildatum every one that was made, the highest number is the present one. */
export interface Gtbs {
  /** The present ones, newest peildatum first. */
  current(brinnummer: string): Gtb[];
  find(brinnummer: string, kenmerk: string): Gtb | undefined;
  /** Keeps a GTB as the newest of its vestiging and peildatum, and gives it its kenmerk. */
  add(gtb: Gtb): Gtb;
  /** Has a GTB say that it holds for deliveries of later days too. */
  extend(gtb: Gtb, processedUntil: string): void;
}

export function createGtbs(register: Register): Gtbs {
  interface Row {
    content: string;
  }
  const current = register.prepare<[string], Row>(
    `SELECT content FROM gtbs WHERE brinnummer = ? AND number = (SELECT max(number) FROM gtbs AS other
       WHERE other.brinnummer = gtbs.brinnummer AND other.vestigingsvolgnummer = gtbs.vestigingsvolgnummer
         AND other.peildatum = gtbs.peildatum)
     ORDER BY peildatum DESC, vestigingsvolgnummer`,
  );
  const select = register.prepare<[string, string], Row>(
    'SELECT content FROM gtbs WHERE brinnummer = ? AND kenmerk = ?',
  );
  const count = register.prepare<[string, string, string], { number: number }>(
    'SELECT count(*) AS number FROM gtbs WHERE brinnummer = ? AND vestigingsvolgnummer = ? AND peildatum = ?',
  );
  const insert = register.prepare('INSERT INTO gtbs VALUES (?, ?, ?, ?, ?, ?)');
  const update = register.prepare<[string, string]>('UPDATE gtbs SET content = ? WHERE kenmerk = ?');
  const gtbOf = ({ content }: Row) => JSON.parse(content) as Gtb;
  return {
    current: (brinnummer) => current.all(brinnummer).map(gtbOf),
    find: (brinnummer, kenmerk) => {
      const row = select.get(brinnummer, kenmerk);
      return row && gtbOf(row);
    },
    add: (made) => {
      const { brinnummer, vestigingsvolgnummer, peildatum } = made;
      const number = (count.get(brinnummer, vestigingsvolgnummer, peildatum)?.number ?? 0) + 1;
      const kenmerk = `${brinnummer}${vestigingsvolgnummer}-${peildatum.replaceAll('-', '')}-${number}`;
      const gtb = { ...made, kenmerk };
      insert.run(kenmerk, brinnummer, vestigingsvolgnummer, peildatum, number, JSON.stringify(gtb));
      return gtb;
    },
    extend: (gtb, processedUntil) => {
      update.run(JSON.stringify({ ...gtb, processedUntil }), gtb.kenmerk);
    },
  };
}
