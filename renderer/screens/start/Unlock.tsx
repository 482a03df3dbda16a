import { Button, makeStyles } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { askSessionAgain, useAction } from '../../app/api.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { LoginField } from '../../components/LoginField.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { rememberLogin, useLastLogin } from './lastLogin.ts';
import { StartPage } from './StartPage.tsx';
import { useCountdown } from './useCountdown.ts';
import { UseRecoveryCode } from './UseRecoveryCode.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', justifyContent: 'space-between' },
});

/** Asks who it is, when there are several users, and the password of a locked administration. */
export function Unlock({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const client = useQueryClient();
  const [login, setLogin] = useState(useLastLogin.getState().login);
  const [password, setPassword] = useState('');
  const [withCode, setWithCode] = useState(false);
  const loginField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const { asksLogin } = status;
  const unlock = useAction('session.unlock', {
    onSuccess: (opened) => rememberLogin(opened.login ?? ''),
    onSettled: () => askSessionAgain(client),
    onError: () => passwordField.current?.select(),
  });
  const wait = useCountdown(status.waitSeconds, status);
  useEffect(() => {
    if (withCode) return;
    const first = asksLogin && useLastLogin.getState().login === '' ? loginField : passwordField;
    first.current?.focus();
  }, [withCode, asksLogin]);

  if (withCode) return <UseRecoveryCode asksLogin={asksLogin} onBack={() => setWithCode(false)} />;
  const failure = unlock.error?.failure;
  const complete = password !== '' && (!asksLogin || login.trim() !== '');
  return (
    <StartPage
      title="Administratie ontgrendelen"
      lead={`Deze leerlingenadministratie is vergrendeld. Typ uw ${asksLogin ? 'gebruikersnaam en wachtwoord' : 'wachtwoord'} om verder te werken.`}
      foot={`Bronwijs ${status.version}`}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (complete && wait === 0 && !unlock.isPending) unlock.mutate({ password, ...(asksLogin ? { login } : {}) });
        }}
      >
        <FailureMessage failure={wait > 0 && failure?.code === 'wait-before-retry' ? undefined : failure} />
        {asksLogin ? <LoginField inputRef={loginField} value={login} onChange={setLogin} /> : null}
        <PasswordField label="Wachtwoord" inputRef={passwordField} value={password} onChange={setPassword} />
        {wait > 0 ? (
          <p role="status">
            Wacht nog {wait} {wait === 1 ? 'seconde' : 'seconden'} voor de volgende poging.
          </p>
        ) : null}
        <div className={styles.buttons}>
          <Button appearance="primary" type="submit" disabledFocusable={!complete || wait > 0 || unlock.isPending}>
            {unlock.isPending ? 'Ontgrendelen…' : 'Ontgrendelen'}
          </Button>
          <Button appearance="subtle" onClick={() => setWithCode(true)}>
            Herstelcode gebruiken
          </Button>
        </div>
      </form>
    </StartPage>
  );
}
