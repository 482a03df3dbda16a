import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormerImport, ImportProgress, OpenImport } from '../../../shared/api/import.ts';
import { keyOf, useAction, useEvent, useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { CsvView } from './csv/CsvView.tsx';
import { useCsvImport } from './csv/useCsvImport.ts';
import { ImportEverything } from './everything/ImportEverything.tsx';
import { FormerImports } from './FormerImports.tsx';
import { ImportDone } from './ImportDone.tsx';
import { ImportProgressBar } from './ImportProgressBar.tsx';
import { OpenImportView } from './OpenImportView.tsx';
import { progressText } from './sentences.ts';

const atStart = (step: ImportProgress['step']): ImportProgress => ({ step, done: 0 });

/** Brings pupils in from a file of another program: preview, questions, saving as a whole, and undoing as a whole. */
export function Importeren() {
  const back = useNavigation((state) => state.back);
  const may = useMay();
  const client = useQueryClient();
  const open = useOperation('import.open', {}).data?.import;
  const [progress, setProgress] = useState<ImportProgress>();
  const [done, setDone] = useState<FormerImport>();
  const opened = (found: OpenImport) => client.setQueryData(keyOf('import.open', {}), { import: found });
  const read = useAction('import.openEdexml', { onSuccess: opened });
  const csv = useCsvImport(opened);
  const apply = useAction('import.apply', { onSuccess: setDone });
  const cancel = useAction('import.cancel');
  useEvent('import.progress', setProgress);
  const reading = read.isPending || csv.reading;
  const busy = reading || csv.busy || apply.isPending;

  const begin = (step: ImportProgress['step']) => {
    setDone(undefined);
    setProgress(atStart(step));
    apply.reset();
    read.reset();
  };
  const shown = progress ?? atStart('reading');

  const step = () => {
    if (reading) return null;
    if (open)
      return (
        <OpenImportView
          key={open.id}
          open={open}
          busy={busy}
          failure={apply.error?.failure}
          onApply={(replacementsSeen) => {
            begin('saving');
            apply.mutate({ replacementsSeen });
          }}
          onCancel={() => cancel.mutate({})}
        />
      );
    if (csv.preview)
      return (
        <CsvView
          preview={csv.preview}
          busy={busy}
          rereadFailure={csv.failures.reread}
          openFailure={csv.failures.open}
          onReread={csv.reread}
          onChoose={csv.choose}
          onOpen={() => {
            begin('reading');
            csv.open();
          }}
          onCancel={csv.discard}
        />
      );
    return (
      <>
        <ChooseFile
          title="EDEXML-bestand"
          description="Versie 1.03, 2.0 of 2.1, gemaakt door uw vorige leerlingenadministratiesysteem of door een andere school."
          kind="EDEXML-bestand"
          extensions={['xml']}
          appearance="primary"
          failure={read.error?.failure}
          onChoose={({ token, name }) => {
            begin('reading');
            read.mutate({ token, fileName: name });
          }}
        />
        <ChooseFile
          title="CSV-bestand"
          description="Een lijst met leerlingen uit een ander programma of uit Excel, met in de eerste rij de namen van de kolommen. U kiest zelf wat er in elke kolom staat."
          kind="CSV-bestand"
          extensions={['csv', 'txt', 'tsv']}
          failure={csv.failures.inspect}
          onChoose={({ token, name }) => {
            begin('reading');
            csv.inspect({ token, fileName: name });
          }}
        />
        {may('manage') ? <ImportEverything /> : null}
      </>
    );
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
        {done ? <ImportDone item={done} /> : null}
        {busy ? (
          <ImportProgressBar
            text={progressText(shown)}
            done={shown.done}
            total={shown.total}
            onStop={() => cancel.mutate({})}
          />
        ) : null}
        {step()}
        <FormerImports />
      </KeepFocus>
    </>
  );
}
