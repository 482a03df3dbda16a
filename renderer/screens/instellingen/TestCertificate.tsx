import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Text,
} from '@fluentui/react-components';
import { PlugConnectedRegular } from '@fluentui/react-icons';
import { useState, type Ref } from 'react';
import type { RunProgress, RunResult } from '../../../shared/api/exchange.ts';
import { useAction, useEvent, useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { CausePanel } from '../../components/CausePanel.tsx';
import { testOutcome } from './testOutcome.ts';
import { timeOf } from '../../texts/format.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '12px', justifyItems: 'stretch' },
  button: { justifySelf: 'start' },
  list: { margin: '4px 0 0', paddingLeft: '20px' },
});

/** Tests the certificate in use with one verzoek terugkoppeling. */
export function TestCertificate({ buttonRef }: { buttonRef: Ref<HTMLButtonElement> }) {
  const styles = useStyles();
  const [progress, setProgress] = useState<RunProgress>();
  const overview = useOperation('exchange.overview', {});
  const test = useAction('exchange.testCertificate', { onSettled: () => setProgress(undefined) });
  useEvent('exchange.progress', setProgress);
  const now = useNow(5).toISOString();
  const nextPollAt = overview.data?.nextPollAt;
  const mustWait = nextPollAt !== undefined && nextPollAt > now;
  return (
    <div className={styles.root}>
      <Button
        ref={buttonRef}
        className={styles.button}
        appearance="primary"
        icon={<PlugConnectedRegular />}
        disabledFocusable={test.isPending || mustWait}
        onClick={() => test.mutate({})}
      >
        {test.isPending ? 'Certificaat wordt getest…' : 'Test certificaat'}
      </Button>
      {test.isPending ? (
        <div>
          <ProgressBar aria-label="Test van het certificaat" />
          <Text role="status">{progress?.activity ?? 'BRON wordt gevraagd om terugkoppelingen.'}</Text>
        </div>
      ) : null}
      <CausePanel failure={test.error?.failure} />
      {test.data ? <Outcome result={test.data} /> : null}
      {mustWait && !test.isPending ? (
        <Text>
          BRON vraagt na een leeg antwoord om een pauze. Vanaf {timeOf(nextPollAt)} kan BRON weer worden gevraagd.
        </Text>
      ) : null}
    </div>
  );
}

function Outcome({ result }: { result: RunResult }) {
  const styles = useStyles();
  if (result.problems.length > 0)
    return result.problems.map((problem) => <CausePanel key={problem.code} failure={problem} />);
  const { works, title, sentences } = testOutcome(result);
  return (
    <MessageBar intent={works ? 'success' : 'warning'} layout="multiline" role="status" data-test-outcome={works}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <ul className={styles.list}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
