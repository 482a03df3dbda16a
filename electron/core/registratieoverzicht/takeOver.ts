import { LasError } from '../../../shared/api/errors.ts';
import { emptyInschrijving, type InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { OverzichtDifference } from '../../../shared/api/registratieoverzicht.ts';
import {
  comparePair,
  persoonCompared,
  type AtBron,
  type ComparedRow,
  type Here,
} from '../../../shared/domain/registratieoverzicht/compare.ts';
import { withTaken, type Difference } from '../../../shared/domain/registratieoverzicht/differences.ts';
import { inschrijvingKinds } from '../../../shared/pve/berichten/kinds.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { contentOfInschrijving, hashOf } from '../exchange/content.ts';
import { matchOf } from '../exchange/match.ts';
import { acceptedFrom, asAntwoord, writeStand, type Registered } from '../exchange/stand.ts';
import { refreshInschrijving, refreshLeerling } from '../exchange/state.ts';
import { readInschrijving, readLeerling, writeLeerling } from '../leerlingen/repository.ts';
import { putInschrijving } from '../leerlingen/saving.ts';
import { asOneChange } from '../leerlingen/undo.ts';
import { forgetDecision } from './decisions.ts';
import { newPersoon } from './newPersoon.ts';
import { bronOf, hereOf } from './sides.ts';

/** The differences to take over; undefined: all of them. */
export type Only = readonly Pick<OverzichtDifference, 'part' | 'path'>[] | undefined;

/** What BRON accepted of an inschrijving is what is here, once that is all that BRON has. */
function settleStand({ db, clock }: Administration, inschrijvingId: number, registered: Registered): void {
  const accepted = acceptedFrom(db, inschrijvingId, registered);
  if (hashOf(contentOfInschrijving(db, inschrijvingId)) === accepted.hash)
    writeStand(db, clock, inschrijvingId, asAntwoord(registered), accepted);
}

/** What was at BRON only has found its inschrijving: it is its stand from now on. */
function adopt({ db, clock }: Administration, unmatchedId: number, registered: Registered): void {
  const match = matchOf(db, registered);
  if (!match) return;
  writeStand(
    db,
    clock,
    match.inschrijvingId,
    asAntwoord(registered),
    acceptedFrom(db, match.inschrijvingId, registered),
  );
  db.prepare('DELETE FROM unmatched_stand WHERE id = ?').run(unmatchedId);
  refreshInschrijving(db, clock, match.inschrijvingId);
}

/** The pupil with a number that BRON gives; undefined when there is none. @throws LasError overzicht-two-pupils */
function pupilOf(db: Connection, { burgerservicenummer, onderwijsnummer }: Registered): number | undefined {
  const found = db
    .prepare<[string | null, string | null], number>(
      'SELECT id FROM leerling WHERE burgerservicenummer = ? OR onderwijsnummer = ? LIMIT 2',
    )
    .pluck()
    .all(burgerservicenummer ?? null, onderwijsnummer ?? null);
  if (found.length > 1) throw new LasError('overzicht-two-pupils');
  return found[0];
}

function takeNew(administration: Administration, { kind, inschrijving }: AtBron, registered: Registered): void {
  const { db } = administration;
  const known = pupilOf(db, registered);
  asOneChange(administration, known, () => {
    const leerlingId = known ?? writeLeerling(administration, newPersoon(registered)).id;
    const gegevens = { ...emptyInschrijving(kind), ...inschrijving } as InschrijvingGegevens;
    putInschrijving(administration, leerlingId, gegevens, undefined);
    return { leerlingId };
  });
}

const pathsIn = (part: OverzichtDifference['part'], differences: readonly Difference[], only: Only): string[] =>
  differences
    .map(({ path }) => path)
    .filter((path) => only === undefined || only.some((one) => one.part === part && one.path === path));

/** @throws LasError overzicht-nothing-to-take, inschrijving-known */
function takeDifferences(
  administration: Administration,
  { here, bron }: { here: Here; bron: AtBron },
  only: Only,
): void {
  const { db, clock } = administration;
  const { leerlingId, inschrijvingId } = here;
  const row = comparePair(here, bron, '');
  const ofPersoon = pathsIn('persoon', row?.persoon ?? [], only);
  const ofInschrijving = pathsIn('inschrijving', row?.inschrijving ?? [], only);
  if (ofPersoon.length + ofInschrijving.length === 0) throw new LasError('overzicht-nothing-to-take');
  asOneChange(administration, leerlingId, () => {
    if (ofPersoon.length > 0) {
      const { gegevens, version } = readLeerling(db, leerlingId);
      writeLeerling(administration, withTaken(persoonCompared, gegevens, bron.persoon, ofPersoon), leerlingId, version);
    }
    if (ofInschrijving.length > 0) {
      const { gegevens, version } = readInschrijving(db, inschrijvingId);
      const taken = withTaken(inschrijvingKinds[here.kind], here.inschrijving, bron.inschrijving, ofInschrijving);
      putInschrijving(
        administration,
        leerlingId,
        { ...gegevens, ...taken },
        {
          id: inschrijvingId,
          version,
        },
      );
    }
    return { leerlingId };
  });
  refreshLeerling(db, clock, leerlingId);
}

/**
 * Takes over what BRON has of a row, as one change: the inschrijving with its pupil when it is not here, else the differences.
 * @throws LasError not-found, overzicht-nothing-to-take, overzicht-two-pupils, inschrijving-known
 */
export function takeOverRow(administration: Administration, row: ComparedRow, only: Only): void {
  const { db, clock } = administration;
  db.transaction(() => {
    if (!row.bron) throw new LasError('overzicht-nothing-to-take');
    const known = bronOf(db, row.bron);
    if (!known) throw new LasError('not-found');
    const { side, registered } = known;
    if (row.here) takeDifferences(administration, { here: hereOf(db, row.here.inschrijvingId), bron: side }, only);
    else takeNew(administration, side, registered);
    if (row.bron.unmatchedId !== undefined) adopt(administration, row.bron.unmatchedId, registered);
    else if (row.here) {
      settleStand(administration, row.here.inschrijvingId, registered);
      refreshInschrijving(db, clock, row.here.inschrijvingId);
    }
    forgetDecision(db, row);
  }).immediate();
}
