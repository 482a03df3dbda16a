import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, SendRegular } from '@fluentui/react-icons';
import type { SessionStatus } from '../../../shared/api/session.ts';
import type { ExchangeOverview } from '../../../shared/api/exchange.ts';
import { useNow } from '../../app/clock.ts';
import { mayNow } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { CausePanel } from '../../components/CausePanel.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Section } from '../../components/Section.tsx';
import { timeOf } from '../../texts/format.ts';
import { CertificateNotice } from '../certificate/CertificateNotice.tsx';
import { Berichten } from './Berichten.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { HoldPanel } from './HoldPanel.tsx';
import { Identify } from './Identify.tsx';
import { Places } from './Places.tsx';
import { Registratieoverzichten } from './Registratieoverzichten.tsx';
import { Cycle } from './Cycle.tsx';
import { countdown, longDate, momentOf } from './moments.ts';
import { RunProgressPanel, RunResultPanel } from './RunPanels.tsx';
import { SchedulePanel } from './SchedulePanel.tsx';
import { isSending, meldingen, waitingToGo } from './sentences.ts';
import { useExchange } from './useExchange.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'flex-start' },
  action: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    flex: '1 1 20rem',
    maxWidth: '30rem',
  },
  notice: { marginBottom: tokens.spacingVerticalM, ':empty': { display: 'none' } },
  panels: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalL,
  },
});

/** Goes on with a run that was cut short; undefined while it may not. */
function resumed(
  { result, send, request, ask, identify }: ReturnType<typeof useExchange>,
  { hold, nextPollAt }: ExchangeOverview,
): (() => void) | undefined {
  if (result?.kind === 'registratieoverzicht') return ask;
  if (result?.kind === 'identificatie') return hold ? undefined : identify;
  if (result && isSending(result.kind)) return hold ? undefined : send;
  return nextPollAt === undefined ? request : undefined;
}

const waits = waitingToGo;

function sendText(overview: ExchangeOverview): string {
  const count = waits(overview);
  const { afgekeurd, geweigerd, tegengehouden, onzeker, 'in behandeling': inBehandeling } = overview.counts;
  const fix = afgekeurd + geweigerd + tegengehouden;
  if (count === 0) {
    if (fix === 0 && onzeker + inBehandeling > 0)
      return 'Er staat niets klaar: alles wat hier is opgeslagen is verstuurd.';
    if (fix === 0) return 'Er staat niets klaar: alles wat hier is opgeslagen is bij BRON.';
    return `Er staat niets klaar. ${meldingen(fix)} ${fix === 1 ? 'moet' : 'moeten'} eerst worden verbeterd: zie Terugkoppelingen.`;
  }
  const by = overview.deliverBy ? ` Uiterlijk ${longDate(overview.deliverBy)} moet het bij BRON zijn.` : '';
  return `${meldingen(count)} ${count === 1 ? 'staat' : 'staan'} klaar.${by}`;
}

/** When BRON may be asked again: after an empty answer BRON wants half an hour of rest. */
function PollMoment({ nextPollAt, waiting }: { nextPollAt: string | undefined; waiting: number }) {
  const now = useNow(1);
  const left = nextPollAt === undefined ? undefined : countdown(nextPollAt, now.getTime());
  if (nextPollAt !== undefined && left !== undefined) {
    return (
      <Text>
        BRON had niets meer klaarstaan en vraagt dan een half uur rust. Het kan weer om {timeOf(nextPollAt)}{' '}
        <span role="timer">(over {left})</span>.
      </Text>
    );
  }
  return (
    <Text>
      {waiting > 0
        ? `BRON heeft ${meldingen(waiting)} in behandeling; haal op of de uitkomst er al is.`
        : 'Haal op of BRON nog iets voor u heeft.'}
    </Text>
  );
}

/** What goes to BRON and what comes back, in four steps. */
export function Uitwisselen({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const exchange = useExchange();
  const now = useNow(5);
  const mayAct = mayNow(status, 'exchange');
  return (
    <>
      <PageHeader
        title="Uitwisselen"
        description="Wat u wijzigt gaat als melding naar BRON. BRON laat later met een terugkoppeling weten of het is geregistreerd."
      />
      <Answer query={exchange.overview} loading="De stand van de uitwisseling wordt opgehaald…">
        {(overview) => {
          const { nextPollAt, counts, certificateInstalled, lastExchangeAt, hold } = overview;
          const resting = nextPollAt !== undefined && countdown(nextPollAt, now.getTime()) !== undefined;
          const busy = exchange.running !== undefined;
          const result = busy ? undefined : exchange.result;
          const explained = [exchange.failure, ...(result?.problems ?? [])].map((one) => one?.code ?? '');
          return (
            <>
              {hold ? (
                <HoldPanel
                  hold={hold}
                  nextPollAt={resting ? nextPollAt : undefined}
                  busy={busy || !certificateInstalled}
                  onRequest={mayAct ? exchange.ask : undefined}
                />
              ) : null}
              {overview.toCompare ? (
                <ComparePanel count={overview.toCompare} onCompare={() => go({ screen: 'registratieoverzicht' })} />
              ) : null}
              <Cycle overview={overview} />
              <Section
                title="Nu doen"
                {...(lastExchangeAt
                  ? { description: `De laatste uitwisseling was ${momentOf(lastExchangeAt, now.toISOString())}.` }
                  : { description: 'Er is nog niet uitgewisseld met BRON.' })}
              >
                <div className={styles.notice}>
                  <CertificateNotice
                    leads
                    missing={
                      <CausePanel
                        failure={{
                          code: 'certificate-missing',
                          message: 'Er is nog geen beveiligingscertificaat: BRON laat u nog niet toe.',
                          remedy: 'Installeer eerst het certificaat bij Instellingen.',
                        }}
                        actions={<Button onClick={() => go({ screen: 'instellingen' })}>Naar Instellingen</Button>}
                      />
                    }
                  />
                </div>
                {mayAct ? (
                  <div className={styles.actions}>
                    <div className={styles.action}>
                      <Button
                        appearance={waits(overview) > 0 && !hold && !overview.toCompare ? 'primary' : 'secondary'}
                        size="large"
                        icon={<SendRegular />}
                        disabledFocusable={busy || !certificateInstalled || hold !== undefined}
                        onClick={exchange.send}
                      >
                        Versturen
                      </Button>
                      <Text>
                        {hold ? 'Staat stil sinds de administratie is teruggezet; zie boven.' : sendText(overview)}
                      </Text>
                    </div>
                    <div className={styles.action}>
                      <Button
                        appearance={waits(overview) === 0 && !resting ? 'primary' : 'secondary'}
                        size="large"
                        icon={<ArrowDownloadRegular />}
                        disabledFocusable={busy || resting || !certificateInstalled}
                        onClick={exchange.request}
                      >
                        Terugkoppelingen ophalen
                      </Button>
                      <PollMoment nextPollAt={nextPollAt} waiting={counts['in behandeling']} />
                    </div>
                  </div>
                ) : (
                  <Text>
                    {status.readOnly
                      ? 'U kunt nu alleen kijken. Er wordt niets verstuurd of opgehaald.'
                      : 'U mag hier alleen kijken: versturen en ophalen doet een collega met het recht administratie.'}
                  </Text>
                )}
                <div className={styles.panels}>
                  <CausePanel failure={exchange.failure} />
                  {exchange.running ? (
                    <RunProgressPanel
                      progress={exchange.running}
                      stopping={exchange.stopping}
                      {...(mayAct ? { onStop: exchange.stop } : {})}
                    />
                  ) : null}
                  {result ? (
                    <RunResultPanel
                      result={result}
                      left={waitingToGo({ counts })}
                      onResume={mayAct && certificateInstalled ? resumed(exchange, overview) : undefined}
                    />
                  ) : null}
                </div>
              </Section>
              <SchedulePanel explained={explained} />
              <Places overview={overview} explained={explained} />
              <Registratieoverzichten
                busy={busy || !certificateInstalled}
                onRequest={mayAct && !hold ? exchange.ask : undefined}
              />
              {mayAct && !hold ? (
                <Identify busy={busy || !certificateInstalled} onIdentify={exchange.identify} />
              ) : null}
              <Berichten mayAct={mayNow(status, 'authorise')} counts={overview.berichten} />
            </>
          );
        }}
      </Answer>
    </>
  );
}
