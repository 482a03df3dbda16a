import type { Output, Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { addressKeys, addressLine, addressOf, sameAddress, type Address } from '../../../shared/domain/address.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { contentOfInschrijving, hashOf, meldingContent } from '../exchange/content.ts';
import { refreshLeerling } from '../exchange/state.ts';
import { inschrijvingIds, readInschrijving, readLeerling, writeLeerling } from '../leerlingen/repository.ts';
import { displayName } from '../leerlingen/search.ts';
import { linksOf, readVerzorger, updateLink, verzorgersOf, writeVerzorger, type Linked } from './repository.ts';
import { siblingsOf } from './siblings.ts';

const withAddress = <T extends Address>(record: T, address: Address): T => ({
  ...record,
  ...Object.fromEntries(addressKeys.map((key) => [key, address[key]])),
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
  const from = left ?? addressOf(readLeerling(db, leerlingId).gegevens);
  const moving = (id: number) => {
    const { version, gegevens } = readLeerling(db, id);
    return {
      id,
      version,
      naam: displayName(gegevens),
      from: addressLine(gegevens),
      together: id === leerlingId || sameAddress(gegevens, from),
      messages: messagesFor(db, id, withAddress(gegevens, address)),
    };
  };
  const siblings = siblingsOf(administration, leerlingId).filter(({ state }) => state === 'sibling');
  const leerlingen = siblings.map((sibling) => moving(sibling.leerlingId));
  const family = [leerlingId, ...leerlingen.map(({ id }) => id)];
  const staying = (id: number) => !sameAddress(readLeerling(db, id).gegevens, from);
  const verzorgers = verzorgersOfAll(db, family).map((verzorger) => {
    const homes = linksOf(db, verzorger.id).filter(livesWith);
    const together =
      homes.length > 0
        ? homes.some((link) => link.leerlingId === leerlingId || !staying(link.leerlingId))
        : sameAddress(verzorger.gegevens, from);
    return { id: verzorger.id, version: verzorger.version, naam: nameOf(verzorger), together };
  });
  return { left: addressLine(from), leerling: moving(leerlingId), leerlingen, verzorgers };
}

/** Gives one pupil a new address. Call it inside a transaction. @throws LasError changed-elsewhere, not-found */
function moveLeerling(administration: Administration, id: number, version: number, address: Address): void {
  const { db, clock } = administration;
  writeLeerling(administration, withAddress(readLeerling(db, id).gegevens, address), id, version);
  refreshLeerling(db, clock, id);
}

interface Move {
  /** The address that is left, and the new one. */
  from: Address;
  to: Address;
  /** Ids of the pupils who move. */
  leerlingen: ReadonlySet<number>;
}

/**
 * Settles where a verzorger lives when pupils move. Who moves along with a pupil he lives with needs no address of his own; who
 * stays behind gets the address that the pupils leave.
 */
function moveVerzorger(administration: Administration, id: number, along: boolean, move: Move): void {
  const { db } = administration;
  const { version, gegevens } = readVerzorger(db, id);
  const homes = linksOf(db, id).filter(livesWith);
  const moving = homes.filter(({ leerlingId }) => move.leerlingen.has(leerlingId));
  const left = homes.filter((link) => moving.includes(link) !== along);
  if (along && moving.length === 0) {
    writeVerzorger(administration, withAddress(gegevens, move.to), id, version);
    for (const link of homes)
      updateLink(administration, { ...link.gegevens, livesWithLeerling: undefined }, link.id, link.version);
    return;
  }
  if (moving.length === 0) return;
  for (const link of left)
    updateLink(administration, { ...link.gegevens, livesWithLeerling: undefined }, link.id, link.version);
  if (!along && left.length === homes.length)
    writeVerzorger(administration, withAddress(gegevens, move.from), id, version);
}

/**
 * Gives a pupil, and who moves along, a new address. Gives for how many inschrijvingen a melding follows. Call it inside a
 * transaction. @throws LasError changed-elsewhere when one of them was changed since its version, not-found
 */
export function moveFamily(administration: Administration, input: Parsed<'gezin.move'>): number {
  const { db } = administration;
  const { leerling, address: to, leerlingen, verzorgers } = input;
  const from = input.from ?? addressOf(readLeerling(db, leerling.id).gegevens);
  const all = [leerling, ...leerlingen];
  const messages = all.map(({ id }) => messagesFor(db, id, withAddress(readLeerling(db, id).gegevens, to)));
  for (const { id, version } of all) moveLeerling(administration, id, version, to);
  for (const { id, version } of verzorgers)
    if (readVerzorger(db, id).version !== version) throw new LasError('changed-elsewhere');
  const ids = all.map(({ id }) => id);
  const along = new Set(verzorgers.map(({ id }) => id));
  const move: Move = { from, to, leerlingen: new Set(ids) };
  const concerned = new Set([...along, ...verzorgersOfAll(db, ids).map(({ id }) => id)]);
  for (const id of concerned) moveVerzorger(administration, id, along.has(id), move);
  return messages.reduce((sum, count) => sum + count, 0);
}
