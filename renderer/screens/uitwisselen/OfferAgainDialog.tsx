import { Field, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { BerichtRow } from '../../../shared/api/exchange.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { offerAgainTexts } from './sentences.ts';

/** Gives a melding up, so that it is offered again in a new one: says what that does, and asks why. */
export function OfferAgainDialog({ bericht, onClose }: { bericht: BerichtRow; onClose: () => void }) {
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const action = useAction('exchange.offerAgain', {
    onSuccess: () => {
      notify('Kies Versturen: er gaat dan een nieuwe melding naar BRON.');
      onClose();
    },
  });
  return (
    <ActionDialog
      title="Opnieuw aanbieden?"
      submit="Opnieuw aanbieden"
      ready={reason.trim() !== ''}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() => action.mutate({ berichtId: bericht.id, reason: reason.trim() })}
      onClose={onClose}
    >
      <Text>
        De melding van {bericht.leerlingNaam ?? 'deze leerling'} vervalt. Bij de volgende keer versturen gaat er een
        nieuwe melding naar BRON, onder een nieuw nummer, met wat hier dan is opgeslagen.
      </Text>
      <Text>{offerAgainTexts[bericht.state]}</Text>
      <Field label="Reden" required hint="Bijvoorbeeld wat de Helpdesk BRON zei. Wordt vastgelegd, met uw naam.">
        <Textarea value={reason} maxLength={500} rows={3} onChange={(_, data) => setReason(data.value)} />
      </Field>
    </ActionDialog>
  );
}
