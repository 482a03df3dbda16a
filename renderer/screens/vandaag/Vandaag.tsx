import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowRightRegular, CheckmarkStarburstRegular, PersonAddRegular } from '@fluentui/react-icons';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { mayNow } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { UnfinishedWork } from '../../app/UnfinishedWork.tsx';
import { Answer } from '../../components/Answer.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Section } from '../../components/Section.tsx';
import { AgeingSection } from '../ageing/AgeingSection.tsx';
import { CertificateNotice } from '../certificate/CertificateNotice.tsx';
import { CompletenessNotice } from '../completeness/CompletenessNotice.tsx';
import { DemoCard } from '../demo/DemoCard.tsx';
import { showWork } from '../terugkoppelingen/workState.ts';
import { momentOf } from '../uitwisselen/moments.ts';
import { CountCards } from './CountCards.tsx';
import { LeavingNotice } from './LeavingNotice.tsx';
import { PathNotice } from './PathNotice.tsx';
import { ProposalsNotice } from './ProposalsNotice.tsx';
import { RetentionNotice } from './RetentionNotice.tsx';
import { ScheduleNotice } from './ScheduleNotice.tsx';
import { deadlineSentence, nextAction, nextText, type NextAction } from './today.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  next: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'center' },
  nextText: { flex: '1 1 20rem' },
  done: { color: tokens.colorStatusSuccessForeground1 },
});

/** What BRON still needs from the school, and by when. */
export function Vandaag({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const now = useNow(30).toISOString();
  const overview = useOperation('exchange.overview', {});
  const backup = useOperation('backup.state', {});

  const toExchange = () => go({ screen: 'uitwisselen' });
  const act: Partial<Record<NextAction, () => void>> = {
    ...(mayNow(status, 'register') ? { firstPupil: () => go({ screen: 'enrol' }) } : {}),
    ...(mayNow(status, 'manage') ? { certificate: () => go({ screen: 'instellingen' }) } : {}),
    ...(mayNow(status, 'exchange') ? { send: toExchange, request: toExchange } : {}),
    repair: () => showWork({ ernst: 'A' }),
    check: () => showWork({ ernst: 'S' }),
  };

  return (
    <>
      <PageHeader
        title="Vandaag"
        description="Wat BRON nog van u nodig heeft, en wanneer."
        actions={
          mayNow(status, 'register') ? (
            <Button icon={<PersonAddRegular />} onClick={() => go({ screen: 'enrol' })}>
              Leerling inschrijven
            </Button>
          ) : undefined
        }
      />
      <UnfinishedWork />
      {status.demo && mayNow(status, 'exchange') ? <DemoCard /> : null}
      <Answer query={overview}>
        {(data) => {
          const action = nextAction(data, now);
          const { text, button } = nextText(action, data);
          const deadline = deadlineSentence(data, now);
          const onClick = act[action];
          return (
            <>
              <Section title="Eerst dit">
                <div className={styles.stack}>
                  <div className={styles.next}>
                    {action === 'nothing' ? (
                      <CheckmarkStarburstRegular className={styles.done} fontSize={32} aria-hidden="true" />
                    ) : null}
                    <Text size={400} className={styles.nextText}>
                      {text}
                    </Text>
                    {button && onClick ? (
                      <Button
                        appearance={status.demo ? 'secondary' : 'primary'}
                        size="large"
                        icon={<ArrowRightRegular />}
                        iconPosition="after"
                        onClick={onClick}
                      >
                        {button}
                      </Button>
                    ) : null}
                  </div>
                  {deadline ? (
                    <MessageBar intent={deadline.late ? 'error' : 'info'} layout="multiline">
                      <MessageBarBody>{deadline.text}</MessageBarBody>
                    </MessageBar>
                  ) : null}
                  {action === 'certificate' ? null : <CertificateNotice leads />}
                  <ScheduleNotice now={now} />
                  <ProposalsNotice />
                  <PathNotice />
                  <LeavingNotice />
                  <RetentionNotice now={now} />
                  {backup.data?.problems.map((problem) => (
                    <MessageBar key={problem} intent="error" layout="multiline">
                      <MessageBarBody>Er is geen goede reservekopie gemaakt. {problem}</MessageBarBody>
                      <MessageBarActions>
                        <Button onClick={() => go({ screen: 'instellingen' })}>Naar Instellingen</Button>
                      </MessageBarActions>
                    </MessageBar>
                  ))}
                  <CompletenessNotice status={status} />
                </div>
              </Section>
              <CountCards overview={data} />
              {action === 'firstPupil' ? null : <AgeingSection />}
              <Text>
                {data.lastExchangeAt
                  ? `De laatste uitwisseling met BRON was ${momentOf(data.lastExchangeAt, now)}.`
                  : 'Er is nog niet uitgewisseld met BRON.'}{' '}
                {data.counts.geregistreerd > 0
                  ? `${data.counts.geregistreerd} inschrijvingen zijn bij BRON geregistreerd zoals ze hier staan.`
                  : ''}
              </Text>
            </>
          );
        }}
      </Answer>
    </>
  );
}
