import type { Edition, Ernst } from '../../../shared/pve/controles/types.ts';
import { catalog } from '../../../shared/pve/signalen/catalog.ts';
import { faultFor } from '../../mock-bron/scenarios.ts';
import { berichtCases, type BerichtCase } from './berichtCases.ts';
import { meldingCases, type ControleCase } from './controleCases.ts';
import { impossibleOf } from './report.ts';
import { rowsOf, type Row } from './rows.ts';

/** A row with a case that breaks it, when there is one. */
export interface ListedRow {
  id: string;
  section: string;
  /** What breaks it, in Dutch. */
  text: string;
  example?: ControleCase | BerichtCase;
}

/** A signaal as `npm run -s mock-bron -- --list-signalen` shows it. */
export interface ListedSignaal {
  code: string;
  ernst: Ernst;
  title: string;
  rows: ListedRow[];
  /** What a tester asks the control interface for, so that it comes although nothing is wrong. */
  ask: { method: 'POST'; path: '/faults' | '/scenarios'; body: Record<string, string> };
  /** Why no message brings it about; left out where one does. */
  onlyAsked?: string;
}

/** What comes back in a case over the wire. */
const comesBack = (item: ControleCase | BerichtCase): readonly string[] =>
  ('context' in item ? item.wire : item.expected) ?? [];

const brings = (item: ControleCase | BerichtCase, code: string) =>
  comesBack(item).some((finding) => finding.startsWith(`${code} `));

/** A case that breaks the row, one that has nothing else wrong if there is such. */
function exampleOf({ id, code = '' }: Row, edition: Edition) {
  const fitting = [...meldingCases, ...berichtCases].filter(
    (item) => item.rows.includes(id) && item.editions.includes(edition) && brings(item, code),
  );
  return fitting.find((item) => comesBack(item).length === 1) ?? fitting[0];
}

function listedRow(row: Row, edition: Edition): ListedRow {
  const { id, section, section2014, text } = row;
  const example = exampleOf(row, edition);
  return {
    id,
    section: edition === '2014-12' ? (section2014 ?? section) : section,
    text,
    ...(example ? { example } : {}),
  };
}

function askFor(code: string): ListedSignaal['ask'] {
  const kind = faultFor(code);
  return kind
    ? { method: 'POST', path: '/faults', body: { kind } }
    : { method: 'POST', path: '/scenarios', body: { signaal: code } };
}

/** Every signaal that a row of an edition uses, and those of its list (PvE 7.1.16) that no row uses; by code. */
export function signalenOf(edition: Edition): ListedSignaal[] {
  const rows = rowsOf(edition);
  const impossible = new Map(impossibleOf(edition).map(({ rij, reden }) => [rij, reden]));
  const codes = new Set([
    ...rows.flatMap(({ code }) => code ?? []),
    ...[...impossible.keys()].filter((id) => catalog.has(id)),
  ]);
  return [...codes].sort().map((code) => {
    const own = rows.filter((row) => row.code === code);
    const listed = own.map((row) => listedRow(row, edition));
    const reason = impossible.get(code) ?? own.map(({ id }) => impossible.get(id)).find(Boolean);
    const { ernst = 'A', title = '' } = catalog.get(code) ?? {};
    const shown = listed.some(({ example }) => example);
    return {
      code,
      ernst: own[0]?.ernst ?? ernst,
      title,
      rows: listed,
      ask: askFor(code),
      ...(shown || reason === undefined ? {} : { onlyAsked: reason }),
    };
  });
}
