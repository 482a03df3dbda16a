import { Field, Textarea } from '@fluentui/react-components';

interface Props {
  value: string;
  onChange: (value: string) => void;
  /** It was tried without. */
  missing?: boolean;
}

/** Why nothing has to change: who meets the same signaal later reads it. */
export function NoteField({ value, onChange, missing = false }: Props) {
  return (
    <Field
      label="Notitie: waarom hoeft er niets te veranderen?"
      required
      hint="Blijft bij het signaal staan. Meldt BRON later precies hetzelfde, dan geldt uw besluit ook daarvoor."
      {...(missing ? { validationMessage: 'Typ waarom er niets hoeft te veranderen.' } : {})}
    >
      <Textarea value={value} maxLength={500} rows={2} onChange={(_, data) => onChange(data.value)} autoFocus />
    </Field>
  );
}
