import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, FolderOpenRegular, WarningRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { KnownBackup } from '../../../shared/api/backup.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { pupilsIn } from '../../texts/backup.ts';
import { longMoment } from '../../texts/format.ts';
import { KnownBackups } from './KnownBackups.tsx';
import { SecretForm } from './SecretForm.tsx';
import { previewSentences } from './sentences.ts';
import type { Restore } from './useRestore.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '16px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '10px' },
  line: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  warning: { color: tokens.colorStatusWarningForeground1, flexShrink: 0, marginTop: '2px' },
  good: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0, marginTop: '2px' },
});

interface Props {
  restore: Restore;
  known: readonly KnownBackup[];
  onCancel: () => void;
}

/** The steps of a restore: choose, open, look, replace. */
export function RestoreSteps({ restore, known, onCancel }: Props) {
  const styles = useStyles();
  const { step, chosen } = restore;
  return (
    <div className={styles.root}>
      <FailureMessage failure={restore.failure} />
      {step === 'choose' ? <Choose restore={restore} known={known} onCancel={onCancel} /> : null}
      {step === 'secret' && chosen ? (
        <>
          <Text>
            Gekozen: de reservekopie van {longMoment(chosen.madeAt)}, met {pupilsIn(chosen)}. Er verandert nog niets.
          </Text>
          <SecretForm restore={restore} />
        </>
      ) : null}
      {step === 'preview' ? <Preview restore={restore} onCancel={onCancel} /> : null}
    </div>
  );
}

function Choose({ restore, known, onCancel }: Props) {
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      <Text>
        Kies het bestand van de reservekopie, bijvoorbeeld op een usb-stick of in het netwerk
        {known.length > 0 ? ', of een van de kopieën die op deze computer staan' : ''}. U ziet eerst wat erin zit; er
        verandert nog niets.
      </Text>
      <div className={styles.buttons}>
        <Button
          ref={button}
          appearance="primary"
          icon={<FolderOpenRegular />}
          disabledFocusable={restore.busy}
          onClick={restore.chooseFile}
        >
          Bestand kiezen…
        </Button>
        <Button onClick={onCancel}>Annuleren</Button>
      </div>
      {known.length > 0 ? <KnownBackups backups={known} onChoose={restore.chooseKnown} busy={restore.busy} /> : null}
    </>
  );
}

function Preview({ restore, onCancel }: Omit<Props, 'known'>) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.focus(), []);
  const { preview } = restore;
  if (!preview) return null;
  const replacing = restore.working === 'replacing';
  return (
    <>
      <ul ref={list} tabIndex={-1} className={styles.list} aria-label="Wat terugzetten betekent">
        {previewSentences(preview).map(({ text, warning }) => (
          <li key={text} className={styles.line}>
            {warning ? (
              <WarningRegular className={styles.warning} fontSize={20} aria-label="Let op" />
            ) : (
              <CheckmarkCircleRegular className={styles.good} fontSize={20} aria-hidden="true" />
            )}
            <Text>{text}</Text>
          </li>
        ))}
      </ul>
      {replacing ? <ProgressBar thickness="large" aria-label="De reservekopie wordt teruggezet" /> : null}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={restore.busy} onClick={restore.commit}>
          {replacing ? 'Wordt teruggezet…' : preview.replaces ? 'Vervangen door deze kopie' : 'Deze kopie terugzetten'}
        </Button>
        <Button disabledFocusable={replacing} onClick={restore.back}>
          Andere kopie kiezen
        </Button>
        <Button disabledFocusable={replacing} onClick={onCancel}>
          Annuleren
        </Button>
      </div>
    </>
  );
}
