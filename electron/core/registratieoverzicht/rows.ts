import type { Output, Parsed } from '../../../shared/api/contract.ts';
import type { BronState } from '../../../shared/api/leerlingen.ts';
import type { OverzichtRow } from '../../../shared/api/registratieoverzicht.ts';
import { overzichtGroups, type AtBron, type ComparedRow } from '../../../shared/domain/registratieoverzicht/compare.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import type { Connection } from '../database/database.ts';
import { displayName } from '../leerlingen/search.ts';
import type { Compared } from './comparison.ts';
import { leftRows } from './decisions.ts';
import { differencesIn, keyOfRow } from './differencesIn.ts';

const textIn = (voorkomen: Voorkomen, key: string): string | undefined => {
  const value = voorkomen[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

function periodOf(inschrijving: Voorkomen): OverzichtRow['here'] {
  const from = textIn(inschrijving, 'datumInschrijving');
  const until = textIn(inschrijving, 'datumUitschrijving');
  return { ...(from ? { datumInschrijving: from } : {}), ...(until ? { datumUitschrijving: until } : {}) };
}

const stateOf = (db: Connection, inschrijvingId: number): BronState | undefined =>
  db.prepare<[number], BronState>('SELECT state FROM bron_state WHERE inschrijving_id = ?').pluck().get(inschrijvingId);

function told(db: Connection, row: ComparedRow, left: OverzichtRow['left']): OverzichtRow {
  const { here, bron, group } = row;
  const side = (here ?? bron) as Pick<AtBron, 'kind' | 'persoon'>;
  const geboortedatum = textIn(side.persoon, 'geboortedatum');
  const bronState = here && stateOf(db, here.inschrijvingId);
  return {
    key: keyOfRow(row),
    group,
    naam: displayName(side.persoon),
    kind: side.kind,
    ...(geboortedatum ? { geboortedatum } : {}),
    ...(here
      ? { leerlingId: here.leerlingId, inschrijvingId: here.inschrijvingId, here: periodOf(here.inschrijving) }
      : {}),
    ...(bronState ? { bronState } : {}),
    ...(bron ? { bron: periodOf(bron.inschrijving) } : {}),
    ...(left ? { left } : {}),
    differences: differencesIn(row),
  };
}

/** A page of the comparison, with how many rows stand in each group; what a person let stand is counted apart. */
export function comparedPage(
  db: Connection,
  { overview, rows }: Compared,
  { group, leerlingId, show, offset, limit }: Parsed<'registratieoverzicht.compared'>,
): Output<'registratieoverzicht.compared'> {
  const leftOf = leftRows(db);
  const ofPupil = leerlingId === undefined ? rows : rows.filter(({ here }) => here?.leerlingId === leerlingId);
  const judged = ofPupil.map((row) => ({ row, left: leftOf(row) }));
  const shown = judged.filter(({ left }) => (left !== undefined) === (show === 'left'));
  const counts = Object.fromEntries(
    overzichtGroups.map((name) => [name, shown.filter(({ row }) => row.group === name).length]),
  ) as Output<'registratieoverzicht.compared'>['counts'];
  const selected = group === undefined ? shown : shown.filter(({ row }) => row.group === group);
  const left = judged.filter((one) => one.left !== undefined).length;
  return {
    ...(overview ? { overview } : {}),
    counts,
    open: judged.length - left,
    left,
    total: selected.length,
    rows: selected.slice(offset, offset + limit).map((one) => told(db, one.row, one.left)),
  };
}

/** The keys of all rows of a group that are open. */
export function keysOfGroup(db: Connection, { rows }: Compared, group: OverzichtRow['group']): string[] {
  const leftOf = leftRows(db);
  return rows.filter((row) => row.group === group && leftOf(row) === undefined).map(keyOfRow);
}
