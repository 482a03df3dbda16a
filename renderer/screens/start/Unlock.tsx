import { Button, makeStyles } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { brand, supportText } from '../../app/brand.ts';
import type { ErrorCode } from '../../../shared/api/errors.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { askSessionAgain, useAction, useOperation } from '../../app/api.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { LoginField } from '../../components/LoginField.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { newestOwn, pupilsIn } from '../../texts/backup.ts';
import { longMoment } from '../../texts/format.ts';
import { rememberLogin, useLastLogin } from './lastLogin.ts';
import { StartPage } from './StartPage.tsx';
import { useCountdown } from './useCountdown.ts';
import { RestorePage } from './RestorePage.tsx';
import { UseRecoveryCode } from './UseRecoveryCode.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', justifyContent: 'space-between' },
});

/** What a backup repairs. */
const damage = new Set<ErrorCode>(['administration-damaged', 'keys-damaged', 'administration-missing']);

/** Asks who it is, when there are several users, and the password of a locked administration. */
export function Unlock({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const client = useQueryClient();
  const [login, setLogin] = useState(useLastLogin.getState().login);
  const [password, setPassword] = useState('');
  const [way, setWay] = useState<'password' | 'code' | 'restore'>('password');
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
    if (way !== 'password') return;
    const first = asksLogin && useLastLogin.getState().login === '' ? loginField : passwordField;
    first.current?.focus();
  }, [way, asksLogin]);

  if (way === 'code') return <UseRecoveryCode asksLogin={asksLogin} onBack={() => setWay('password')} />;
  if (way === 'restore') return <RestorePage moving={false} onBack={() => setWay('password')} />;
  const failure = unlock.error?.failure;
  const complete = password !== '' && (!asksLogin || login.trim() !== '');
  return (
    <StartPage
      title="Administratie ontgrendelen"
      lead={`Deze leerlingenadministratie is vergrendeld. Typ uw ${asksLogin ? 'gebruikersnaam en wachtwoord' : 'wachtwoord'} om verder te werken.`}
      foot={[`${brand.name} ${status.version}`, supportText()].filter(Boolean).join(' · hulp: ')}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (complete && wait === 0 && !unlock.isPending) unlock.mutate({ password, ...(asksLogin ? { login } : {}) });
        }}
      >
        <FailureMessage failure={wait > 0 && failure?.code === 'wait-before-retry' ? undefined : failure} />
        {failure && damage.has(failure.code) ? <NewestBackup /> : null}
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
          {status.safe ? null : (
            <>
              <Button appearance="subtle" onClick={() => setWay('code')}>
                Herstelcode gebruiken
              </Button>
              <Button appearance="subtle" onClick={() => setWay('restore')}>
                Reservekopie terugzetten
              </Button>
            </>
          )}
        </div>
      </form>
    </StartPage>
  );
}

/** Which backup would bring the administration back. */
function NewestBackup() {
  const { data } = useOperation('restore.known', {});
  if (!data) return null;
  const newest = newestOwn(data.backups);
  return (
    <p role="status">
      {newest
        ? `De nieuwste goede reservekopie op deze computer is van ${longMoment(newest.madeAt)}, met ${pupilsIn(newest)}. Kies Reservekopie terugzetten.`
        : 'Op deze computer staat geen reservekopie. Kies Reservekopie terugzetten en zoek er een op een andere plaats.'}
    </p>
  );
}
