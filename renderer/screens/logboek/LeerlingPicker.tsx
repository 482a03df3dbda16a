import { Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { useOperation } from '../../app/api.ts';

const SHOWN = 8;

interface Leerling {
  id: number;
  naam: string;
}

interface Props {
  value: Leerling | undefined;
  onChange: (value: Leerling | undefined) => void;
}

/** Finds one pupil by what is typed. */
export function LeerlingPicker({ value, onChange }: Props) {
  const [typed, setTyped] = useState<string>();
  const search = typed?.trim() ?? '';
  const query = useOperation(
    'leerlingen.list',
    { search, show: 'alle', limit: SHOWN },
    { enabled: search !== '', keepPrevious: true },
  );
  const found = search === '' ? [] : (query.data?.rows ?? []);
  return (
    <Field label="Leerling">
      <Combobox
        freeform
        clearable
        placeholder="Typ een naam"
        value={typed ?? value?.naam ?? ''}
        selectedOptions={value ? [String(value.id)] : []}
        onChange={(event) => {
          setTyped(event.target.value);
          if (event.target.value === '' && value) onChange(undefined);
        }}
        onOptionSelect={(_, { optionValue, optionText }) => {
          setTyped(undefined);
          onChange(optionValue && optionText ? { id: Number(optionValue), naam: optionText } : undefined);
        }}
        onBlur={() => setTyped(undefined)}
      >
        {found.map(({ id, naam }) => (
          <Option key={id} value={String(id)}>
            {naam}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
