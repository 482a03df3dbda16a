import type { Output, Parsed } from '../../../shared/api/contract.ts';
import { adresLine } from '../../../shared/domain/adresLine.ts';
import type { Administration, HandlersOf } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { readLeerling } from '../leerlingen/repository.ts';
import { displayName, searchPatterns } from '../leerlingen/search.ts';
import { asOneChange } from '../leerlingen/undo.ts';
import { isAdresHidden, sightOf } from '../leerlingen/visible.ts';
import { moveFamily, previewMove } from './move.ts';
import {
  deleteLink,
  insertLink,
  linksOf,
  orderLinks,
  readLink,
  readVerzorger,
  updateLink,
  verzorgersOf,
  writeVerzorger,
  type Linked,
} from './repository.ts';
import { decideSiblings, siblingsOf } from './siblings.ts';
import { visibleGezin } from './visible.ts';

/** So many are shown of those that were found. */
const MOST_FOUND = 20;

/**
 * Where a verzorger lives: with the pupil of whom is asked, with another of his pupils, or at an address of his own. Nothing when
 * a pupil lives there whose address the caller may not see.
 */
function homeOf(administration: Administration, { id, gegevens }: Linked['verzorger'], leerlingId?: number): string {
  const { db } = administration;
  const homes = linksOf(db, id).filter((link) => link.gegevens.livesWithLeerling === 'true');
  const home = homes.find((link) => link.leerlingId === leerlingId) ?? homes[0];
  if (!home) return adresLine(gegevens);
  const pupil = readLeerling(db, home.leerlingId).gegevens;
  return isAdresHidden(administration, pupil) ? '' : adresLine(pupil);
}

const leerlingName = (db: Connection, id: number) => displayName(readLeerling(db, id).gegevens);

function getGezin(administration: Administration, leerlingId: number): Output<'gezin.get'> {
  const { db } = administration;
  readLeerling(db, leerlingId, sightOf(administration).pupils);
  return visibleGezin(administration, leerlingId, {
    verzorgers: verzorgersOf(db, leerlingId).map(({ verzorger, link: { leerlingId: _own, ...link } }) => ({
      ...verzorger,
      link,
      address: homeOf(administration, verzorger, leerlingId),
      alsoOf: linksOf(db, verzorger.id)
        .filter((other) => other.leerlingId !== leerlingId)
        .map((other) => ({ id: other.leerlingId, naam: leerlingName(db, other.leerlingId) })),
    })),
    siblings: siblingsOf(administration, leerlingId),
  });
}

function search(
  administration: Administration,
  { leerlingId, search: text }: Parsed<'gezin.search'>,
): Output<'gezin.search'> {
  const { db } = administration;
  const patterns = searchPatterns(text);
  const ids = db
    .prepare<(string | number)[], { id: number }>(
      `SELECT id FROM verzorger v WHERE ${patterns.map(() => "search_text LIKE ? ESCAPE '\\'").join(' AND ')}
       AND NOT EXISTS (SELECT 1 FROM leerling_verzorger k WHERE k.verzorger_id = v.id AND k.leerling_id = ?)
       ORDER BY achternaam COLLATE NOCASE, roepnaam COLLATE NOCASE, id LIMIT ${MOST_FOUND + 1}`,
    )
    .all(...patterns, leerlingId);
  const rows = ids.slice(0, MOST_FOUND).map(({ id }) => {
    const verzorger = readVerzorger(db, id);
    const { gegevens } = verzorger;
    const { voorletters, telefoonMobile, telefoon, email } = gegevens;
    return {
      id,
      naam: displayName({ ...gegevens, ...(voorletters ? { voornamen: voorletters } : {}) }),
      contact: [telefoonMobile, telefoon, email].find(Boolean) ?? '',
      address: homeOf(administration, verzorger),
      leerlingen: linksOf(db, id).map((link) => leerlingName(db, link.leerlingId)),
    };
  });
  return { rows, more: ids.length > MOST_FOUND };
}

function saveVerzorger(administration: Administration, input: Parsed<'gezin.saveVerzorger'>): number {
  const { leerlingId, verzorger, link } = input;
  const id = writeVerzorger(administration, verzorger.gegevens, verzorger.id, verzorger.version);
  if (link.id === undefined) insertLink(administration, leerlingId, id, link.gegevens);
  else updateLink(administration, link.gegevens, link.id, link.version);
  return id;
}

/** The operations on verzorgers and families. */
export function gezinHandlers(administration: Administration): HandlersOf<'gezin'> {
  const { db, emit } = administration;
  /** Writes in one transaction, and tells the windows. */
  const write = <T>(work: () => T): T => {
    const made = db.transaction(work).immediate();
    emit('data.changed', { topics: ['leerlingen', 'exchange'] });
    return made;
  };
  const done = (work: () => void): Record<string, never> => {
    write(work);
    return {};
  };
  /** Writes what is the last change of a pupil then, and can be undone. */
  const writeOf = <T>(leerlingId: number, work: () => T): T =>
    write(() => asOneChange(administration, leerlingId, () => ({ leerlingId, made: work() }))).made;
  const doneOf = (leerlingId: number, work: () => void): Record<string, never> => {
    writeOf(leerlingId, work);
    return {};
  };
  return {
    'gezin.get': ({ leerlingId }) => getGezin(administration, leerlingId),
    'gezin.search': (input) => search(administration, input),
    'gezin.saveVerzorger': (input) => ({ id: writeOf(input.leerlingId, () => saveVerzorger(administration, input)) }),
    'gezin.linkVerzorger': ({ leerlingId, verzorgerId, gegevens }) =>
      doneOf(leerlingId, () => insertLink(administration, leerlingId, verzorgerId, gegevens)),
    'gezin.unlinkVerzorger': ({ linkId, version }) => ({
      deleted: writeOf(readLink(db, linkId).leerlingId, () => deleteLink(administration, linkId, version)),
    }),
    'gezin.order': ({ leerlingId, linkIds }) =>
      doneOf(leerlingId, () => orderLinks(administration, leerlingId, linkIds)),
    'gezin.decideSiblings': ({ leerlingId, otherId, siblings }) =>
      done(() => decideSiblings(administration, leerlingId, otherId, siblings)),
    'gezin.previewMove': (input) => previewMove(administration, input),
    'gezin.move': (input) => ({ messages: write(() => moveFamily(administration, input)) }),
  };
}
