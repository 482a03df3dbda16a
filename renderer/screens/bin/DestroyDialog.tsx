import { Checkbox, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { BinRow } from '../../../shared/api/bin.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';

interface Props {
  row: BinRow;
  name: string;
  onClose: () => void;
}

/** Destroys one item of the bin for good, once the person has said that she means it. */
export function DestroyDialog({ row, name, onClose }: Props) {
  const notify = useNotify();
  const [sure, setSure] = useState(false);
  const action = useAction('bin.destroy', {
    onSuccess: () => {
      notify('Vernietigd. De reservekopieën volgen.');
      onClose();
    },
  });
  return (
    <ActionDialog
      title="Definitief vernietigen?"
      submit="Vernietigen"
      ready={sure}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() => action.mutate({ kind: row.kind, id: row.id, confirmed: true })}
      onClose={onClose}
    >
      <Text weight="semibold">{name}</Text>
      <Text>
        Alle gegevens hiervan worden hier meteen vernietigd, ook de oude waarden in het logboek. Daarna worden de
        reservekopieën op beide plaatsen opnieuw geschreven zonder deze gegevens; een reservekopie waarbij dat niet kan,
        wordt verwijderd, en ook wat na schade apart is gezet. Dit kan niet ongedaan worden gemaakt.
      </Text>
      <Text>Kopieën, exports en afdrukken die u zelf ergens anders hebt bewaard, vernietigt u zelf.</Text>
      <Checkbox
        label="Ik weet het zeker: dit mag voorgoed weg."
        checked={sure}
        onChange={(_, data) => setSure(data.checked === true)}
      />
    </ActionDialog>
  );
}
