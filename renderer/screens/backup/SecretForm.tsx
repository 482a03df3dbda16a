import { Button, Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { LoginField } from '../../components/LoginField.tsx';
import { NewPassword } from '../../components/NewPassword.tsx';
import { newPasswordProblem } from '../../components/password.ts';
import { PasswordField } from '../../components/PasswordField.tsx';
import type { Restore } from './useRestore.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Asks what opens a backup: the password of a beheerder as it was then, or the recovery code. */
export function SecretForm({ restore }: { restore: Restore }) {
  const styles = useStyles();
  const [way, setWay] = useState<'password' | 'code'>('password');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [next, setNext] = useState({ password: '', again: '' });
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const submit = () => {
    setTried(true);
    if (way === 'password') {
      if (password !== '') restore.open({ password, ...(login.trim() === '' ? {} : { login }) });
      return;
    }
    if (code.trim() === '' || newPasswordProblem(next.password, next.again)) return;
    restore.open({ recoveryCode: code, newPassword: next.password });
  };
  const missing = (text: string, sentence: string) => (tried && text.trim() === '' ? sentence : undefined);
  const codeMissing = missing(code, 'Vul de herstelcode in.');
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!restore.busy) submit();
      }}
    >
      <RadioGroup
        aria-label="Waarmee opent u de reservekopie?"
        value={way}
        onChange={(_, { value }) => setWay(value as typeof way)}
      >
        <Radio
          value="password"
          label="Met het wachtwoord van een beheerder, zoals het was toen de kopie werd gemaakt"
        />
        <Radio value="code" label="Met de herstelcode van papier" />
      </RadioGroup>
      {way === 'password' ? (
        <>
          {restore.chosen?.asksLogin ? (
            <LoginField
              hint="Mag leeg blijven; het openen duurt dan langer."
              inputRef={field}
              value={login}
              onChange={setLogin}
            />
          ) : null}
          <PasswordField
            label="Wachtwoord"
            required
            inputRef={restore.chosen?.asksLogin ? undefined : field}
            value={password}
            onChange={setPassword}
            error={missing(password, 'Vul het wachtwoord in.')}
          />
        </>
      ) : (
        <>
          <Field
            label="Herstelcode"
            required
            hint="26 letters en cijfers. Streepjes en hoofdletters maken niet uit."
            validationState={codeMissing ? 'error' : 'none'}
            validationMessage={codeMissing}
          >
            <Input
              value={code}
              maxLength={100}
              autoComplete="off"
              spellCheck={false}
              onChange={(_, data) => setCode(data.value)}
            />
          </Field>
          <NewPassword value={next} onChange={setNext} tried={tried} />
        </>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabledFocusable={restore.busy}>
          {restore.working === 'opening' ? 'Wordt gecontroleerd…' : 'Openen en controleren'}
        </Button>
        <Button onClick={restore.back}>Andere kopie kiezen</Button>
      </div>
    </form>
  );
}
