import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LasFailure } from '../../shared/api/errors.ts';
import { FailureMessage } from './FailureMessage.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
});

interface Props {
  title: string;
  /** What stands on the button that does it. */
  submit: string;
  /** What stands there while it is being done; the same when left out. */
  submitting?: string;
  /** False as long as something is missing that it cannot do without. */
  ready?: boolean;
  busy: boolean;
  failure: LasFailure | undefined;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks what is needed for one action, and does it. A failure stands in the dialog, with everything still in its field. */
export function ActionDialog({ title, submit, submitting = submit, ready = true, busy, failure, ...props }: Props) {
  const { onSubmit, onClose, children } = props;
  const styles = useStyles();
  return (
    // A click beside it is no answer: what was typed would be gone.
    <Dialog open onOpenChange={(_, { open, type }) => !open && !busy && type !== 'backdropClick' && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (ready && !busy) onSubmit();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {children}
              <FailureMessage failure={failure} />
            </DialogContent>
            <DialogActions>
              <Button disabled={busy} onClick={onClose}>
                Annuleren
              </Button>
              <Button type="submit" appearance="primary" disabled={!ready} disabledFocusable={busy}>
                {busy ? submitting : submit}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
