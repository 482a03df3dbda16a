import { useState } from 'react';
import { isDate } from '../../../shared/domain/dates.ts';
import type { Part } from '../../../shared/aansluiting/types.ts';
import { ONLY_YOU } from '../../../shared/aansluiting/steps.ts';
import { useAction } from '../../app/api.ts';
import { useToday } from '../../app/clock.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { DateField } from '../../components/DateField.tsx';

/** Ticks a part that a person judges, with the day on which it was done. */
export function DoneDialog({ part, onClose }: { part: Part; onClose: () => void }) {
  const notify = useNotify();
  const [on, setOn] = useState<string>(useToday());
  const tick = useAction('aansluiting.tick', {
    onSuccess: () => {
      notify(`Afgevinkt: ${part.title}.`);
      onClose();
    },
  });
  return (
    <ActionDialog
      title={part.title}
      submit="Afvinken"
      ready={isDate(on)}
      busy={tick.isPending}
      failure={tick.error?.failure}
      onSubmit={() => tick.mutate({ part: part.key, on })}
      onClose={onClose}
    >
      <p>{ONLY_YOU} Het programma vinkt dit niet voor u af.</p>
      <DateField label="Gedaan op" required value={on} onChange={setOn} />
    </ActionDialog>
  );
}
