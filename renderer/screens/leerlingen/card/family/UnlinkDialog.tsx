import { Text } from '@fluentui/react-components';
import type { GezinVerzorger } from '../../../../../shared/api/gezin.ts';
import { useAction } from '../../../../app/api.ts';
import { useNotify } from '../../../../app/notify.tsx';
import { ActionDialog } from '../../../../components/ActionDialog.tsx';
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
    <ActionDialog
      title={`${verzorgerName(gegevens)} losmaken?`}
      submit={alsoOf.length > 0 ? 'Losmaken' : 'Verwijderen'}
      busy={unlink.isPending}
      failure={unlink.error?.failure}
      onSubmit={() => unlink.mutate({ linkId: link.id, version: link.version })}
      onClose={onClose}
    >
      <Text>
        {alsoOf.length > 0
          ? `Deze verzorger blijft bestaan bij ${alsoOf.map(({ naam }) => naam).join('; ')}.`
          : 'Deze verzorger hoort bij geen andere leerling en wordt daarom verwijderd.'}
      </Text>
    </ActionDialog>
  );
}
