import { Field, Input } from '@fluentui/react-components';
import { CalendarRegular } from '@fluentui/react-icons';
import { useState, type Ref } from 'react';
import { clock } from '../app/clock.ts';
import { readTypedDate, shownDate } from './dateText.ts';

interface Props {
  label: string;
  /** The value as it is kept: `yyyy-mm-dd`, or whatever else was typed. */
  value: string | undefined;
  /** Gets the date `yyyy-mm-dd`; what was typed when that is no date; an empty text when the field was cleared. */
  onChange: (value: string) => void;
  /** Day, or day and month, may be unknown (00). */
  partial?: boolean;
  required?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  hint?: string;
  /** What else is wrong with the value. A text that is no date is named by the field itself. */
  error?: string | undefined;
  warning?: string | undefined;
  onBlur?: () => void;
  inputRef?: Ref<HTMLInputElement>;
  className?: string;
  id?: string;
}

/** A date typed as Dutch people do (1-9-2002, 01092002, 1 sep 2002). What is no date stays as typed, and the field says so. */
export function DateField(props: Props) {
  const { label, value, onChange, partial = false, hint, error, warning, className } = props;
  const [typed, setTyped] = useState<{ text: string; value: string }>();
  const [typing, setTyping] = useState(false);
  const year = clock.now().getFullYear();
  const kept = value ?? '';
  const text = typed?.value === kept ? typed.text : shownDate(kept);
  const { reason } = readTypedDate(text, year, partial);
  const message = typing ? undefined : (reason ?? error ?? warning);

  return (
    <Field
      label={label}
      className={className}
      {...(props.required ? { required: true } : {})}
      {...(hint === undefined ? {} : { hint })}
      validationState={message === undefined ? 'none' : (reason ?? error) === undefined ? 'warning' : 'error'}
      validationMessage={message}
    >
      <Input
        id={props.id}
        ref={props.inputRef}
        value={text}
        disabled={props.disabled ?? false}
        readOnly={props.readOnly ?? false}
        autoComplete="off"
        placeholder="dd-mm-jjjj"
        contentAfter={<CalendarRegular aria-hidden="true" />}
        onChange={(_, data) => {
          const read = readTypedDate(data.value, year, partial);
          setTyping(true);
          setTyped({ text: data.value, value: read.value });
          onChange(read.value);
        }}
        onBlur={() => {
          setTyping(false);
          if (!reason) setTyped(undefined);
          props.onBlur?.();
        }}
      />
    </Field>
  );
}
