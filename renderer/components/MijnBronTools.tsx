import { Button, makeStyles, Text } from '@fluentui/react-components';
import { ArrowDownloadRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { LasFailure } from '../../shared/api/errors.ts';
import type { MijnBronFileContent } from '../../shared/api/mijnBron.ts';
import { call, failureOf, useOperation } from '../app/api.ts';
import { useMay } from '../app/may.ts';
import { moment } from '../texts/format.ts';
import { CausePanel } from './CausePanel.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '8px', justifyItems: 'start' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

/** What a file of Mijn BRON of one kind holds. */
export type FileOf<K extends MijnBronFileContent['kind']> = Extract<MijnBronFileContent, { kind: K }>;

interface Props<K extends MijnBronFileContent['kind']> {
  kind: K;
  /** What is fetched or read, with a small letter, as in the title of the dialog in which a file is chosen. */
  name: string;
  /** When it was last fetched; null: never; left out: not told. */
  fetchedAt?: string | null;
  /** Asks Mijn BRON; gives what came of it in a sentence. */
  onFetch: () => Promise<string>;
  /** Gives what came of a file in a sentence. */
  onRead: (content: FileOf<K>) => string;
}

/** Fetches something from Mijn BRON, once there is a certificate, or reads the file that was downloaded on its site. */
export function MijnBronTools<K extends MijnBronFileContent['kind']>({
  kind,
  name,
  fetchedAt,
  onFetch,
  onRead,
}: Props<K>) {
  const styles = useStyles();
  const may = useMay();
  const certificate = useOperation('certificate.get', {});
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<string>();
  const [failure, setFailure] = useState<LasFailure>();
  if (!may('exchange')) return null;
  const reachable = certificate.data?.certificate !== undefined;
  const act = async (work: () => Promise<string | undefined>) => {
    if (busy) return;
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
    const file = await window.las.host.chooseFile({ title: `Bestand met ${name} kiezen`, extensions: ['json'] });
    if (!file) return undefined;
    const content = await call('mijnBron.readFile', { token: file.token, kind });
    return onRead(content as FileOf<K>);
  };
  return (
    <div className={`${styles.root} no-print`}>
      {reachable ? null : (
        <Text>
          Zonder certificaat kan het programma Mijn BRON niet bereiken. Download het bestand op de site van Mijn BRON en
          lees het hier in.
        </Text>
      )}
      <div className={styles.buttons}>
        {reachable ? (
          <Button icon={<ArrowDownloadRegular />} disabledFocusable={busy} onClick={() => void act(onFetch)}>
            Ophalen uit Mijn BRON
          </Button>
        ) : null}
        <Button icon={<FolderOpenRegular />} disabledFocusable={busy} onClick={() => void act(read)}>
          Bestand van Mijn BRON inlezen…
        </Button>
        {fetchedAt === undefined ? null : (
          <Text>{fetchedAt ? `Laatst opgehaald ${moment(fetchedAt)}.` : 'Nog niet opgehaald.'}</Text>
        )}
      </div>
      <Text role="status" weight="semibold">
        {told}
      </Text>
      <CausePanel failure={failure} />
    </div>
  );
}
