import { Checkbox, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Destroyable } from '../../../shared/api/retention.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';

interface Props {
  rows: readonly Destroyable[];
  onClose: () => void;
}

/** Destroys pupils of whom the retention period is over, once the person has said that she means it. */
export function DestroyLeaversDialog({ rows, onClose }: Props) {
  const notify = useNotify();
  const [sure, setSure] = useState(false);
  const count = rows.length === 1 ? '1 leerling' : `${rows.length} leerlingen`;
  const action = useAction('retention.destroy', {
    onSuccess: () => {
      notify(`Vernietigd: ${count}. De reservekopieën volgen.`);
      onClose();
    },
  });
  return (
    <ActionDialog
      title={`${count} definitief vernietigen?`}
      submit="Vernietigen"
      ready={sure}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() => action.mutate({ leerlingIds: rows.map(({ leerlingId }) => leerlingId), confirmed: true })}
      onClose={onClose}
    >
      <Text weight="semibold">
        {rows
          .slice(0, 5)
          .map(({ naam }) => naam)
          .join('; ')}
        {rows.length > 5 ? ` en nog ${rows.length - 5}` : ''}
      </Text>
      <Text>
        Alle gegevens worden hier meteen vernietigd, ook de oude waarden in het logboek. Daarna worden de reservekopieën
        op beide plaatsen opnieuw geschreven zonder deze leerlingen. Een reservekopie waarbij dat niet kan, bijvoorbeeld
        van vóór een nieuwe sleutel, wordt verwijderd, en ook wat na schade apart is gezet. Dit kan niet ongedaan worden
        gemaakt.
      </Text>
      <Text>
        Kopieën, exports en afdrukken die u zelf ergens anders hebt bewaard, vernietigt u zelf, binnen acht weken.
      </Text>
      <Checkbox
        label="Ik weet het zeker: dit mag voorgoed weg."
        checked={sure}
        onChange={(_, data) => setSure(data.checked === true)}
      />
    </ActionDialog>
  );
}
