import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { LasFailure } from '../../../shared/api/errors.ts';
import type { MijnBronFileContent } from '../../../shared/api/mijnBron.ts';
import { call, failureOf } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { CausePanel } from '../../components/CausePanel.tsx';
import { momentOf } from '../uitwisselen/moments.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

interface Props {
  /** What is fetched or read. */
  kind: 'gtb' | 'vergelijkingsoverzicht';
  /** What it is called on the button. */
  name: string;
  fetchedAt: string | undefined;
  /** Asks Mijn BRON; gives what came of it in a sentence. */
  onFetch: () => Promise<string>;
  /** What came of the file that was read, in a sentence. */
  onRead: (content: MijnBronFileContent) => string;
}

/** Fetches something from Mijn BRON, or reads the file that was downloaded there; says what came of it. */
export function MijnBronTools({ kind, name, fetchedAt, onFetch, onRead }: Props) {
  const styles = useStyles();
  const may = useMay();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<string>();
  const [failure, setFailure] = useState<LasFailure>();
  const act = async (work: () => Promise<string | undefined>) => {
    setBusy(true);
    setFailure(undefined);
    setTold(undefined);
    try {
      setTold(await work());
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  const read = async () => {
    const file = await window.las.host.chooseFile({ title: `${name} kiezen`, extensions: ['json'] });
    return file ? onRead(await call('mijnBron.readFile', { token: file.token, kind })) : undefined;
  };
  return (
    <div className={styles.root}>
      {may('exchange') ? (
        <div className={`${styles.buttons} no-print`}>
          <Button
            appearance="primary"
            icon={<ArrowDownloadRegular />}
            disabledFocusable={busy}
            onClick={() => (busy ? undefined : void act(onFetch))}
          >
            Ophalen uit Mijn BRON
          </Button>
          <Button
            icon={<FolderOpenRegular />}
            disabledFocusable={busy}
            onClick={() => (busy ? undefined : void act(read))}
          >
            Bestand inlezen…
          </Button>
          <Text>{fetchedAt ? `Laatst opgehaald ${momentOf(fetchedAt)}.` : 'Nog niet opgehaald.'}</Text>
        </div>
      ) : null}
      <Text role="status" weight="semibold">
        {told}
      </Text>
      <CausePanel failure={failure} />
    </div>
  );
}
