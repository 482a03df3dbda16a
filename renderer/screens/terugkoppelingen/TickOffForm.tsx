import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { failureOf } from '../../app/api.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';

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
  const submit = async () => {
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
      <Field
        label="Notitie: waarom hoeft er niets te veranderen?"
        hint="Blijft bij het signaal staan, voor uzelf en voor collega’s."
      >
        <Textarea value={note} maxLength={500} rows={2} onChange={(_, data) => setNote(data.value)} autoFocus />
      </Field>
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
