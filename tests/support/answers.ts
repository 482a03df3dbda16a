import type { Administration } from '../../electron/core/context.ts';
import { keepBundle } from '../../electron/core/exchange/bundel.ts';
import { contentOfInschrijving, hashOf } from '../../electron/core/exchange/content.ts';
import { processBundles } from '../../electron/core/exchange/process.ts';
import { emptyReport, type ProcessReport } from '../../electron/core/exchange/terugkoppeling.ts';
import { refreshInschrijving } from '../../electron/core/exchange/state.ts';
import type { MeldingContent } from '../../shared/pve/berichten/content.ts';
import type { Message } from '../../shared/pve/berichten/messages.ts';
import { encodeEnvelope } from '../../shared/pve/berichten/soap.ts';

/** What BRON says with a signaal, in its own words. */
export interface Said {
  signaalcode: string;
  omschrijving: string;
}

/** A terugkoppeling of BRON on the melding that says what is kept here now. */
export interface Answer {
  /** 13: afgekeurd. */
  nr?: 10 | 13;
  signalen: readonly Said[];
  /** What BRON has registered, made of what was delivered; by default the same. */
  registered?: (stand: Message<10>) => void;
}

const standOf = (berichtidentificatie: string, content: MeldingContent): Message<10> => ({
  berichtidentificatie,
  persoon: structuredClone(content.persoonMetPgn ?? []),
  inschrijvingWpo: structuredClone(content.inschrijvingWpo ?? []),
});

/** Lets a melding of an inschrijving be answered: as if it had been sent, and the bundle been fetched. */
export async function answer(
  administration: Administration,
  inschrijvingId: number,
  given: Answer,
): Promise<ProcessReport> {
  const { db, clock } = administration;
  const now = clock.now().toISOString();
  const content = contentOfInschrijving(db, inschrijvingId);
  const next = db.prepare<[], number>('SELECT coalesce(max(id), 0) + 1 FROM bericht').pluck().get() ?? 1;
  const berichtidentificatie = `00AAAA${String(next).padStart(10, '0')}`;
  db.prepare(
    `INSERT INTO bericht (nr, berichtidentificatie, inschrijving_id, state, content, content_hash, created_at)
     VALUES (3, ?, ?, 'in behandeling', ?, ?, ?)`,
  ).run(berichtidentificatie, inschrijvingId, JSON.stringify(content), hashOf(content), now);
  const report = await answerTo(administration, { berichtidentificatie, content }, given);
  refreshInschrijving(db, clock, inschrijvingId);
  return report;
}

/** Lets a melding that left be answered, perhaps once more. */
export async function answerTo(
  administration: Administration,
  { berichtidentificatie, content }: { berichtidentificatie: string; content: MeldingContent },
  { nr = 10, signalen, registered }: Answer,
): Promise<ProcessReport> {
  const stand = standOf(berichtidentificatie, content);
  registered?.(stand);
  const bundle: Message<7> = {
    berichtidentificatie: '1',
    ...(nr === 10
      ? { meldingInschrijvingAntwoord: [{ ...stand, signaal: [...signalen] }] }
      : { terugkoppelingAfkeuring: [{ berichtidentificatie, signaal: [...signalen] }] }),
  };
  keepBundle(administration, { berichtidentificatie: '1', answer: encodeEnvelope(7, bundle), itemCount: 1 });
  const report = emptyReport();
  await processBundles(administration, report);
  return report;
}
