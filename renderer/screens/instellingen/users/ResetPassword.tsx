import type { User } from '../../../../shared/api/users.ts';
import { useAction } from '../../../app/api.ts';
import { ActionDialog } from '../../../components/ActionDialog.tsx';
import type { Given } from './OneTimePassword.tsx';

interface Props {
  user: User;
  onGiven: (given: Given) => void;
  onClose: () => void;
}

/** Gives a user who lost the password another one for one use. */
export function ResetPassword({ user, onGiven, onClose }: Props) {
  const { naam, login } = user;
  const reset = useAction('users.resetPassword', {
    onSuccess: ({ oneTimePassword }) => onGiven({ naam, login, password: oneTimePassword }),
  });
  return (
    <ActionDialog
      title={`Nieuw wachtwoord voor ${naam}?`}
      submit="Eenmalig wachtwoord maken"
      submitting="Wachtwoord wordt gemaakt…"
      busy={reset.isPending}
      failure={reset.error?.failure}
      onSubmit={() => reset.mutate({ id: user.id })}
      onClose={onClose}
    >
      <div>
        Het huidige wachtwoord van {naam} werkt daarna niet meer. U krijgt een eenmalig wachtwoord te zien om door te
        geven; bij het eerste gebruik kiest {naam} zelf een nieuw wachtwoord.
      </div>
    </ActionDialog>
  );
}
