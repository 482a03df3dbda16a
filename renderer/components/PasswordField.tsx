import { Button, Field, Input, Tooltip } from '@fluentui/react-components';
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons';
import { useState, type KeyboardEvent, type Ref } from 'react';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete?: 'current-password' | 'new-password' | 'off';
  hint?: string;
  error?: string | undefined;
  disabled?: boolean;
  required?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** A password: can be made visible, and warns for Caps Lock. */
export function PasswordField(props: Props) {
  const { label, value, onChange, autoComplete = 'current-password', hint, error } = props;
  const [visible, setVisible] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const message = error ?? (capsLock ? 'Caps Lock staat aan.' : undefined);
  const action = visible ? 'Wachtwoord verbergen' : 'Wachtwoord tonen';
  return (
    <Field
      label={label}
      {...(props.required ? { required: true } : {})}
      {...(hint === undefined ? {} : { hint })}
      validationState={error ? 'error' : message ? 'warning' : 'none'}
      validationMessage={message}
    >
      <Input
        ref={props.inputRef}
        type={visible ? 'text' : 'password'}
        value={value}
        disabled={props.disabled ?? false}
        autoComplete={autoComplete}
        spellCheck={false}
        onChange={(_, data) => onChange(data.value)}
        onKeyDown={look}
        onKeyUp={look}
        contentAfter={
          <Tooltip content={action} relationship="label">
            <Button
              appearance="transparent"
              size="small"
              icon={visible ? <EyeOffRegular /> : <EyeRegular />}
              onClick={() => setVisible(!visible)}
            />
          </Tooltip>
        }
      />
    </Field>
  );
}
