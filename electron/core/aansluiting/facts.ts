import { partOf } from '../../../shared/aansluiting/steps.ts';
import type { PartKey, PathFacts } from '../../../shared/aansluiting/types.ts';
import { dateInNetherlands, today, type Clock } from '../../../shared/domain/clock.ts';
import { allOpen } from '../../../shared/api/ports.ts';
import { soortOf } from '../../../shared/domain/schoolSoort.ts';
import type { Connection } from '../database/database.ts';
import { withoutNulls } from '../database/withoutNulls.ts';
import { readSchool } from '../school/settings.ts';
import { contactSavedOn } from './contact.ts';
import { lastPortTest } from './ports/last.ts';
import { exchangeProgress } from './progress.ts';

/** The first value of a statement without parameters; undefined when there is none. */
const one = (db: Connection, sql: string): string | undefined =>
  db.prepare<[], string | null>(sql).pluck().get() ?? undefined;

const dayOf = (instant: string | undefined): string | undefined => instant && dateInNetherlands(new Date(instant));

/** The day of the last port test, when all three ports were open. */
function portsOpenOn(db: Connection): string | undefined {
  const last = lastPortTest(db);
  return last && allOpen(last) ? dayOf(last.at) : undefined;
}

/** What the program itself knows to be done, and since when. */
function knownOf(db: Connection, day: string): PathFacts['known'] {
  const installed = dayOf(one(db, 'SELECT min(installed_at) FROM certificate'));
  const { total, delivered, current, currentRegistered } = exchangeProgress(db, day);
  const exchangedOn = lastSentOn(db) ?? day;
  const known: Partial<Record<PartKey, string | undefined>> = {
    contactgegevens: contactSavedOn(db),
    // This program exchanges by every edition of the Programma van Eisen that it can meet.
    version: day,
    ports: portsOpenOn(db),
    aantallen: one(db, 'SELECT max(reported_on) FROM aansluiting_aantallen'),
    download: dayOf(one(db, 'SELECT received_at FROM certificate_download')) ?? installed,
    install: installed,
    // BRON answered a verzoek terugkoppeling: it took the certificate.
    test: dayOf(one(db, 'SELECT min(received_at) FROM bundel')),
    delivered: total > 0 && delivered === total ? exchangedOn : undefined,
    reactie: one(db, 'SELECT max(received_on) FROM reactie'),
    registered: current > 0 && currentRegistered === current && delivered === total ? exchangedOn : undefined,
  };
  return withoutNulls(known);
}

const lastSentOn = (db: Connection): string | undefined =>
  dayOf(one(db, 'SELECT max(sent_at) FROM bericht WHERE nr IN (3, 4)'));

/** The day on which something was last noted about the path. */
const recordedOn = (db: Connection): string | undefined =>
  one(
    db,
    `SELECT max(noted_on) FROM (SELECT noted_on FROM aansluiting_document UNION ALL SELECT noted_on FROM aansluiting_part
       UNION ALL SELECT noted_on FROM aansluiting_contact UNION ALL SELECT noted_on FROM aansluiting_aantallen)`,
  );

/** What is known of the school on the path of the Stappenplan, by `clock`. */
export function readFacts(db: Connection, clock: Clock): PathFacts {
  const ticked = db
    .prepare<[], { part: PartKey; on: string }>(
      'SELECT part, done_on AS "on" FROM aansluiting_part WHERE done_on IS NOT NULL',
    )
    .all()
    .filter(({ part }) => ['person', 'either'].includes(partOf(part).part.ticks));
  const documents = db
    .prepare<[], PathFacts['documents'][number]>(
      'SELECT kind, received_on AS receivedOn, start, ending FROM aansluiting_document ORDER BY received_on, id',
    )
    .all()
    .map((row) => withoutNulls(row) as PathFacts['documents'][number]);
  const [recorded, exchangedOn] = [recordedOn(db), lastSentOn(db)];
  return {
    kind: soortOf(readSchool(db).soort).kind,
    documents,
    ticked: Object.fromEntries(ticked.map(({ part, on }) => [part, on])),
    known: knownOf(db, today(clock)),
    ...(recorded ? { recordedOn: recorded } : {}),
    ...(exchangedOn ? { exchangedOn } : {}),
  };
}
