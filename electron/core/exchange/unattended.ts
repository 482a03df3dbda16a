import { createHash } from 'node:crypto';
import { z } from 'zod';
import { lasFailure, type LasFailure } from '../../../shared/api/errors.ts';
import { needsPerson } from '../../../shared/api/schedule.ts';
import { instant } from '../../../shared/api/session.ts';
import { fingerprintInUse } from '../certificate/store.ts';
import type { Administration } from '../context.ts';
import { readProxyPassword, readSchool, readSetting, readSettings, writeSetting } from '../school/settings.ts';
import { isAboutOneMessage } from './send.ts';

const UNATTENDED = 'exchange.unattended';

const kept = z.strictObject({
  turnAt: instant.optional(),
  failures: z.int(),
  problem: z.strictObject({ at: instant, failure: lasFailure, line: z.string() }).optional(),
});
type Kept = z.infer<typeof kept>;

/** How the last runs went, as far as it decides what the program does by itself. */
export interface Unattended {
  turnAt: Date | undefined;
  failures: number;
  problem: { at: string; failure: LasFailure; paused: boolean } | undefined;
}

/** How a run ended. */
export interface Attempt {
  problems: readonly LasFailure[];
  /** BRON has answered, so that the line is in order. */
  answered: boolean;
  /** Uncertain messages that were offered again between two turns: says only whether that may go on. */
  between: boolean;
}

/** All that a person can change here to take a cause away, as a hash: it differs once one of these has changed. */
function lineOf({ db, clock }: Administration): string {
  const { brinnummer, aanleverpunt } = readSchool(db);
  const parts = [
    readSettings(db).exchange,
    readProxyPassword(db),
    brinnummer,
    aanleverpunt,
    fingerprintInUse(db, clock),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}

/**
 * What is kept, as far as it is of account: nothing when a person has changed the line or the certificate since, or when another version
 * of the program kept what is not understood.
 */
function read(administration: Administration): Kept {
  const { data } = kept.safeParse(readSetting(administration.db, UNATTENDED));
  const isOfAccount = data && (data.problem === undefined || data.problem.line === lineOf(administration));
  return isOfAccount ? data : { failures: 0 };
}

/** How the last runs went; without any there is a turn at once. */
export function readUnattended(administration: Administration): Unattended {
  const { turnAt, failures, problem } = read(administration);
  return {
    turnAt: turnAt === undefined ? undefined : new Date(turnAt),
    failures,
    problem: problem && { at: problem.at, failure: problem.failure, paused: needsPerson(problem.failure.code) },
  };
}

/** Whether the last run failed by something that only a person can take away: then nothing is tried without one. */
export const isPaused = (administration: Administration): boolean =>
  readUnattended(administration).problem?.paused ?? false;

/** Notes how a run ended: the next turn is counted from here, and the program stops trying when that is of no use. */
export function noteAttempt(administration: Administration, { problems, answered, between }: Attempt): void {
  const { db, clock } = administration;
  const ofTheLine = problems.filter(({ code }) => !isAboutOneMessage(code));
  const failure = ofTheLine.find(({ code }) => needsPerson(code)) ?? ofTheLine[0];
  if (between && !(failure && needsPerson(failure.code))) return;
  const before = read(administration);
  const turnAt = clock.now().toISOString();
  const write = (after: Kept) => writeSetting(db, UNATTENDED, after);
  if (failure)
    write({ turnAt, failures: before.failures + 1, problem: { at: turnAt, failure, line: lineOf(administration) } });
  else if (answered) write({ turnAt, failures: 0 });
  else write({ ...before, turnAt });
}

/** Notes a turn in which there was nothing to do. */
export const notePassed = (administration: Administration): void =>
  noteAttempt(administration, { problems: [], answered: false, between: false });
