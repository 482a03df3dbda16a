import type { Output, Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { adresOf, sameHome, type Adres } from '../../../shared/domain/adres.ts';
import { adresKeys } from '../../../shared/domain/ownGegevens.ts';
import { adresLine } from '../../../shared/domain/adresLine.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { contentOfInschrijving, hashOf, meldingContent } from '../exchange/content.ts';
import { saveAdres } from '../leerlingen/adres.ts';
import { inschrijvingIds, readInschrijving, readLeerling } from '../leerlingen/repository.ts';
import { displayName } from '../leerlingen/search.ts';
import { asOneChange } from '../leerlingen/undo.ts';
import { linksOf, readVerzorger, updateLink, verzorgersOf, writeVerzorger, type Linked } from './repository.ts';
import { siblingsOf } from './siblings.ts';

const withAdres = <T extends Adres>(record: T, address: Adres): T => ({
  ...record,
  ...Object.fromEntries(adresKeys.map((key) => [key, address[key]])),
});

/** How many inschrijvingen of a pupil would be delivered otherwise than they are now. */
function messagesFor(db: Connection, leerlingId: number, persoon: Persoonsgegevens): number {
  return inschrijvingIds(db, leerlingId).filter(
    (id) =>
      hashOf(contentOfInschrijving(db, id)) !== hashOf(meldingContent(persoon, readInschrijving(db, id).gegevens)),
  ).length;
}

const livesWith = ({ gegevens }: Linked['link']) => gegevens.livesWithLeerling === 'true';

/** The verzorgers of these pupils, each once. */
const verzorgersOfAll = (db: Connection, leerlingIds: readonly number[]): Linked['verzorger'][] => [
  ...new Map(
    leerlingIds.flatMap((id) => verzorgersOf(db, id)).map(({ verzorger }) => [verzorger.id, verzorger]),
  ).values(),
];

const nameOf = ({ gegevens: { voorletters, ...rest } }: Linked['verzorger']) =>
  displayName({ ...rest, ...(voorletters ? { voornamen: voorletters } : {}) });

/** Who could move along with a pupil; writes nothing. @throws LasError not-found */
export function previewMove(
  administration: Administration,
  { leerlingId, address, from: left }: Parsed<'gezin.previewMove'>,
): Output<'gezin.previewMove'> {
  const { db } = administration;
  const from = left ?? adresOf(readLeerling(db, leerlingId).gegevens);
  const moving = (id: number) => {
    const { version, gegevens } = readLeerling(db, id);
    return {
      id,
      version,
      naam: displayName(gegevens),
      from: adresLine(gegevens),
      together: id === leerlingId || sameHome(gegevens, from),
      messages: messagesFor(db, id, withAdres(gegevens, address)),
    };
  };
  const siblings = siblingsOf(administration, leerlingId).filter(({ state }) => state === 'sibling');
  const leerlingen = siblings.map((sibling) => moving(sibling.leerlingId));
  const family = [leerlingId, ...leerlingen.map(({ id }) => id)];
  const staying = (id: number) => !sameHome(readLeerling(db, id).gegevens, from);
  const verzorgers = verzorgersOfAll(db, family).map((verzorger) => {
    const homes = linksOf(db, verzorger.id).filter(livesWith);
    const together =
      homes.length > 0
        ? homes.some((link) => link.leerlingId === leerlingId || !staying(link.leerlingId))
        : sameHome(verzorger.gegevens, from);
    return { id: verzorger.id, version: verzorger.version, naam: nameOf(verzorger), together };
  });
  return { left: adresLine(from), leerling: moving(leerlingId), leerlingen, verzorgers };
}

interface Move {
  /** The address that is left, and the new one. */
  from: Adres;
  to: Adres;
  /** First day of the new address, `yyyy-mm-dd`; absent: the former one was a mistake. */
  begindatum?: string | undefined;
  /** The pupils who move. */
  all: readonly { id: number; version: number }[];
}

/** Gives the pupils a new address. @throws LasError changed-elsewhere, not-found, adres-ahead, adres-before */
function moveLeerlingen(administration: Administration, { all, to, begindatum }: Omit<Move, 'from'>): void {
  for (const { id, version } of all) {
    if (readLeerling(administration.db, id).version !== version) throw new LasError('changed-elsewhere');
    saveAdres(administration, id, to, begindatum);
  }
}

/**
 * Settles where a verzorger lives when pupils move. Who moves along with a pupil he lives with needs no address of his own; who
 * stays behind gets the address that the pupils leave.
 */
function moveVerzorger(administration: Administration, id: number, along: boolean, move: Move): void {
  const { db } = administration;
  const { version, gegevens } = readVerzorger(db, id);
  const homes = linksOf(db, id).filter(livesWith);
  const moving = homes.filter(({ leerlingId }) => move.all.some(({ id: moved }) => moved === leerlingId));
  const left = homes.filter((link) => moving.includes(link) !== along);
  if (along && moving.length === 0) {
    writeVerzorger(administration, withAdres(gegevens, move.to), id, version);
    for (const link of homes)
      updateLink(administration, { ...link.gegevens, livesWithLeerling: undefined }, link.id, link.version);
    return;
  }
  if (moving.length === 0) return;
  for (const link of left)
    updateLink(administration, { ...link.gegevens, livesWithLeerling: undefined }, link.id, link.version);
  if (!along && left.length === homes.length)
    writeVerzorger(administration, withAdres(gegevens, move.from), id, version);
}

function moveHome(administration: Administration, move: Move, verzorgers: Parsed<'gezin.move'>['verzorgers']): void {
  const { db } = administration;
  moveLeerlingen(administration, move);
  for (const { id, version } of verzorgers)
    if (readVerzorger(db, id).version !== version) throw new LasError('changed-elsewhere');
  const along = new Set(verzorgers.map(({ id }) => id));
  const family = verzorgersOfAll(
    db,
    move.all.map(({ id }) => id),
  );
  for (const id of new Set([...along, ...family.map((verzorger) => verzorger.id)]))
    moveVerzorger(administration, id, along.has(id), move);
}

/**
 * Gives a pupil, and who moves along, a new address; of each pupil it is the last change, that can be undone. Gives for how many
 * inschrijvingen a melding follows. Call it inside a transaction.
 * @throws LasError changed-elsewhere when one of them was changed since its version, not-found, adres-ahead, adres-before
 */
export function moveFamily(administration: Administration, input: Parsed<'gezin.move'>): number {
  const { db } = administration;
  const { leerling, address: to, begindatum } = input;
  const from = input.from ?? adresOf(readLeerling(db, leerling.id).gegevens);
  const all = [leerling, ...input.leerlingen];
  const messages = all.map(({ id }) => messagesFor(db, id, withAdres(readLeerling(db, id).gegevens, to)));
  const move = () => moveHome(administration, { from, to, begindatum, all }, input.verzorgers);
  const asChangesOf = all.reduce<() => void>(
    (work, { id: leerlingId }) =>
      () =>
        asOneChange(administration, leerlingId, () => {
          work();
          return { leerlingId };
        }),
    move,
  );
  asChangesOf();
  return messages.reduce((sum, count) => sum + count, 0);
}
