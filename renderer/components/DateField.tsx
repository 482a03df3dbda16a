import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState, type Ref } from 'react';
import { dateInNetherlands } from '../../shared/domain/clock.ts';
import { clock } from '../app/clock.ts';
import { readTypedDate, shownDate } from './dateText.ts';

/** More than any date takes. */
const LONGEST = 60;

const useStyles = makeStyles({ input: { width: '100%', minWidth: 0 } });

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
  /** The id of the words about this field in a table: it shows none itself, and the heading of the column is its visible label. */
  describedBy?: string | undefined;
}

/** A date typed as Dutch people do (1-9-2002, 01092002, 1 sep 2002, vandaag). What is no date stays as typed, and the field says so. */
export function DateField(props: Props) {
  const { label, value, onChange, partial = false, hint, error, warning, className } = props;
  const styles = useStyles();
  const [typed, setTyped] = useState<{ text: string; value: string }>();
  const [typing, setTyping] = useState(false);
  const today = dateInNetherlands(clock.now());
  const kept = value ?? '';
  const text = typed?.value === kept ? typed.text : shownDate(kept);
  const { reason } = readTypedDate(text, today, partial);
  const wrong = typing ? undefined : (reason ?? error);
  const message = typing ? undefined : (wrong ?? warning);

  return (
    <Field
      {...(props.describedBy === undefined ? { label } : {})}
      className={className}
      {...(props.required ? { required: true } : {})}
      {...(hint === undefined ? {} : { hint })}
      validationState={message === undefined ? 'none' : wrong === undefined ? 'warning' : 'error'}
      validationMessage={props.describedBy === undefined ? message : undefined}
    >
      <Input
        id={props.id}
        ref={props.inputRef}
        value={text}
        disabled={props.disabled ?? false}
        readOnly={props.readOnly ?? false}
        autoComplete="off"
        placeholder="dd-mm-jjjj"
        maxLength={LONGEST}
        {...(props.describedBy === undefined ? {} : { 'aria-label': label, 'aria-describedby': props.describedBy })}
        className={styles.input}
        onChange={(_, data) => {
          const read = readTypedDate(data.value, today, partial);
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
