import type { InschrijvingCard, LeerlingCard, Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { today } from '../../../shared/domain/clock.ts';
import { mayDo } from '../../../shared/api/roles.ts';
import { adresKeys } from '../../../shared/domain/ownGegevens.ts';
import { schooljaarBounds, schooljaarOf } from '../../../shared/domain/schoolYear.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { columnOf } from './columns.ts';
import { hideAdres } from './hideAdres.ts';

type Viewing = Pick<Administration, 'db' | 'clock' | 'caller'>;

/** Numbers of a pupil, which only the office sees. */
const numbers = ['burgerservicenummer', 'onderwijsnummer'] as const satisfies (keyof Persoonsgegevens)[];

const VIEW = 'own_leerling';

/** The pupils who are in a groep of this leerkracht today, or will be this school year, by the naam of the groep and the vestiging of their inschrijving. */
const ownPupils = `
  SELECT i.leerling_id FROM groep_leerkracht t
  JOIN groep g ON g.id = t.groep_id AND g.schooljaar = (SELECT las_schooljaar())
  JOIN inschrijving_leerjaar_groep p ON p.groep = g.naam
  JOIN inschrijving i ON i.id = p.inschrijving_id
  WHERE t.user_id = (SELECT las_user())
    AND (i.datum_uitschrijving IS NULL OR i.datum_uitschrijving >= (SELECT las_today()))
    AND (i.datum_inschrijving IS NULL OR i.datum_inschrijving <= (SELECT las_last_day()))
    AND p.id = (SELECT x.id FROM inschrijving_leerjaar_groep x WHERE x.inschrijving_id = i.id
      AND (x.begindatum <= (SELECT las_today()) OR x.begindatum = i.datum_inschrijving) ORDER BY x.begindatum DESC, x.id DESC LIMIT 1)
    AND g.vestigingsvolgnummer IS (SELECT v.vestigingsvolgnummer FROM inschrijving_vestiging v WHERE v.inschrijving_id = i.id
      AND (v.begindatum <= (SELECT las_today()) OR v.begindatum = i.datum_inschrijving) ORDER BY v.begindatum DESC, v.id DESC LIMIT 1)`;

const made = new WeakMap<Connection, string>();

/** A view like the table of pupils, with only those of the caller and nothing in the columns that are not for him. */
function createView({ db, clock, caller }: Viewing): void {
  if (made.get(db) === caller.userId) return;
  db.function('las_user', { deterministic: true }, () => caller.userId);
  db.function('las_today', () => today(clock));
  db.function('las_schooljaar', () => schooljaarOf(today(clock)));
  db.function('las_last_day', () => schooljaarBounds(schooljaarOf(today(clock))).last);
  const hidden = (column: string) => `NULL AS ${column}`;
  const unlessSecret = (column: string) => `iif(l.geheim = 'true', NULL, l.${column}) AS ${column}`;
  const shown = new Map<string, (column: string) => string>([
    ...numbers.map((key) => [columnOf(key), hidden] as const),
    ...adresKeys.map((key) => [columnOf(key), unlessSecret] as const),
    ['note', hidden],
  ]);
  const columns = db
    .prepare<[], string>("SELECT name FROM pragma_table_info('leerling')")
    .pluck()
    .all()
    .map((column) => shown.get(column)?.(column) ?? `l.${column}`);
  db.exec(`DROP VIEW IF EXISTS temp.${VIEW};
    CREATE TEMP VIEW ${VIEW} AS SELECT ${columns.join(', ')} FROM leerling l WHERE l.id IN (${ownPupils})`);
  made.set(db, caller.userId);
}

/** What a caller sees of the pupils. */
export interface Sight {
  /** All of them, with everything but perhaps secret addresses. */
  all: boolean;
  /** Where to find them: the table, or a view of those of the own groepen, without numbers and secret addresses. */
  pupils: string;
  /** Whether they may be looked for by a number. */
  numbers: boolean;
  /** Whether an address that is secret (`geheim`) is shown all the same. */
  secretAdres: boolean;
}

/** The sight of those who register. */
export const everything: Sight = { all: true, pupils: 'leerling', numbers: true, secretAdres: true };

/** What the caller sees. Every query that answers a person reads pupils from here; what the program itself does reads the table. */
export function sightOf(viewing: Viewing): Sight {
  const { role } = viewing.caller;
  if (mayDo(role, 'register')) return everything;
  if (mayDo(role, 'read')) return { ...everything, secretAdres: false };
  createView(viewing);
  return { all: false, pupils: `temp.${VIEW}`, numbers: false, secretAdres: false };
}

/** Which of these pupils the caller sees at all. */
export function visibleIds(viewing: Viewing, ids: readonly number[]): Set<number> {
  const { pupils } = sightOf(viewing);
  const found = viewing.db
    .prepare<[string], number>(`SELECT id FROM ${pupils} WHERE id IN (SELECT value FROM json_each(?))`)
    .pluck()
    .all(JSON.stringify(ids));
  return new Set(found);
}

/** Whether the address of this pupil is kept from the caller. */
export const isAdresHidden = (viewing: Viewing, { geheim }: Pick<Persoonsgegevens, 'geheim'>): boolean =>
  geheim === 'true' && !sightOf(viewing).secretAdres;

/** Groups of an inschrijving about family and funding. */
const untaught = new Set([
  'gewicht',
  'indicatieBekostiging',
  'lgfIndicatie',
  'indicatiestelling',
  'toelaatbaarheidsverklaring',
]);

/** What a leerkracht sees of an inschrijving: nothing of family and funding, and nothing of the exchange with BRON. */
function taughtInschrijving({
  bronStand: _stand,
  removal: _removal,
  gegevens,
  ...inschrijving
}: InschrijvingCard): InschrijvingCard {
  const { aanduidingNnca: _nnca, ...shown } = gegevens;
  const lists = Object.keys(shown).filter((key) => untaught.has(key));
  const without = Object.fromEntries(lists.map((key) => [key, []]));
  return { ...inschrijving, gegevens: { ...shown, ...without }, findings: [], signalen: [] };
}

/** The card as the caller may see it; its persoonsgegevens come from `Sight.pupils` already. */
export function visibleCard(viewing: Viewing, card: LeerlingCard): LeerlingCard {
  const inschrijvingen = sightOf(viewing).all ? card.inschrijvingen : card.inschrijvingen.map(taughtInschrijving);
  const shown = { ...card, inschrijvingen };
  return isAdresHidden(viewing, card.persoon) ? hideAdres(shown) : shown;
}
