import { Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { role as roles, type Role } from '../../../../shared/api/roles.ts';
import type { User } from '../../../../shared/api/users.ts';
import { foldLogin, loginPattern, suggestLogin } from '../../../../shared/domain/login.ts';
import { useAction } from '../../../app/api.ts';
import { useNotify } from '../../../app/notify.tsx';
import { LoginField } from '../../../components/LoginField.tsx';
import { ActionDialog } from '../../../components/ActionDialog.tsx';
import { roleTexts } from '../../../texts/roles.ts';
import type { Given } from './OneTimePassword.tsx';

const useStyles = makeStyles({
  label: { display: 'grid' },
  explanation: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  users: readonly User[];
  /** Absent: a new user, who gets a password for one use. */
  user?: User;
  onGiven?: (given: Given) => void;
  onClose: () => void;
}

/** Name, login and role of a new user or one who is there already. */
export function UserEditor({ users, user, onGiven, onClose }: Props) {
  const styles = useStyles();
  const notify = useNotify();
  const [naam, setNaam] = useState(user?.naam ?? '');
  const [typedLogin, setTypedLogin] = useState(user?.login);
  const [role, setRole] = useState<Role>(user?.role ?? 'administratie');
  const [tried, setTried] = useState(false);
  const others = users.filter(({ id }) => id !== user?.id).map(({ login }) => login);
  // As long as nobody typed another, the login follows the name.
  const login = typedLogin ?? (naam.trim() === '' ? '' : suggestLogin(naam, others));
  const add = useAction('users.add', {
    onSuccess: ({ oneTimePassword }) => {
      const own = users.length === 1 ? users[0]?.login : undefined;
      onGiven?.({ naam, login: foldLogin(login), password: oneTimePassword, ...(own ? { ownLogin: own } : {}) });
    },
  });
  const change = useAction('users.change', {
    onSuccess: () => {
      notify(`De gegevens van ${naam} zijn opgeslagen.`);
      onClose();
    },
  });
  const failure = (add.error ?? change.error)?.failure;
  const missing = naam.trim() === '';
  const malformed = !loginPattern.test(foldLogin(login));
  const save = () => {
    setTried(true);
    if (missing || malformed) return;
    if (user) change.mutate({ id: user.id, version: user.version, naam, login, role });
    else add.mutate({ naam, login, role });
  };
  return (
    <ActionDialog
      title={user ? `${user.naam} wijzigen` : 'Gebruiker toevoegen'}
      submit={user ? 'Opslaan' : 'Toevoegen'}
      submitting={user ? 'Opslaan…' : 'Toevoegen…'}
      busy={add.isPending || change.isPending}
      failure={failure?.code === 'login-taken' ? undefined : failure}
      onSubmit={save}
      onClose={onClose}
    >
      <Field
        label="Naam"
        required
        validationState={tried && missing ? 'error' : 'none'}
        validationMessage={tried && missing ? 'Vul een naam in.' : undefined}
      >
        <Input autoFocus value={naam} maxLength={100} autoComplete="off" onChange={(_, data) => setNaam(data.value)} />
      </Field>
      <LoginField
        required
        value={login}
        onChange={setTypedLogin}
        hint="Daarmee meldt deze gebruiker zich aan. Hoofdletters maken niet uit."
        error={
          failure?.code === 'login-taken'
            ? `${failure.message} ${failure.remedy}`
            : tried && malformed
              ? 'Kies 2 tot 40 letters, cijfers, punten of streepjes, zonder spaties.'
              : undefined
        }
      />
      <Field label="Rol" hint={user?.self ? 'Uw eigen rol kan alleen een andere beheerder wijzigen.' : undefined}>
        <RadioGroup value={role} disabled={user?.self ?? false} onChange={(_, data) => setRole(data.value as Role)}>
          {roles.options.map((option) => (
            <Radio
              key={option}
              value={option}
              label={
                <span className={styles.label}>
                  <Text>{roleTexts[option].label}</Text>
                  <Text size={200} className={styles.explanation}>
                    {roleTexts[option].explanation}
                  </Text>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
    </ActionDialog>
  );
}
