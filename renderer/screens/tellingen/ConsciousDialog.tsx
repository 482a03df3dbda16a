import { Field, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';

const LONGEST_NOTE = 500;

/** Says of a difference that it is meant to be so, and why. */
export function ConsciousDialog({ id, about, onClose }: { id: number; about: string; onClose: () => void }) {
  const notify = useNotify();
  const [note, setNote] = useState('');
  const mark = useAction('tellingen.markRow', {
    onSuccess: () => {
      notify('Genoteerd: het verschil is bewust.');
      onClose();
    },
  });
  return (
    <ActionDialog
      title="Verschil bewust?"
      submit="Noteren"
      ready={note.trim() !== ''}
      busy={mark.isPending}
      failure={mark.error?.failure}
      onSubmit={() => mark.mutate({ id, conscious: true, note: note.trim() })}
      onClose={onClose}
    >
      <Text>
        {about}. U noteert dat BRON klopt en dat u aan dit verschil niets verandert. Er gaat niets naar BRON of DUO-CFI.
        De notitie blijft staan als hetzelfde verschil op een nieuw overzicht terugkomt.
      </Text>
      <Field label="Waarom" required hint="Wordt vastgelegd, met uw naam.">
        <Textarea value={note} maxLength={LONGEST_NOTE} rows={3} onChange={(_, data) => setNote(data.value)} />
      </Field>
    </ActionDialog>
  );
}
