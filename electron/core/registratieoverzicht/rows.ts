import type { Output, Parsed } from '../../../shared/api/contract.ts';
import type { BronState } from '../../../shared/api/leerlingen.ts';
import type { OverzichtDifference, OverzichtRow } from '../../../shared/api/registratieoverzicht.ts';
import {
  overzichtGroups,
  persoonCompared,
  type AtBron,
  type ComparedRow,
} from '../../../shared/domain/registratieoverzicht/compare.ts';
import { differencesOf, type Difference } from '../../../shared/domain/registratieoverzicht/differences.ts';
import { inschrijvingKinds } from '../../../shared/pve/berichten/kinds.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import type { Connection } from '../database/database.ts';
import { displayName } from '../leerlingen/search.ts';
import type { Compared } from './comparison.ts';

/** Numbers of persons are told apart by their end: who sees them whole is noted in the log, on the card. */
const NUMBERS = new Set(['burgerservicenummer', 'onderwijsnummer']);
const SHOWN_DIGITS = 4;
const inPart = (key: string, value: string): string => (NUMBERS.has(key) ? `…${value.slice(-SHOWN_DIGITS)}` : value);

/** What tells a row from the others, and by which an action names it. */
export const keyOfRow = ({ here, bron }: ComparedRow): string =>
  bron?.unmatchedId === undefined ? `i${String(here?.inschrijvingId)}` : `b${String(bron.unmatchedId)}`;

const asTold =
  (part: OverzichtDifference['part']) =>
  ({ path, groups, occurrence, element, here, bron }: Difference): OverzichtDifference => ({
    part,
    path,
    groups: groups.map(({ name }) => name),
    ...(occurrence === undefined ? {} : { occurrence }),
    name: element.name,
    format: element.format,
    ...(element.waardelijst ? { waardelijst: element.waardelijst } : {}),
    ...(here === undefined ? {} : { here: inPart(element.key, here) }),
    ...(bron === undefined ? {} : { bron: inPart(element.key, bron) }),
  });

/** What a row shows: what differs, or all there is when one side lacks the inschrijving. */
function differencesIn({ here, bron, persoon, inschrijving }: ComparedRow): OverzichtDifference[] {
  const kind = (here ?? bron)?.kind ?? 'WPO';
  const alone = here === undefined || bron === undefined;
  const ofPersoon = alone ? differencesOf(persoonCompared, here?.persoon ?? {}, bron?.persoon ?? {}) : persoon;
  const ofInschrijving = alone
    ? differencesOf(inschrijvingKinds[kind], here?.inschrijving ?? {}, bron?.inschrijving ?? {})
    : inschrijving;
  return [...ofPersoon.map(asTold('persoon')), ...ofInschrijving.map(asTold('inschrijving'))];
}

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

function told(db: Connection, row: ComparedRow): OverzichtRow {
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
    differences: differencesIn(row),
  };
}

/** A page of the comparison, with how many rows stand in each group. */
export function comparedPage(
  db: Connection,
  { overview, rows }: Compared,
  { group, leerlingId, offset, limit }: Parsed<'registratieoverzicht.compared'>,
): Output<'registratieoverzicht.compared'> {
  const ofPupil = leerlingId === undefined ? rows : rows.filter(({ here }) => here?.leerlingId === leerlingId);
  const counts = Object.fromEntries(
    overzichtGroups.map((name) => [name, ofPupil.filter((row) => row.group === name).length]),
  ) as Output<'registratieoverzicht.compared'>['counts'];
  const selected = group === undefined ? ofPupil : ofPupil.filter((row) => row.group === group);
  return {
    ...(overview ? { overview } : {}),
    counts,
    total: selected.length,
    rows: selected.slice(offset, offset + limit).map((row) => told(db, row)),
  };
}
