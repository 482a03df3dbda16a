import { Field, Input } from '@fluentui/react-components';
import type { Ref } from 'react';

interface Props {
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  required?: boolean;
  error?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
}

/** A gebruikersnaam: capitals make no difference. */
export function LoginField({ value, onChange, hint, required = false, error, inputRef }: Props) {
  return (
    <Field
      label="Gebruikersnaam"
      required={required}
      {...(hint === undefined ? {} : { hint })}
      validationState={error === undefined ? 'none' : 'error'}
      validationMessage={error}
    >
      <Input
        ref={inputRef}
        value={value}
        maxLength={100}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}
