import { Button, makeStyles, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { longDate } from '../uitwisselen/moments.ts';
import { AantallenDialog } from './AantallenDialog.tsx';
import type { PanelProps } from './panels.ts';
import { aantallenText } from './texts.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '8px', justifyItems: 'start' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** The aantallen as they are counted and as they were reported, and the way to note a report (Stappenplan step 6). */
export function AantallenPanel({ path }: PanelProps) {
  const styles = useStyles();
  const may = useMay();
  const [asking, setAsking] = useState<'send' | 'note'>();
  const certificate = useOperation('certificate.get', {});
  const reachable = certificate.data?.certificate !== undefined;
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
            Er zijn leerlingen bijgekomen of vertrokken. Geef de aantallen opnieuw door aan Mijn BRON.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {may('exchange') ? (
        <div className={styles.buttons}>
          {reachable ? (
            <Button
              appearance={last && !aantallenDiffer ? 'secondary' : 'primary'}
              icon={<SendRegular />}
              onClick={() => setAsking('send')}
            >
              Doorgeven aan Mijn BRON…
            </Button>
          ) : null}
          <Button
            appearance={reachable || (last && !aantallenDiffer) ? 'secondary' : 'primary'}
            onClick={() => setAsking('note')}
          >
            Noteren wat u hebt doorgegeven
          </Button>
        </div>
      ) : null}
      {asking ? <AantallenDialog path={path} sends={asking === 'send'} onClose={() => setAsking(undefined)} /> : null}
    </div>
  );
}
