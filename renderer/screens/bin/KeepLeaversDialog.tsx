import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Destroyable } from '../../../shared/api/retention.ts';
import { isDate } from '../../../shared/domain/dates.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { DateField } from '../../components/DateField.tsx';

interface Props {
  rows: readonly Destroyable[];
  onClose: () => void;
}

/** Keeps pupils of whom the retention period is over on purpose, up to and including a day. */
export function KeepLeaversDialog({ rows, onClose }: Props) {
  const notify = useNotify();
  const [until, setUntil] = useState('');
  const count = rows.length === 1 ? '1 leerling' : `${rows.length} leerlingen`;
  const action = useAction('retention.keep', {
    onSuccess: () => {
      notify(`Langer bewaard: ${count}.`);
      onClose();
    },
  });
  return (
    <ActionDialog
      title={`${count} langer bewaren`}
      submit="Langer bewaren"
      ready={isDate(until)}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() => action.mutate({ leerlingIds: rows.map(({ leerlingId }) => leerlingId), until })}
      onClose={onClose}
    >
      <Text>
        Bewaar gegevens alleen langer als dat nodig is, bijvoorbeeld door een klacht of een rechtszaak. Tot en met de
        dag die u kiest, vraagt het programma er niet meer naar. Daarna beslist u opnieuw.
      </Text>
      <DateField label="Bewaren tot en met" value={until} onChange={setUntil} required />
    </ActionDialog>
  );
}
