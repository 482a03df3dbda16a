import { encodeEnvelope } from '../../../shared/pve/berichten/soap.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { readSchool, readSetting, writeSetting } from '../school/settings.ts';
import { readBundle } from './answer.ts';
import { keepBundle } from './bundel.ts';
import { currentPollId, raisePollId, raiseRefusedPollId } from './identification.ts';
import { countItems, processBundles } from './process.ts';
import type { ProcessReport } from './terugkoppeling.ts';
import type { BronTransport } from './transport.ts';

/** After an empty answer the next verzoek terugkoppeling waits this long (PvE 6.2, eis 5). */
const WAIT_MINUTES = 30;
/** BRON was asked under a higher berichtidentificatie before. */
const TOO_LOW = '396';
const EMPTY_AT = 'exchange.emptyAt';
const LAST_EXCHANGE_AT = 'exchange.lastAt';

/** When BRON may be asked again; undefined when it may now. */
export function nextPollAt({ db, clock }: Administration): Date | undefined {
  const emptyAt = readSetting<string>(db, EMPTY_AT);
  if (!emptyAt) return undefined;
  const next = new Date(new Date(emptyAt).getTime() + WAIT_MINUTES * 60_000);
  const wait = next.getTime() - clock.now().getTime();
  // A clock that was set back a long way would make the wait endless.
  return wait > 0 && wait <= 2 * WAIT_MINUTES * 60_000 ? next : undefined;
}

/** When BRON last gave an answer to a verzoek terugkoppeling. */
export function lastPolledAt(db: Connection): Date | undefined {
  const last = db.prepare<[], { at: string }>('SELECT received_at AS at FROM bundel ORDER BY id DESC LIMIT 1').get();
  return last && new Date(last.at);
}

export const lastExchangeAt = ({ db }: Administration): string | undefined => readSetting<string>(db, LAST_EXCHANGE_AT);
export const markExchange = ({ db, clock }: Administration): void =>
  writeSetting(db, LAST_EXCHANGE_AT, clock.now().toISOString());

/** What one verzoek terugkoppeling brought: `empty` ends the session, `refused` is BRON's signaal; `raised`: the next goes under a higher number. */
export type PollOutcome =
  | { kind: 'empty' }
  | { kind: 'bundle'; items: number }
  | { kind: 'refused'; code: string; omschrijving: string; raised: boolean };

/** What was sent before BRON named this day came in on it or earlier, when it came in at all. */
const noteBronDay = (db: Connection, day: string | undefined) =>
  db
    .prepare(
      "UPDATE bericht SET bron_day = ? WHERE nr IN (1, 2, 3, 4) AND bron_day IS NULL AND state IN ('onzeker', 'in behandeling')",
    )
    .run(day ?? null);

/**
 * Sends one verzoek terugkoppeling (bericht 6), commits the answer together with the next berichtidentificatie, and
 * processes it. A bundle that was not committed comes again under the same berichtidentificatie (PvE 5.6.7); one that BRON
 * refuses as too low is raised, so that the next verzoek can be taken.
 */
export async function pollOnce(
  administration: Administration,
  transport: BronTransport,
  report: ProcessReport,
): Promise<PollOutcome> {
  const { db, clock } = administration;
  const { brinnummer, aanleverpunt } = readSchool(db);
  const berichtidentificatie = db.transaction(() => currentPollId(db, clock)).immediate();
  const envelope = encodeEnvelope(6, { berichtidentificatie }, { brinnummer, aanleverpuntnummer: aanleverpunt });
  const answer = await transport.post(envelope);
  const bundle = readBundle(answer, berichtidentificatie, transport.failed);
  const refusal = bundle.message.signaal?.[0];
  if (refusal) {
    const { signaalcode: code = '', omschrijving = '' } = refusal;
    const raised = code === TOO_LOW;
    if (raised) db.transaction(() => raiseRefusedPollId(db, clock)).immediate();
    return { kind: 'refused', code, omschrijving, raised };
  }
  const items = countItems(bundle);
  const { datumTerugkoppeling } = bundle.message;
  const id = db
    .transaction(() => {
      const kept = keepBundle(administration, { berichtidentificatie, answer, datumTerugkoppeling, itemCount: items });
      raisePollId(db, clock);
      noteBronDay(db, datumTerugkoppeling);
      writeSetting(db, EMPTY_AT, items === 0 ? clock.now().toISOString() : undefined);
      markExchange(administration);
      return kept;
    })
    .immediate();
  await processBundles(administration, report, new Map([[id, bundle]]));
  return items === 0 ? { kind: 'empty' } : { kind: 'bundle', items };
}
