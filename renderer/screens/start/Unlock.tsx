import { Button, makeStyles } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { askSessionAgain, useAction } from '../../app/api.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { StartPage } from './StartPage.tsx';
import { useCountdown } from './useCountdown.ts';
import { UseRecoveryCode } from './UseRecoveryCode.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', justifyContent: 'space-between' },
});

/** Asks the password of a locked administration. */
export function Unlock({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [withCode, setWithCode] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const unlock = useAction('session.unlock', {
    onSettled: () => askSessionAgain(client),
    onError: () => field.current?.select(),
  });
  const wait = useCountdown(status.waitSeconds, status);
  useEffect(() => {
    if (!withCode) field.current?.focus();
  }, [withCode]);

  if (withCode) return <UseRecoveryCode onBack={() => setWithCode(false)} />;
  const failure = unlock.error?.failure;
  return (
    <StartPage
      title="Administratie ontgrendelen"
      lead="Deze leerlingenadministratie is vergrendeld. Typ uw wachtwoord om verder te werken."
      foot={`Bronwijs ${status.version}`}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '' && wait === 0 && !unlock.isPending) unlock.mutate({ password });
        }}
      >
        <FailureMessage failure={wait > 0 && failure?.code === 'wait-before-retry' ? undefined : failure} />
        <PasswordField label="Wachtwoord" inputRef={field} value={password} onChange={setPassword} />
        {wait > 0 ? (
          <p role="status">
            Wacht nog {wait} {wait === 1 ? 'seconde' : 'seconden'} voor de volgende poging.
          </p>
        ) : null}
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            type="submit"
            disabledFocusable={password === '' || wait > 0 || unlock.isPending}
          >
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
