import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askSessionAgain, useAction } from '../../app/api.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { LoginField } from '../../components/LoginField.tsx';
import { NewPassword } from '../../components/NewPassword.tsx';
import { newPasswordProblem } from '../../components/password.ts';
import { StartPage } from './StartPage.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Opens the administration with the printed recovery code and a new password. */
export function UseRecoveryCode({ asksLogin, onBack }: { asksLogin: boolean; onBack: () => void }) {
  const styles = useStyles();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const [login, setLogin] = useState('');
  const [next, setNext] = useState({ password: '', again: '' });
  const [tried, setTried] = useState(false);
  const open = useAction('session.unlockWithRecoveryCode', { onSettled: () => askSessionAgain(client) });

  const submit = () => {
    setTried(true);
    if (code.trim() === '' || newPasswordProblem(next.password, next.again)) return;
    open.mutate({ recoveryCode: code, newPassword: next.password, ...(login.trim() ? { login } : {}) });
  };
  return (
    <StartPage
      title="Herstelcode gebruiken"
      lead="Bent u uw wachtwoord kwijt? Neem dan de herstelcode over van uw afdruk en kies een nieuw wachtwoord."
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FailureMessage failure={open.error?.failure} />
        <Field
          label="Herstelcode"
          required
          hint="26 letters en cijfers. Streepjes en hoofdletters maken niet uit."
          validationState={tried && code.trim() === '' ? 'error' : 'none'}
          validationMessage={tried && code.trim() === '' ? 'Vul de herstelcode in.' : undefined}
        >
          <Input
            autoFocus
            value={code}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, data) => setCode(data.value)}
          />
        </Field>
        {asksLogin ? (
          <LoginField
            value={login}
            onChange={setLogin}
            hint="Van een beheerder; deze krijgt het nieuwe wachtwoord. Leeg: de eerste beheerder."
          />
        ) : null}
        <NewPassword value={next} onChange={setNext} tried={tried} />
        <div className={styles.buttons}>
          <Button appearance="primary" type="submit" disabledFocusable={open.isPending}>
            {open.isPending ? 'Openen…' : 'Openen met nieuw wachtwoord'}
          </Button>
          <Button onClick={onBack}>Terug</Button>
        </div>
      </form>
    </StartPage>
  );
}
