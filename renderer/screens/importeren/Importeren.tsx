import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular, FolderOpenRegular, StopRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { FormerImport, ImportProgress } from '../../../shared/api/import.ts';
import { useAction, useEvent, useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Section } from '../../components/Section.tsx';
import { countOf } from '../../texts/format.ts';
import { FormerImports } from './FormerImports.tsx';
import { OpenImportView } from './OpenImportView.tsx';
import { progressText } from './sentences.ts';

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  text: { flex: '1 1 16rem' },
  done: { marginBottom: tokens.spacingVerticalL },
});

/** How far the step is, and a way to stop it. */
function Progress({ progress, onStop }: { progress: ImportProgress; onStop: () => void }) {
  const styles = useStyles();
  const { done, total } = progress;
  return (
    <div className={styles.progress} role="region" aria-label="Voortgang">
      <div className={styles.row}>
        <Text weight="semibold" className={styles.text} role="status">
          {progressText(progress)}
        </Text>
        <Button icon={<StopRegular />} onClick={onStop}>
          Stoppen
        </Button>
      </div>
      <ProgressBar
        thickness="large"
        aria-label="Voortgang van de import"
        {...(total === undefined ? {} : { value: done, max: total })}
      />
    </div>
  );
}

/** What came of the import, and where there is work left. */
function Done({ item }: { item: FormerImport }) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const { nieuw, bijgewerkt, overgeslagen, onvolledig, aangenomen } = item.outcome;
  return (
    <MessageBar intent="success" layout="multiline" role="status" className={styles.done}>
      <MessageBarBody>
        <MessageBarTitle>De import is opgeslagen.</MessageBarTitle>
        {countOf(nieuw, 'nieuwe leerling', 'nieuwe leerlingen')}, {bijgewerkt} bijgewerkt, {overgeslagen} overgeslagen.
        {onvolledig > 0 ? ` ${countOf(onvolledig, 'leerling is', 'leerlingen zijn')} onvolledig.` : ''}
        {aangenomen > 0 ? ` ${countOf(aangenomen, 'gegeven is', 'gegevens zijn')} aangenomen en te bevestigen.` : ''}
      </MessageBarBody>
      <MessageBarActions>
        {onvolledig > 0 ? <Button onClick={() => go({ screen: 'onvolledig' })}>Onvolledig</Button> : null}
        {aangenomen > 0 ? <Button onClick={() => go({ screen: 'aangenomen' })}>Aangenomen</Button> : null}
      </MessageBarActions>
    </MessageBar>
  );
}

/** Brings pupils in from a file of another program: preview, questions, saving as a whole, and undoing as a whole. */
export function Importeren() {
  const back = useNavigation((state) => state.back);
  const open = useOperation('import.open', {}).data?.import;
  const [progress, setProgress] = useState<ImportProgress>();
  const [done, setDone] = useState<FormerImport>();
  const read = useAction('import.openEdexml', { onSettled: () => setProgress(undefined) });
  const apply = useAction('import.apply', { onSettled: () => setProgress(undefined), onSuccess: setDone });
  const cancel = useAction('import.cancel');
  useEvent('import.progress', setProgress);
  const busy = read.isPending || apply.isPending;

  const choose = async () => {
    const file = await window.las.host.chooseFile({ title: 'EDEXML-bestand kiezen', extensions: ['xml'] });
    if (!file) return;
    setDone(undefined);
    apply.reset();
    setProgress({ step: 'reading', done: 0 });
    read.mutate({ token: file.token, fileName: file.name });
  };

  return (
    <>
      <PageHeader
        title="Importeren"
        description="Leerlingen overnemen uit een ander programma. U ziet eerst wat er gebeurt; er verandert niets voordat u opslaat."
        actions={
          <Button icon={<ArrowLeftRegular />} onClick={back}>
            Terug
          </Button>
        }
      />
      <KeepFocus>
        {done ? <Done item={done} /> : null}
        {busy && progress ? (
          <Section title="Bezig">
            <Progress progress={progress} onStop={() => cancel.mutate({})} />
          </Section>
        ) : null}
        {open && !read.isPending ? (
          <OpenImportView
            key={open.id}
            open={open}
            busy={busy}
            failure={apply.error?.failure}
            onApply={(replacementsSeen) => {
              setProgress({ step: 'saving', done: 0 });
              apply.mutate({ replacementsSeen });
            }}
            onCancel={() => cancel.mutate({})}
          />
        ) : read.isPending ? null : (
          <Section
            title="Bestand kiezen"
            description="Een EDEXML-bestand (versie 1.03, 2.0 of 2.1), gemaakt door uw vorige leerlingenadministratiesysteem of door een andere school."
            actions={
              <Button appearance="primary" icon={<FolderOpenRegular />} onClick={() => void choose()}>
                EDEXML-bestand kiezen…
              </Button>
            }
          >
            {read.error ? <FailureMessage failure={read.error.failure} /> : undefined}
          </Section>
        )}
        <FormerImports />
      </KeepFocus>
    </>
  );
}
