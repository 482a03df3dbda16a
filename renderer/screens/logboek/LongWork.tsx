import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ChangesProgress } from '../../../shared/api/changes.ts';
import { useAction, useEvent } from '../../app/api.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, marginBottom: tokens.spacingVerticalL },
  button: { justifySelf: 'start' },
});

/** How far verifying or exporting is, with a button that stops it. */
export function LongWork({ activity }: { activity: string }) {
  const styles = useStyles();
  const [progress, setProgress] = useState<ChangesProgress>();
  useEvent('changes.progress', setProgress);
  const stop = useAction('changes.stop');
  const share = progress && progress.total > 0 ? { value: progress.done / progress.total } : {};
  return (
    <div className={styles.root}>
      <ProgressBar aria-label={activity} {...share} />
      <Text role="status">
        {activity}
        {progress
          ? ` ${progress.done.toLocaleString('nl-NL')} van ${progress.total.toLocaleString('nl-NL')} regels.`
          : ''}
      </Text>
      <Button className={styles.button} disabledFocusable={stop.isPending} onClick={() => stop.mutate({})}>
        Stoppen
      </Button>
    </div>
  );
}
