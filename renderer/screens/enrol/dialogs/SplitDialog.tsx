import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { InschrijvingGegevens } from '../../../../shared/api/inschrijving.ts';
import type { InschrijvingCard } from '../../../../shared/api/leerlingen.ts';
import { addDays, isDate } from '../../../../shared/domain/dates.ts';
import { deliveryOfSplit } from '../../../../shared/domain/enrolment/announce.ts';
import { splitAt } from '../../../../shared/domain/enrolment/split.ts';
import type { Situation } from '../../../../shared/domain/forms/situation.ts';
import { useAction } from '../../../app/api.ts';
import { ActionDialog } from '../../../components/ActionDialog.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { useCardContext } from '../../leerlingen/card/context.ts';
import { longDate } from '../../uitwisselen/moments.ts';
import { BronNotice } from './BronNotice.tsx';

interface Props {
  inschrijving: InschrijvingCard;
  /** Key of the inschrijving on the card. */
  scope: string;
  /** As it stands in the form, with the periods of the new situation. */
  gegevens: InschrijvingGegevens;
  /** First day of the new situation; absent when that is to be asked. */
  date?: string | undefined;
  /** Where a pupil of a WEC-school is from then on, when that changes. */
  situation?: Situation | undefined;
  onClose: () => void;
}

/** Ends an inschrijving and opens a new one in one step: says what becomes of both, and what does not go along. */
export function SplitDialog({ inschrijving, scope, gegevens, date: given, situation, onClose }: Props) {
  const { card, mine } = useCardContext();
  const { id, version, deliverBy } = inschrijving;
  const { datumInschrijving = '', datumUitschrijving } = gegevens;
  const [date, setDate] = useState(given ?? '');
  const ready = isDate(date) && date > datumInschrijving && !(datumUitschrijving && date > datumUitschrijving);
  const split = ready ? splitAt(gegevens, date, situation) : undefined;
  const action = useAction('enrolment.split', {
    onSuccess: ({ announcement }) => {
      // What was typed of the new situation has gone to the new inschrijving.
      if (split) card.editInschrijving(scope, () => split.ended);
      card.check();
      card.refetch();
      card.say({ saved: announcement });
      onClose();
    },
  });
  return (
    <ActionDialog
      title="Uitschrijven en opnieuw inschrijven"
      submit="Doorvoeren"
      ready={ready}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() =>
        action.mutate({ inschrijvingId: id, version, gegevens, date, ...(situation ? { situation } : {}) })
      }
      onClose={onClose}
    >
      <Text>
        Dit is voor BRON een uitschrijving en een nieuwe inschrijving. De inschrijving van {longDate(datumInschrijving)}{' '}
        blijft bewaard; wat doorloopt, gaat mee naar de nieuwe.
      </Text>
      {given === undefined ? (
        <DateField label="Eerste dag van de nieuwe inschrijving" required value={date} onChange={setDate} />
      ) : null}
      {split ? (
        <>
          {situation ? <Text>Vul daarna op de kaart aan wat de nieuwe inschrijving nog mist.</Text> : null}
          {split.left.length > 0 ? <Text>Gaat niet mee: {split.left.join(', ')}.</Text> : null}
          <BronNotice
            title="Uitschrijving"
            persoon={mine.persoon}
            gegevens={split.ended}
            waiting={deliverBy}
            becomes={`De inschrijving van ${longDate(datumInschrijving)} eindigt op ${longDate(addDays(date, -1))}.`}
          />
          <BronNotice
            title="Nieuwe inschrijving"
            persoon={mine.persoon}
            gegevens={split.opened}
            waiting={deliverBy}
            becomes={`Begint op ${longDate(date)}. ${deliveryOfSplit(inschrijving.knownByBron)}`}
          />
        </>
      ) : null}
    </ActionDialog>
  );
}
