import { Field, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Proposal } from '../../../shared/api/proposals.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { isTickedOff, kindTexts } from './texts.ts';

/** Leaves things as they are: says what that does, and asks why. */
export function DeclineDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const { id, nr, leerlingNaam } = proposal;
  const ticked = isTickedOff(proposal);
  const action = useAction('proposals.decline', {
    onSuccess: () => {
      notify(`${kindTexts[nr].title}, ${leerlingNaam}: ${ticked ? 'afgevinkt' : 'niet overgenomen'}.`);
      onClose();
    },
  });
  return (
    <ActionDialog
      title={`${ticked ? 'Afvinken' : 'Niet overnemen'}: ${leerlingNaam}`}
      submit={ticked ? 'Afvinken' : 'Niet overnemen'}
      ready={reason.trim() !== ''}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() => action.mutate({ id, reason: reason.trim() })}
      onClose={onClose}
    >
      <Text>
        Aan de gegevens verandert niets. Meldt BRON hetzelfde nog eens, dan vraagt het programma er niet opnieuw naar;
        meldt BRON iets anders, dan wel.
      </Text>
      <Field label="Reden" required hint="Wordt vastgelegd, met uw naam.">
        <Textarea value={reason} maxLength={500} rows={3} onChange={(_, data) => setReason(data.value)} />
      </Field>
    </ActionDialog>
  );
}
