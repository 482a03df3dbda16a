import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { InschrijvingCard } from '../../../../shared/api/leerlingen.ts';
import { isDate, isPartialDate } from '../../../../shared/domain/dates.ts';
import { ageObjections } from '../../../../shared/domain/enrolment/ages.ts';
import { announceCorrection } from '../../../../shared/domain/enrolment/announce.ts';
import { withCorrectedStart, withStart } from '../../../../shared/domain/enrolment/correct.ts';
import { useAction } from '../../../app/api.ts';
import { ActionDialog } from '../../../components/ActionDialog.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { useCardContext } from '../../leerlingen/card/context.ts';
import { longDate } from '../../uitwisselen/moments.ts';
import { counted } from '../../uitwisselen/sentences.ts';
import { BronNotice } from './BronNotice.tsx';

/** Gives an inschrijving another datum inschrijving; of one that BRON knows it says first what becomes of it at BRON. */
export function CorrectStartDialog({ inschrijving, onClose }: { inschrijving: InschrijvingCard; onClose: () => void }) {
  const { card, mine } = useCardContext();
  const { id, version, gegevens, knownByBron: atBron } = inschrijving;
  const { datumInschrijving = '' } = gegevens;
  const [date, setDate] = useState(datumInschrijving);
  const ready = isDate(date) && date !== datumInschrijving;
  const corrected = ready ? (atBron ? withCorrectedStart : withStart)(gegevens, date) : undefined;
  const { geboortedatum } = mine.persoon;
  const objections =
    ready && isPartialDate(geboortedatum) ? ageObjections({ geboortedatum, datumInschrijving: date }) : [];
  const action = useAction('enrolment.correctStart', {
    onSuccess: ({ announcement }) => {
      card.refetch();
      card.say({ saved: atBron ? announcement : `De datum inschrijving is nu ${longDate(date)}. ${announcement}` });
      onClose();
    },
  });
  return (
    <ActionDialog
      title="Datum inschrijving corrigeren"
      submit="Corrigeren"
      ready={ready}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() => action.mutate({ inschrijvingId: id, version, datumInschrijving: date, atBron })}
      onClose={onClose}
    >
      <Text>
        {atBron ? `BRON kent de inschrijving van ${longDate(datumInschrijving)}. ` : ''}De eerste periodes van
        vestiging, bekostiging, groep en wat verder met de inschrijving begint, gaan mee naar de nieuwe datum.
      </Text>
      <DateField label="Datum inschrijving" required value={date} onChange={setDate} />
      {corrected && corrected.dropped > 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {counted(corrected.dropped, 'periode is', 'periodes zijn')} op die dag al voorbij en{' '}
            {corrected.dropped === 1 ? 'vervalt' : 'vervallen'}.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {objections.map((objection) => (
        <MessageBar key={objection} intent="error" layout="multiline">
          <MessageBarBody>{objection}</MessageBarBody>
        </MessageBar>
      ))}
      {corrected ? (
        <BronNotice
          persoon={mine.persoon}
          gegevens={corrected.gegevens}
          waiting={inschrijving.deliverBy}
          {...(atBron ? { becomes: announceCorrection({ from: datumInschrijving, to: date }) } : {})}
        />
      ) : null}
      {atBron ? (
        <Text>
          Tot BRON de verwijdering heeft bevestigd, verandert hier niets; intrekken kan tot u verstuurt. Daarna staat de
          leerling niet bij BRON tot de nieuwe inschrijving is verstuurd: wacht daar niet mee.
        </Text>
      ) : null}
    </ActionDialog>
  );
}
