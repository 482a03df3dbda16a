import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { WorkCode } from '../../../shared/api/work.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { counted } from '../uitwisselen/sentences.ts';
import { NoteField } from './NoteField.tsx';

interface Props {
  part: WorkCode;
  /** Key of the groep that the list is limited to. */
  groep: string | undefined;
  onClose: () => void;
}

/** Ticks every open signaal of one code off with one note. */
export function TickOffAllDialog({ part, groep, onClose }: Props) {
  const { code, ernst, title, tickable } = part;
  const [note, setNote] = useState('');
  const notify = useNotify();
  const points = counted(tickable, 'signaal', 'signalen');
  const action = useAction('terugkoppelingen.tickOffAll', {
    onSuccess: ({ count }) => {
      notify(`${counted(count, 'signaal is', 'signalen zijn')} afgevinkt.`);
      onClose();
    },
  });
  return (
    <ActionDialog
      title={`Alle ${tickable} afvinken: ${title} [${code}]`}
      submit={`Alle ${tickable} afvinken`}
      submitting="Bezig met afvinken…"
      ready={note.trim() !== ''}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() =>
        action.mutate({ ernst, code, expected: tickable, note: note.trim(), ...(groep === undefined ? {} : { groep }) })
      }
      onClose={onClose}
    >
      <Text>
        {points} {tickable === 1 ? 'krijgt' : 'krijgen'} dezelfde notitie
        {groep === undefined ? '' : '; alleen van de groep die u hebt gekozen'}. U kunt elk besluit later terugnemen met
        Weer openen.
      </Text>
      {ernst === 'A' ? (
        <Text>
          Let op: BRON heeft deze gegevens niet geregistreerd. Afvinken verandert dat niet: de leerlingen blijven
          afgekeurd.
        </Text>
      ) : null}
      <NoteField value={note} onChange={setNote} />
    </ActionDialog>
  );
}
