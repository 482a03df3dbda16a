import { Field, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { OverzichtRow } from '../../../shared/api/registratieoverzicht.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';

/** Lets a difference stand: says what that does, and asks why. */
export function LetStandDialog({ row, onClose }: { row: OverzichtRow; onClose: () => void }) {
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const action = useAction('registratieoverzicht.letStand', {
    onSuccess: () => {
      notify(`Het verschil bij ${row.naam} blijft staan.`);
      onClose();
    },
  });
  return (
    <ActionDialog
      title="Verschil laten staan?"
      submit="Laten staan"
      ready={reason.trim() !== ''}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() => action.mutate({ key: row.key, reason: reason.trim() })}
      onClose={onClose}
    >
      <Text>
        {row.naam} verdwijnt uit de lijst zolang het verschil hetzelfde blijft. Er verandert niets aan de gegevens; wat
        nog naar BRON moet, gaat gewoon mee als u verstuurt.
      </Text>
      <Field label="Reden" required hint="Wordt vastgelegd, met uw naam.">
        <Textarea value={reason} maxLength={500} rows={3} onChange={(_, data) => setReason(data.value)} />
      </Field>
    </ActionDialog>
  );
}
