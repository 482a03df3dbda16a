import { Field, Input, makeStyles, Textarea, type InputProps } from '@fluentui/react-components';
import { useController, type Control, type FieldPath, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { LasFailure } from '../../shared/api/errors.ts';

const useStyles = makeStyles({ input: { width: '100%', minWidth: 0 } });

interface Props<T extends FieldValues> {
  control: Control<T>;
  name: FieldPath<T>;
  label: string;
  /** What the person reads when the schema refuses the value. */
  mistake?: string;
  hint?: string;
  required?: boolean;
  disabled?: boolean;
  type?: InputProps['type'];
  placeholder?: string;
  autoComplete?: string;
  maxLength?: number;
  /** More than one line. */
  rows?: number;
  className?: string;
  /** Changes what is typed, for example into capitals. */
  tidy?: (typed: string) => string;
}

/** The type of a mistake that the core found. */
const OF_CORE = 'core';

/** Puts what the core refused at its field, where the form has one of that name. */
export function showAtField<T extends FieldValues>(
  { getFieldState, getValues, setError }: Pick<UseFormReturn<T>, 'getFieldState' | 'getValues' | 'setError'>,
  { field, message }: Pick<LasFailure, 'field' | 'message'>,
): void {
  const name = field as FieldPath<T> | undefined;
  if (name === undefined || getValues(name) === undefined || getFieldState(name).error) return;
  setError(name, { type: OF_CORE, message }, { shouldFocus: true });
}

/** A field of a form with its label, hint and mistake. */
export function TextField<T extends FieldValues>(props: Props<T>) {
  const { control, name, label, mistake, hint, tidy = (typed: string) => typed } = props;
  const styles = useStyles();
  const { field, fieldState } = useController({ control, name });
  const { error } = fieldState;
  const wrong = error === undefined ? undefined : error.type === OF_CORE ? error.message : (mistake ?? error.message);
  const shared = {
    className: styles.input,
    name: field.name,
    value: (field.value as string | undefined) ?? '',
    disabled: props.disabled ?? false,
    onBlur: field.onBlur,
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
  };
  return (
    <Field
      label={label}
      {...(props.className === undefined ? {} : { className: props.className })}
      {...(props.required ? { required: true } : {})}
      {...(hint === undefined ? {} : { hint })}
      validationState={wrong === undefined ? 'none' : 'error'}
      validationMessage={wrong}
    >
      {props.rows === undefined ? (
        <Input
          {...shared}
          ref={field.ref}
          type={props.type ?? 'text'}
          autoComplete={props.autoComplete ?? 'off'}
          onChange={(_, data) => field.onChange(tidy(data.value))}
        />
      ) : (
        <Textarea
          {...shared}
          ref={field.ref}
          rows={props.rows}
          resize="vertical"
          onChange={(_, data) => field.onChange(tidy(data.value))}
        />
      )}
    </Field>
  );
}
