import { Button, makeStyles, MessageBar, MessageBarBody, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { EventPayload, Input, Output } from '../../../shared/api/contract.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { failureOf, useAction, useEvent } from '../../app/api.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';

type ExportName = 'export.list' | 'export.edexml' | 'everything.export';

interface Export<N extends ExportName> {
  running: boolean;
  /** Asks where the file is to be, has it written, and hands it over. */
  start: (fileName: string, input: Omit<Input<N>, 'target'>) => Promise<void>;
  /** How it goes and how it went, to be placed below the button. */
  report: ReactNode;
}

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalL },
  running: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  bar: { flex: '1 1 12rem', maxWidth: '28rem' },
});

/** One export of a screen. @param sentences what its outcome is in words */
export function useExport<N extends ExportName>(name: N, sentences: (outcome: Output<N>) => string[]): Export<N> {
  const action = useAction(name);
  const [done, setDone] = useState<string[]>([]);
  const [failure, setFailure] = useState<LasFailure>();
  const start: Export<N>['start'] = async (fileName, input) => {
    setDone([]);
    setFailure(undefined);
    const target = await window.las.host.chooseTarget({ name: fileName });
    if (!target) return;
    try {
      const outcome = await action.mutateAsync({ ...input, target: target.token } as unknown as Input<N>);
      await window.las.host.fileWritten(target);
      setDone(sentences(outcome));
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return {
    running: action.isPending,
    start,
    report: <Report running={action.isPending} done={done} failure={failure} />,
  };
}

interface ReportProps {
  running: boolean;
  done: readonly string[];
  failure: LasFailure | undefined;
}

function Report({ running, done, failure }: ReportProps) {
  const styles = useStyles();
  if (!running && done.length === 0 && !failure) return null;
  return (
    <div className={styles.root}>
      {running ? <Running /> : null}
      {!running && done.length > 0 ? (
        <MessageBar intent="success" layout="multiline" role="status" data-export-done>
          <MessageBarBody>{done.join(' ')}</MessageBarBody>
        </MessageBar>
      ) : null}
      {running ? null : <FailureMessage failure={failure} />}
    </div>
  );
}

function Running() {
  const styles = useStyles();
  const stop = useAction('export.stop');
  const [progress, setProgress] = useState<EventPayload<'export.progress'>>();
  useEvent('export.progress', setProgress);
  const part = progress?.total ? progress.done / progress.total : undefined;
  return (
    <div className={styles.running}>
      <Text role="status">Het bestand wordt geschreven en nagelezen…</Text>
      <ProgressBar
        className={styles.bar}
        aria-label="Voortgang van de export"
        {...(part === undefined ? {} : { value: part })}
      />
      <Button disabledFocusable={stop.isPending} onClick={() => stop.mutate({})}>
        Stoppen
      </Button>
    </div>
  );
}
