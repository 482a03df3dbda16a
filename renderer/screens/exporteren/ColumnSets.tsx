import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ColumnSet } from '../../../shared/api/export.ts';
import type { ListName } from '../../../shared/domain/export/columns.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
});

interface Props {
  list: ListName;
  sets: readonly ColumnSet[];
  chosen: readonly string[];
  onChoose: (columns: string[]) => void;
  /** The sets have changed. */
  onChanged: () => void;
}

/** Column sets that the user has kept: choose one, keep the columns chosen now under a name, remove one. */
export function ColumnSets({ list, sets, chosen, onChoose, onChanged }: Props) {
  const styles = useStyles();
  const notify = useNotify();
  const [name, setName] = useState('');
  const nameField = useRef<HTMLInputElement>(null);
  const own = sets.filter((set) => set.list === list);
  const selected = own.find((set) => set.name.toLowerCase() === name.trim().toLowerCase());
  const told = (sentence: string) => () => {
    notify(sentence);
    onChanged();
  };
  const save = useAction('export.saveColumnSet', { onSuccess: told('De kolommenset is bewaard.') });
  const remove = useAction('export.removeColumnSet', {
    onSuccess: () => {
      setName('');
      told('De kolommenset is verwijderd.')();
      nameField.current?.focus();
    },
  });
  return (
    <div>
      <div className={styles.row}>
        {own.length > 0 ? (
          <Field label="Bewaarde kolommenset">
            <Select
              value={selected?.name ?? ''}
              onChange={(_, { value }) => {
                setName(value);
                const set = own.find((candidate) => candidate.name === value);
                if (set) onChoose(set.columns);
              }}
            >
              <option value="">Kies een kolommenset</option>
              {own.map((set) => (
                <option key={set.name} value={set.name}>
                  {set.name}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Field label="Naam van de kolommenset">
          <Input ref={nameField} value={name} maxLength={60} onChange={(_, { value }) => setName(value)} />
        </Field>
        <Button
          disabledFocusable={name.trim() === '' || chosen.length === 0 || save.isPending}
          onClick={() => save.mutate({ list, name: name.trim(), columns: [...chosen] })}
        >
          Kolommenset bewaren
        </Button>
        {selected ? (
          <Button
            appearance="subtle"
            disabledFocusable={remove.isPending}
            onClick={() => remove.mutate({ list, name: selected.name })}
          >
            Kolommenset verwijderen
          </Button>
        ) : null}
      </div>
      <FailureMessage failure={(save.error ?? remove.error)?.failure} />
    </div>
  );
}
