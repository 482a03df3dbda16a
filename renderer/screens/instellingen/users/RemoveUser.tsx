import type { User } from '../../../../shared/api/users.ts';
import { useAction } from '../../../app/api.ts';
import { useNotify } from '../../../app/notify.tsx';
import { ActionDialog } from '../../../components/ActionDialog.tsx';

/** Removes a user, after a question. */
export function RemoveUser({ user, onClose }: { user: User; onClose: () => void }) {
  const notify = useNotify();
  const remove = useAction('users.remove', {
    onSuccess: () => {
      notify(`${user.naam} is verwijderd.`);
      onClose();
    },
  });
  return (
    <ActionDialog
      title={`${user.naam} verwijderen?`}
      submit="Verwijderen"
      submitting="Verwijderen…"
      busy={remove.isPending}
      failure={remove.error?.failure}
      onSubmit={() => remove.mutate({ id: user.id })}
      onClose={onClose}
    >
      <div>
        {user.naam} kan deze administratie daarna niet meer openen. In het logboek blijft staan wat deze gebruiker heeft
        gedaan.
      </div>
      <div>
        Had deze gebruiker toegang tot een kopie van de gegevensmap? Geef de administratie daarna ook een nieuwe
        sleutel; het programma stelt dat voor.
      </div>
    </ActionDialog>
  );
}
