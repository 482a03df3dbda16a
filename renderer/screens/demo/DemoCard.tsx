import { Button, Link, makeStyles, mergeClasses, ProgressBar, Spinner, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { EventPayload } from '../../../shared/api/contract.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import type { DemoState, DemoStep } from '../../../shared/api/settings.ts';
import { failureOf, useAction, useEvent, useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { Spoken } from '../../components/Spoken.tsx';
import { stepsToDo, stepTexts } from './steps.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '4px' },
  step: { display: 'flex', gap: '12px', padding: '8px 0', alignItems: 'flex-start' },
  sign: {
    flexShrink: 0,
    width: '28px',
    height: '28px',
    display: 'grid',
    placeItems: 'center',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    boxSizing: 'border-box',
  },
  next: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
  },
  done: { border: 'none', fontSize: '28px', color: tokens.colorStatusSuccessForeground1 },
  words: { display: 'grid', gap: '2px', flex: '0 1 80ch', minWidth: 0 },
  what: { color: tokens.colorNeutralForeground2 },
  action: { flexShrink: 0, marginLeft: 'auto' },
  running: { display: 'grid', gap: '6px', marginTop: '4px' },
});

/** The guided card of the demo: five steps, each one click, or all at once. */
export function DemoCard() {
  const state = useOperation('demo.state', {});
  const [running, setRunning] = useState<DemoStep>();
  const [failure, setFailure] = useState<LasFailure>();
  const run = useAction('demo.run');

  const perform = async (steps: readonly DemoStep[]) => {
    setFailure(undefined);
    try {
      for (const step of steps) {
        setRunning(step);
        await run.mutateAsync({ step });
      }
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setRunning(undefined);
    }
  };

  const todo = state.data ? stepsToDo(state.data) : [];
  return (
    <Section
      title="Rondleiding in vijf stappen"
      description={
        todo.length === 0 && state.data
          ? 'Alle stappen zijn gedaan. Kijk gerust rond: dit zijn geen echte leerlingen.'
          : 'Zo gaat het uitwisselen met BRON. Doe de stappen een voor een, of laat ze alle vijf uitvoeren.'
      }
      actions={
        todo.length === 0 ? undefined : (
          <Button disabledFocusable={running !== undefined} onClick={() => void perform(todo)}>
            Doe alles
          </Button>
        )
      }
    >
      <FailureMessage failure={failure} />
      <Answer query={state}>
        {(data) => <Steps state={data} running={running} onRun={(step) => void perform([step])} />}
      </Answer>
    </Section>
  );
}

/** The button of the next step takes over the focus of the one that went away. */
const takeLostFocus = (button: HTMLButtonElement | null) => {
  if (button && document.activeElement === document.body) button.focus();
};

interface StepsProps {
  state: DemoState;
  running: DemoStep | undefined;
  onRun: (step: DemoStep) => void;
}

function Steps({ state, running, onRun }: StepsProps) {
  const styles = useStyles();
  const go = useNavigation(({ go }) => go);
  return (
    <ol className={styles.list}>
      {state.steps.map(({ step, done, summary }, index) => {
        const { title, what, link } = stepTexts[step];
        const next = state.next === step;
        return (
          <li key={step} className={styles.step} data-demo-step={step} data-done={done}>
            {done ? (
              <span className={mergeClasses(styles.sign, styles.done)}>
                <CheckmarkCircleFilled aria-hidden="true" />
                <Spoken>Gedaan:</Spoken>
              </span>
            ) : (
              <span className={mergeClasses(styles.sign, next && styles.next)} aria-hidden="true">
                {index + 1}
              </span>
            )}
            <div className={styles.words}>
              <Text weight="semibold">{title}</Text>
              {done ? null : <Text className={styles.what}>{what}</Text>}
              {running === step ? <Progress /> : null}
              {summary === undefined ? null : (
                <Text role="status">
                  {summary}{' '}
                  <Link inline as="button" onClick={() => go(link.route)}>
                    {link.label}
                  </Link>
                </Text>
              )}
            </div>
            {next ? (
              <Button
                ref={takeLostFocus}
                className={styles.action}
                appearance="primary"
                disabledFocusable={running !== undefined}
                {...(running === step ? { icon: <Spinner size="tiny" /> } : {})}
                onClick={() => onRun(step)}
              >
                {running === step ? 'Bezig…' : 'Uitvoeren'}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

/** What the exchange is doing, while a step runs. */
function Progress() {
  const styles = useStyles();
  const [progress, setProgress] = useState<EventPayload<'exchange.progress'>>();
  useEvent('exchange.progress', setProgress);
  return (
    <div className={styles.running}>
      <ProgressBar
        {...(progress && progress.total > 0 ? { value: progress.done / progress.total } : {})}
        aria-label="Voortgang van deze stap"
      />
      <Text size={200} className={styles.what}>
        {progress?.activity ?? 'Bezig…'}
      </Text>
    </div>
  );
}
