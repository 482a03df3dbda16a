import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { InschrijvingCard } from '../../../../shared/api/leerlingen.ts';
import { isDate } from '../../../../shared/domain/dates.ts';
import { proposeMovedEnd } from '../../../../shared/domain/enrolment/end.ts';
import { useAction } from '../../../app/api.ts';
import { useToday } from '../../../app/clock.ts';
import { ActionDialog } from '../../../components/ActionDialog.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { useCardContext } from '../../leerlingen/card/context.ts';
import { longDate } from '../../uitwisselen/moments.ts';
import { BronNotice } from './BronNotice.tsx';

/** Moves the datum uitschrijving when the message of the new school came in. */
export function MoveEndDialog({ inschrijving, onClose }: { inschrijving: InschrijvingCard; onClose: () => void }) {
  const { card, mine } = useCardContext();
  const { id, version, gegevens } = inschrijving;
  const { datumUitschrijving = '' } = gegevens;
  const [newStart, setNewStart] = useState('');
  const [receivedOn, setReceivedOn] = useState(useToday());
  const { value, reason } = proposeMovedEnd({ datumUitschrijving, newStart, receivedOn });
  const moves = value !== undefined && value !== datumUitschrijving;
  const action = useAction('enrolment.moveEnd', {
    onSuccess: ({ announcement }) => {
      card.refetch();
      card.say({ saved: `De datum uitschrijving is nu ${longDate(value ?? '')}. ${announcement}` });
      onClose();
    },
  });
  return (
    <ActionDialog
      title="Bericht van de nieuwe school"
      submit="Datum uitschrijving aanpassen"
      ready={moves}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() => action.mutate({ inschrijvingId: id, version, newStart, receivedOn })}
      onClose={onClose}
    >
      <Text>
        De leerling is uitgeschreven op {longDate(datumUitschrijving)}. Komt binnen vier weken het bericht van
        inschrijving van de nieuwe school, dan sluit de uitschrijving daarop aan.
      </Text>
      <DateField label="Datum inschrijving op de nieuwe school" required value={newStart} onChange={setNewStart} />
      <DateField label="Bericht ontvangen op" required value={receivedOn} onChange={setReceivedOn} />
      {isDate(newStart) && isDate(receivedOn) ? <Text role="status">{reason}</Text> : null}
      {moves ? (
        <BronNotice
          persoon={mine.persoon}
          gegevens={{ ...gegevens, datumUitschrijving: value }}
          waiting={inschrijving.deliverBy}
        />
      ) : null}
    </ActionDialog>
  );
}
