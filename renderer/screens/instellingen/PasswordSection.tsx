import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { NewPassword } from '../../components/NewPassword.tsx';
import { newPasswordProblem } from '../../components/password.ts';
import { PasswordField } from '../../components/PasswordField.tsx';
import { Section } from '../../components/Section.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px', maxWidth: '480px' },
  button: { justifySelf: 'start' },
});

const nothing = { password: '', again: '' };

/** Changes the password of the person at work. */
export function PasswordSection({ about }: { about: readonly string[] }) {
  const styles = useStyles();
  const notify = useNotify();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(nothing);
  const [tried, setTried] = useState(false);
  const change = useAction('session.changePassword', {
    onSuccess: () => {
      setCurrent('');
      setNext(nothing);
      setTried(false);
      notify('Uw wachtwoord is gewijzigd.');
    },
  });
  return (
    <Section title="Wachtwoord wijzigen">
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (change.isPending || current === '' || newPasswordProblem(next.password, next.again, about)) return;
          change.mutate({ current, next: next.password });
        }}
      >
        <PasswordField
          label="Huidig wachtwoord"
          required
          value={current}
          onChange={setCurrent}
          error={tried && current === '' ? 'Vul uw huidige wachtwoord in.' : undefined}
        />
        <NewPassword value={next} onChange={setNext} tried={tried} about={about} />
        <FailureMessage failure={change.error?.failure} />
        <Button className={styles.button} type="submit" disabledFocusable={change.isPending}>
          {change.isPending ? 'Wachtwoord wordt gewijzigd…' : 'Wachtwoord wijzigen'}
        </Button>
      </form>
    </Section>
  );
}
