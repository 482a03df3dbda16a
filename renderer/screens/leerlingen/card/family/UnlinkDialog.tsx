import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { GezinVerzorger } from '../../../../../shared/api/gezin.ts';
import { useAction } from '../../../../app/api.ts';
import { useNotify } from '../../../../app/notify.tsx';
import { FailureMessage } from '../../../../components/FailureMessage.tsx';
import { verzorgerName } from './verzorgerForm.ts';

/** Asks before a verzorger is taken from a pupil, and says what becomes of him. */
export function UnlinkDialog({ verzorger, onClose }: { verzorger: GezinVerzorger; onClose: () => void }) {
  const notify = useNotify();
  const unlink = useAction('gezin.unlinkVerzorger', {
    onSuccess: ({ deleted }) => {
      notify(deleted ? 'De verzorger is verwijderd.' : 'De verzorger is losgemaakt van deze leerling.');
      onClose();
    },
  });
  const { alsoOf, link, gegevens } = verzorger;
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{verzorgerName(gegevens)} losmaken?</DialogTitle>
          <DialogContent>
            {alsoOf.length > 0
              ? `Deze verzorger blijft bestaan bij ${alsoOf.map(({ naam }) => naam).join('; ')}.`
              : 'Deze verzorger hoort bij geen andere leerling en wordt daarom verwijderd.'}
            <FailureMessage failure={unlink.error?.failure} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Annuleren</Button>
            <Button
              appearance="primary"
              disabledFocusable={unlink.isPending}
              onClick={() => unlink.mutate({ linkId: link.id, version: link.version })}
            >
              {alsoOf.length > 0 ? 'Losmaken' : 'Verwijderen'}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
