import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { PathTask } from '../../../shared/api/aansluiting.ts';
import type { Part } from '../../../shared/aansluiting/types.ts';
import { isDate } from '../../../shared/domain/dates.ts';
import { useAction } from '../../app/api.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { DateField } from '../../components/DateField.tsx';

interface Props {
  part: Part;
  task: PathTask | undefined;
  onClose: () => void;
}

/** Says who does a part and by when. */
export function TaskDialog({ part, task, onClose }: Props) {
  const [owner, setOwner] = useState(task?.owner ?? '');
  const [due, setDue] = useState(task?.due ?? '');
  const save = useAction('aansluiting.saveTask', { onSuccess: onClose });
  return (
    <ActionDialog
      title={part.title}
      submit="Opslaan"
      ready={due === '' || isDate(due)}
      busy={save.isPending}
      failure={save.error?.failure}
      onSubmit={() => save.mutate({ part: part.key, owner, due })}
      onClose={onClose}
    >
      <Field label="Door">
        <Input value={owner} maxLength={100} autoComplete="off" onChange={(_, data) => setOwner(data.value)} />
      </Field>
      <DateField label="Uiterlijk" value={due} onChange={setDue} />
    </ActionDialog>
  );
}
