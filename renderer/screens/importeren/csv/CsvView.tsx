import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { ArrowRightRegular, DismissRegular } from '@fluentui/react-icons';
import type { CsvPreview } from '../../../../shared/api/csv.ts';
import type { LasFailure } from '../../../../shared/api/errors.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { Section } from '../../../components/Section.tsx';
import { countOf } from '../../../texts/format.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { FormatFields } from './FormatFields.tsx';
import { RepairChoice } from './RepairChoice.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** What was not taken for granted about the file. */
function Notices({ mixedRows, remembered }: CsvPreview) {
  return (
    <>
      {mixedRows > 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {countOf(mixedRows, 'rij is', 'rijen zijn')} in een andere tekenset geschreven dan de rest. Dat staat straks
            als opmerking bij die leerlingen.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {remembered ? (
        <MessageBar layout="multiline">
          <MessageBarBody>
            U hebt eerder een bestand met dezelfde kolommen geïmporteerd. Wat u toen koos, is weer gekozen; controleer
            of het nog klopt.
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}

interface Props {
  preview: CsvPreview;
  busy: boolean;
  /** Why reading it again did not go. */
  rereadFailure: LasFailure | undefined;
  /** Why it cannot be opened as it is. */
  openFailure: LasFailure | undefined;
  onReread: (format: Pick<CsvPreview, 'encoding' | 'delimiter'>) => void;
  onChoose: (change: Partial<Pick<CsvPreview, 'mapping' | 'repairs'>>) => void;
  onOpen: () => void;
  onCancel: () => void;
}

/** A CSV file that was chosen: how it is read, what its columns are, and what may be repaired; from here on to the preview. */
export function CsvView({ preview, busy, rereadFailure, openFailure, onReread, onChoose, onOpen, onCancel }: Props) {
  const styles = useStyles();
  return (
    <>
      <Section
        title={preview.fileName}
        description={`${countOf(preview.rowCount, 'rij', 'rijen')} onder de rij met kolomnamen. Staan er vreemde tekens in de tabel, of is het maar één kolom? Kies dan een andere tekenset of een ander scheidingsteken.`}
      >
        <div className={styles.stack}>
          <FormatFields read={preview} busy={busy} onReread={onReread} />
          <FailureMessage failure={rereadFailure} />
          <Notices {...preview} />
        </div>
      </Section>
      <Section
        title="Kolommen"
        description="Kies bij elke kolom wat erin staat. Een kolom waarvoor het programma geen plaats heeft, kan als notitie mee of wordt niet overgenomen."
      >
        <ColumnTable preview={preview} onChange={(mapping) => onChoose({ mapping })} />
      </Section>
      <RepairChoice preview={preview} onChange={(repairs) => onChoose({ repairs })} />
      <Section title="Verder" description="U ziet eerst per leerling wat er gebeurt; er wordt nog niets opgeslagen.">
        <div className={styles.stack}>
          <FailureMessage failure={openFailure} />
          <div className={styles.buttons}>
            <Button icon={<DismissRegular />} disabledFocusable={busy} onClick={onCancel}>
              Niet importeren
            </Button>
            <Button appearance="primary" icon={<ArrowRightRegular />} disabledFocusable={busy} onClick={onOpen}>
              Leerlingen bekijken
            </Button>
          </div>
        </div>
      </Section>
    </>
  );
}
