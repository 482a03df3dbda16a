import type { CertificateState } from '../../shared/api/certificate.ts';
import { usedFrom, validAt, type CertificateStage } from '../../shared/domain/certificates.ts';
import { dayOf, moment, timeOf } from './format.ts';

/** What to say about the certificate, and how loudly. */
export interface CertificateNotice {
  intent: 'info' | 'warning' | 'error';
  title: string;
  remedy: string;
}

/** What to say when a certificate was installed. @param what what was done, as `geïnstalleerd` */
export const installedText = (what: string, usedFrom: string | undefined): string =>
  usedFrom === undefined
    ? `Het certificaat is ${what}. Test het nu.`
    : `Het certificaat is ${what} en wordt vanzelf gebruikt vanaf ${moment(usedFrom)}.`;

const ASK = 'Vraag bij de Helpdesk BRON of in Mijn BRON';

const remedies: Record<Exclude<CertificateStage, 'fine'>, string> = {
  missing: 'Download het met de gegevens uit de wachtwoordbrief en installeer het.',
  waiting: 'Tot dan kunt u niet uitwisselen met BRON. Klopt de datum niet? Controleer dan de datum van deze computer.',
  notice: `${ASK} een nieuw certificaat aan. U kunt het meteen installeren als het er is: het oude blijft in gebruik zolang dat nodig is.`,
  soon: `${ASK} deze week nog een nieuw certificaat aan: de wachtwoordbrief komt per post. Installeer het zodra u het hebt.`,
  urgent:
    'Bel vandaag de Helpdesk BRON als u nog geen nieuw certificaat hebt. Zonder nieuw certificaat kunt u daarna niet meer uitwisselen.',
  expired: 'U kunt niet meer uitwisselen met BRON. Bel de Helpdesk BRON voor een nieuw certificaat en installeer het.',
};

const intents: Record<Exclude<CertificateStage, 'fine'>, CertificateNotice['intent']> = {
  missing: 'warning',
  waiting: 'warning',
  notice: 'info',
  soon: 'warning',
  urgent: 'error',
  expired: 'error',
};

/** `vandaag om 14:05`, `morgen`, `over 5 dagen, op 7 november 2009`. */
function endIn(daysLeft: number, until: string): string {
  if (daysLeft === 0) return `vandaag om ${timeOf(until)}`;
  return daysLeft === 1 ? `morgen om ${timeOf(until)}` : `over ${daysLeft} dagen, op ${dayOf(until)}`;
}

function titleOf(stage: Exclude<CertificateStage, 'fine'>, { waiting, coveredUntil = '', daysLeft }: CertificateState) {
  switch (stage) {
    case 'missing':
      return 'Er is geen beveiligingscertificaat: BRON laat u niet toe.';
    case 'waiting':
      return `Het beveiligingscertificaat wordt gebruikt vanaf ${moment(waiting[0]?.usedFrom ?? '')}.`;
    case 'expired':
      return 'Het beveiligingscertificaat is verlopen.';
    case 'notice':
    case 'soon':
    case 'urgent':
      return `Het beveiligingscertificaat verloopt ${endIn(daysLeft, coveredUntil)}.`;
  }
}

/** What there is to say about the certificates; undefined while there is a valid one for more than 60 days. */
export function certificateNotice(state: CertificateState): CertificateNotice | undefined {
  const { stage, waiting, coveredUntil } = state;
  if (stage === 'fine') return undefined;
  const notice = { intent: intents[stage], title: titleOf(stage, state) };
  // A successor that comes after a gap does not take the warning away.
  const next = stage === 'waiting' ? undefined : waiting.find(({ usedFrom: from }) => from > (coveredUntil ?? ''));
  if (!next) return { ...notice, remedy: remedies[stage] };
  const remedy = `Het volgende certificaat wordt pas gebruikt vanaf ${moment(next.usedFrom)}. Daarvoor kunt u een tijd niet uitwisselen: vraag de Helpdesk BRON of dat zo hoort.`;
  return { ...notice, remedy };
}

/** What follows from removing a certificate, in sentences. @param now instant */
export function removalSentences(state: CertificateState, fingerprint: string, now: string): string[] {
  const { certificate, waiting, earlier } = state;
  const others = [...(certificate ? [certificate] : []), ...waiting, ...earlier.filter(({ hasKey }) => hasKey)]
    .filter((other) => other.fingerprint !== fingerprint)
    .sort((a, b) => a.installedAt.localeCompare(b.installedAt));
  const gone =
    'De sleutel wordt vernietigd. Daarna kunt u dit certificaat alleen weer installeren uit het bestand van BRON of uit een reservekopie van het certificaat.';
  if (certificate?.fingerprint !== fingerprint)
    return ['Dit certificaat is nu niet in gebruik; de uitwisseling met BRON gaat gewoon door.', gone];
  const fallback = validAt(others, now);
  if (fallback) return [`Daarna wordt het certificaat gebruikt dat geldig is tot ${dayOf(fallback.validTo)}.`, gone];
  const next = others.flatMap((other) => usedFrom(others, other, now) ?? []).sort()[0];
  const until =
    next === undefined
      ? 'u een ander certificaat hebt geïnstalleerd'
      : `${moment(next)}, als het volgende certificaat geldig wordt`;
  return [
    `Daarna kan er niet meer worden uitgewisseld met BRON, totdat ${until}: meldingen blijven staan en terugkoppelingen worden niet opgehaald.`,
    gone,
  ];
}

/** Why an earlier certificate is not used any more. */
export function earlierReason({ reason, removedAt }: CertificateState['earlier'][number]): string {
  switch (reason) {
    case 'removed':
      return `Verwijderd op ${dayOf(removedAt ?? '')}`;
    case 'expired':
      return 'Verlopen';
    case 'replaced':
      return 'Vervangen';
  }
}
