import { Field, MessageBar, MessageBarBody, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { InschrijvingCard } from '../../../shared/api/leerlingen.ts';
import { useAction } from '../../app/api.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { longDate } from '../uitwisselen/moments.ts';

interface Props {
  inschrijving: Pick<InschrijvingCard, 'id' | 'version'>;
  /** Of whom and of which period: what is on the point of being removed. */
  summary: { naam: string; datumInschrijving?: string | undefined; datumUitschrijving?: string | undefined };
  onDone: () => void;
  onClose: () => void;
}

/** Has BRON remove an inschrijving: says what that does, and asks why. */
export function RemoveAtBronDialog({ inschrijving: { id, version }, summary, onDone, onClose }: Props) {
  const [reason, setReason] = useState('');
  const action = useAction('exchange.remove', { onSuccess: onDone });
  const { naam, datumInschrijving, datumUitschrijving } = summary;
  const from = datumInschrijving ? ` vanaf ${longDate(datumInschrijving)}` : '';
  const until = datumUitschrijving ? ` tot en met ${longDate(datumUitschrijving)}` : '';
  return (
    <ActionDialog
      title="Bij BRON verwijderen"
      submit="Verwijderen"
      ready={reason.trim() !== ''}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() => action.mutate({ inschrijvingId: id, version, reason: reason.trim() })}
      onClose={onClose}
    >
      <Text>
        BRON verwijdert de inschrijving van {naam}
        {from}
        {until}. Dat verzoek gaat mee bij de volgende keer versturen.
      </Text>
      <Text>Bevestigt BRON het, dan gaat de inschrijving hier naar de prullenbak. Tot die tijd blijft zij staan.</Text>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          Doe dit alleen als de inschrijving er nooit had moeten zijn: zij telt dan niet mee voor de bekostiging. Ging
          de leerling van school, schrijf hem dan uit.
        </MessageBarBody>
      </MessageBar>
      <Field label="Reden" required hint="Bijvoorbeeld: verkeerde leerling. Wordt vastgelegd, met uw naam.">
        <Textarea value={reason} maxLength={500} rows={3} onChange={(_, data) => setReason(data.value)} />
      </Field>
    </ActionDialog>
  );
}
