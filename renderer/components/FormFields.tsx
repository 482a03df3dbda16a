import { Checkbox, Field, makeStyles, Select } from '@fluentui/react-components';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { DateField } from './DateField.tsx';

const useStyles = makeStyles({ choice: { minWidth: 0, width: '100%', '& select': { textOverflow: 'ellipsis' } } });

interface Props<T extends FieldValues> {
  control: Control<T>;
  name: FieldPath<T>;
  label: string;
  hint?: string;
  required?: boolean;
}

interface Choice {
  code: string;
  label: string;
}

/** A field of a form whose value is one of a list, or nothing; a value that the list does not have stays and is shown. */
export function ChoiceField<T extends FieldValues>(props: Props<T> & { choices: readonly Choice[] }) {
  const { control, name, label, hint, required = false, choices } = props;
  const styles = useStyles();
  const { field, fieldState } = useController({ control, name });
  const value = (field.value as string | undefined) ?? '';
  const known = value === '' || choices.some(({ code }) => code === value);
  return (
    <Field
      label={label}
      required={required}
      {...(hint === undefined ? {} : { hint })}
      validationState={fieldState.error ? 'error' : 'none'}
      validationMessage={fieldState.error?.message}
    >
      <Select
        ref={field.ref}
        className={styles.choice}
        name={field.name}
        value={value}
        onBlur={field.onBlur}
        onChange={(_, data) => field.onChange(data.value)}
      >
        <option value="">(leeg)</option>
        {known ? null : <option value={value}>{`${value} (niet in de lijst)`}</option>}
        {choices.map((choice) => (
          <option key={choice.code} value={choice.code}>
            {choice.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A date in a form, typed as Dutch people do. */
export function FormDateField<T extends FieldValues>({ control, name, label, hint, required = false }: Props<T>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <DateField
      label={label}
      required={required}
      {...(hint === undefined ? {} : { hint })}
      value={field.value}
      error={fieldState.error?.message}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
    />
  );
}

/** Yes or no in a form. */
export function CheckField<T extends FieldValues>({ control, name, label }: Omit<Props<T>, 'hint' | 'required'>) {
  const { field } = useController({ control, name });
  return (
    <Checkbox
      ref={field.ref}
      name={field.name}
      label={label}
      checked={field.value === true}
      onBlur={field.onBlur}
      onChange={(_, data) => field.onChange(data.checked === true)}
    />
  );
}
