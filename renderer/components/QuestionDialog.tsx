import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LasFailure } from '../../shared/api/errors.ts';
import { FailureMessage } from './FailureMessage.tsx';

const useStyles = makeStyles({ content: { display: 'grid', gap: '12px' } });

interface Props {
  title: string;
  /** What the button says that does it, and what it says while it is being done. */
  action: string;
  busy?: string;
  pending: boolean;
  failure: LasFailure | undefined;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something is done that cannot be undone, and shows when it fails. */
export function QuestionDialog({ title, action, busy, pending, failure, onConfirm, onClose, children }: Props) {
  const styles = useStyles();
  return (
    <Dialog open onOpenChange={() => (pending ? undefined : onClose())}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!pending) onConfirm();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {children}
              <FailureMessage failure={failure} />
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" disabledFocusable={pending}>
                {pending ? (busy ?? action) : action}
              </Button>
              <Button disabled={pending} onClick={onClose}>
                Annuleren
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
