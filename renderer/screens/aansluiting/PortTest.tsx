import { Button, makeStyles, MessageBar, MessageBarBody, ProgressBar, Text } from '@fluentui/react-components';
import { DocumentTextRegular, PlugConnectedRegular, StopRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { allOpen, type PortResult, type PortTest as Test } from '../../../shared/api/ports.ts';
import type { Output } from '../../../shared/api/contract.ts';
import { useAction, useEvent, useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { moment } from '../../texts/format.ts';
import { PortLine } from './PortLine.tsx';
import { newest, summaryOf } from './portTexts.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  ports: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** The test of the ports 80, 443 and 6914 (Stappenplan step 4), and what the last one found. */
export function PortTest() {
  const query = useOperation('ports.last', {});
  return <Answer query={query}>{(state) => <Ports state={state} />}</Answer>;
}

function Ports({ state }: { state: Output<'ports.last'> }) {
  const styles = useStyles();
  const go = useNavigation(({ go: to }) => to);
  const may = useMay();
  const [known, setKnown] = useState<readonly PortResult[]>([]);
  useEvent('ports.progress', ({ ports }) => setKnown(ports));
  const test = useAction('ports.test');
  const stop = useAction('ports.stop');
  const testing = test.isPending || state.running !== undefined;
  const last = newest(test.data?.stopped ? undefined : test.data, state.last);
  const shown = testing ? known : (last?.ports ?? []);
  const start = () => {
    setKnown([]);
    test.mutate({});
  };
  return (
    <div className={styles.root}>
      <div className={styles.buttons}>
        {may('exchange') ? (
          <Button
            appearance="primary"
            icon={<PlugConnectedRegular />}
            disabledFocusable={testing}
            onClick={() => (testing ? undefined : start())}
          >
            {testing ? 'Poorten worden getest…' : 'Poorten testen'}
          </Button>
        ) : null}
        {testing && may('exchange') ? (
          <Button icon={<StopRegular />} onClick={() => stop.mutate({})}>
            Stoppen
          </Button>
        ) : null}
        <Button icon={<DocumentTextRegular />} onClick={() => go({ screen: 'poorten' })}>
          Blad voor de systeembeheerder
        </Button>
      </div>
      {testing ? (
        <div>
          <ProgressBar aria-label="Test van de poorten" value={known.length} max={state.targets.length} />
          <Text role="status">
            {known.length} van de {state.targets.length} poorten getest. Dit duurt hooguit een halve minuut.
          </Text>
        </div>
      ) : null}
      <FailureMessage failure={test.error?.failure ?? stop.error?.failure} />
      {testing ? null : <Outcome last={last} stopped={test.data?.stopped ?? false} />}
      <ul className={styles.ports} aria-label="Poorten">
        {state.targets.map((target) => (
          <PortLine
            key={target.port}
            target={target}
            result={shown.find(({ port }) => port === target.port)}
            testing={testing}
          />
        ))}
      </ul>
    </div>
  );
}

function Outcome({ last, stopped }: { last: Test | undefined; stopped: boolean }) {
  const before = last ? `${summaryOf(last)} Getest op ${moment(last.at)}.` : 'De poorten zijn nog niet getest.';
  const intent = last && !stopped ? (allOpen(last) ? 'success' : 'warning') : 'info';
  return (
    <MessageBar intent={intent} layout="multiline" role="status" data-ports-open={last ? allOpen(last) : undefined}>
      <MessageBarBody>
        {stopped ? `De test is gestopt.${last ? ' Hieronder staat de vorige uitkomst.' : ''} ` : null}
        {before}
      </MessageBarBody>
    </MessageBar>
  );
}
