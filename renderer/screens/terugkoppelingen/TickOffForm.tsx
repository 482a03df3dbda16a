import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { failureOf } from '../../app/api.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { NoteField } from './NoteField.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

interface Props {
  /** Ticks off; what it throws is shown, with the note still there. */
  onTickOff: (note: string) => Promise<void>;
  onCancel: () => void;
}

/** Asks why nothing has to change, and ticks a signaal off. Escape cancels. */
export function TickOffForm({ onTickOff, onCancel }: Props) {
  const styles = useStyles();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<LasFailure>();
  const [missing, setMissing] = useState(false);
  const submit = async () => {
    setMissing(note.trim() === '');
    if (note.trim() === '') return;
    setBusy(true);
    setFailure(undefined);
    try {
      await onTickOff(note.trim());
      onCancel();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={styles.root}
      noValidate
      aria-label="Signaal afvinken"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <NoteField value={note} onChange={setNote} missing={missing && note.trim() === ''} />
      <FailureMessage failure={failure} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabled={busy}>
          Afvinken
        </Button>
        <Button disabled={busy} onClick={onCancel}>
          Annuleren
        </Button>
      </div>
    </form>
  );
}
