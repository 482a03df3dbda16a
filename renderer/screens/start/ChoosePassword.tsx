import { Button, makeStyles } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { askSessionAgain, useAction } from '../../app/api.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { NewPassword } from '../../components/NewPassword.tsx';
import { newPasswordProblem } from '../../components/password.ts';
import { StartPage } from './StartPage.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Lets somebody who came in with a password for one use choose the own one. There is no way past it. */
export function ChoosePassword({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const client = useQueryClient();
  const [next, setNext] = useState({ password: '', again: '' });
  const [tried, setTried] = useState(false);
  const choose = useAction('session.choosePassword', { onSettled: () => askSessionAgain(client) });
  const about = [status.userName ?? '', status.login ?? '', status.schoolName ?? ''];
  return (
    <StartPage
      title="Kies uw eigen wachtwoord"
      lead={`Welkom, ${status.userName ?? ''}. U bent binnen met een eenmalig wachtwoord, dat ook de beheerder kent. Kies nu een wachtwoord dat alleen u weet.`}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!choose.isPending && !newPasswordProblem(next.password, next.again, about))
            choose.mutate({ next: next.password });
        }}
      >
        <FailureMessage failure={choose.error?.failure} />
        <NewPassword value={next} onChange={setNext} tried={tried} about={about} />
        <div className={styles.buttons}>
          <Button appearance="primary" type="submit" disabledFocusable={choose.isPending}>
            {choose.isPending ? 'Wachtwoord wordt bewaard…' : 'Wachtwoord bewaren'}
          </Button>
        </div>
      </form>
    </StartPage>
  );
}
