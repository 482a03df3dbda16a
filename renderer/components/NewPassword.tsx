import { makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { newPasswordProblem, passwordStrength } from './password.ts';
import { PasswordField } from './PasswordField.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '12px' },
  strength: { display: 'grid', gap: '4px' },
  words: { color: tokens.colorNeutralForeground2 },
});

export interface NewPasswordValue {
  password: string;
  again: string;
}

interface Props {
  value: NewPasswordValue;
  onChange: (value: NewPasswordValue) => void;
  /** The person tried to go on: say what is missing. */
  tried: boolean;
  /** Names of the person and the school, of which the password must not be made. */
  about?: readonly string[];
}

/** A new password, typed twice, with its strength by length. */
export function NewPassword({ value, onChange, tried, about = [] }: Props) {
  const styles = useStyles();
  const { share, enough, sentence } = passwordStrength(value.password, about);
  const problem = tried ? newPasswordProblem(value.password, value.again, about) : undefined;
  return (
    <div className={styles.root}>
      <PasswordField
        label="Nieuw wachtwoord"
        required
        autoComplete="new-password"
        hint="Ten minste 12 tekens. Een zin die alleen u kent werkt goed; spaties mogen, cijfers en leestekens hoeven niet."
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        error={problem && !enough ? problem : undefined}
      />
      <div className={styles.strength}>
        <ProgressBar
          value={share}
          color={enough ? 'success' : 'warning'}
          thickness="large"
          aria-label="Sterkte van het wachtwoord"
          aria-valuetext={sentence}
        />
        <Text size={200} className={styles.words} aria-live="polite">
          {sentence}
        </Text>
      </div>
      <PasswordField
        label="Wachtwoord herhalen"
        required
        autoComplete="new-password"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        error={problem && enough ? problem : undefined}
      />
    </div>
  );
}
