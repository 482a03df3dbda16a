import { Button, makeStyles, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useMay } from '../../app/may.ts';
import { longDate } from '../uitwisselen/moments.ts';
import { AantallenDialog } from './AantallenDialog.tsx';
import type { PanelProps } from './panels.ts';
import { aantallenText } from './texts.ts';

const useStyles = makeStyles({ root: { display: 'grid', gap: '8px', justifyItems: 'start' } });

/** The aantallen as they are counted and as they were reported, and the way to note a report (Stappenplan step 6). */
export function AantallenPanel({ path }: PanelProps) {
  const styles = useStyles();
  const may = useMay();
  const [noting, setNoting] = useState(false);
  const { kind, counted, reported, aantallenDiffer } = path;
  const [last] = reported;
  return (
    <div className={styles.root}>
      <Text data-counted>Vandaag geteld: {aantallenText(kind, counted)}.</Text>
      {last ? (
        <Text data-reported>
          Doorgegeven op {longDate(last.reportedOn)}: {aantallenText(kind, last)}.
        </Text>
      ) : null}
      {aantallenDiffer ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            Er zijn leerlingen bijgekomen of vertrokken. Wijzig de aantallen ook in Mijn BRON en noteer ze hier.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {may('exchange') ? (
        <Button appearance={last && !aantallenDiffer ? 'secondary' : 'primary'} onClick={() => setNoting(true)}>
          Noteren wat u hebt doorgegeven
        </Button>
      ) : null}
      {noting ? <AantallenDialog path={path} onClose={() => setNoting(false)} /> : null}
    </div>
  );
}
