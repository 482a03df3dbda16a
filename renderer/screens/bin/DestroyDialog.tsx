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
      notify('Vernietigd.');
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
        Alle gegevens hiervan worden vernietigd, ook de oude waarden in het logboek. Dat kan niet ongedaan worden
        gemaakt. In reservekopieën van eerder staan ze nog.
      </Text>
      <Checkbox
        label="Ik weet het zeker: dit mag voorgoed weg."
        checked={sure}
        onChange={(_, data) => setSure(data.checked === true)}
      />
    </ActionDialog>
  );
}
