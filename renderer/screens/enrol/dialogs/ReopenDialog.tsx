import { Text } from '@fluentui/react-components';
import type { InschrijvingCard } from '../../../../shared/api/leerlingen.ts';
import { useAction } from '../../../app/api.ts';
import { ActionDialog } from '../../../components/ActionDialog.tsx';
import { useCardContext } from '../../leerlingen/card/context.ts';
import { longDate } from '../../uitwisselen/moments.ts';
import { BronNotice } from './BronNotice.tsx';

/** Undoes an uitschrijving: the inschrijving goes on. */
export function ReopenDialog({ inschrijving, onClose }: { inschrijving: InschrijvingCard; onClose: () => void }) {
  const { card, mine } = useCardContext();
  const { id, version, gegevens } = inschrijving;
  const { datumUitschrijving = '', ...running } = gegevens;
  const action = useAction('enrolment.reopen', {
    onSuccess: ({ announcement }) => {
      card.refetch();
      card.say({ saved: `De inschrijving is heropend. ${announcement}` });
      onClose();
    },
  });
  return (
    <ActionDialog
      title="Inschrijving heropenen"
      submit="Heropenen"
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() => action.mutate({ inschrijvingId: id, version })}
      onClose={onClose}
    >
      <Text>
        De uitschrijving van {longDate(datumUitschrijving)} vervalt, met de reden en de nieuwe school. De leerling
        blijft ingeschreven alsof er niets is gebeurd.
      </Text>
      <Text>Is de leerling weg geweest en nu teruggekomen, heropen dan niet maar schrijf de leerling opnieuw in.</Text>
      <BronNotice persoon={mine.persoon} gegevens={running} waiting={inschrijving.deliverBy} />
    </ActionDialog>
  );
}
