import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { InschrijvingCard } from '../../../shared/api/leerlingen.ts';
import { useAction } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { useCardContext } from '../leerlingen/card/context.ts';
import { momentOf } from '../uitwisselen/moments.ts';

const useStyles = makeStyles({ root: { marginBottom: tokens.spacingVerticalL } });

/** Says that BRON is to remove an inschrijving, and lets that be taken back as long as it has not left. */
export function RemovalNotice({ inschrijving: { id, removal, bronState } }: { inschrijving: InschrijvingCard }) {
  const { card } = useCardContext();
  const styles = useStyles();
  const may = useMay();
  const action = useAction('exchange.withdrawRemoval', {
    onSuccess: () => {
      card.refetch();
      card.say({ saved: 'De inschrijving blijft bij BRON staan.' });
    },
  });
  if (!removal) return null;
  const underWay = bronState === 'in behandeling' || bronState === 'onzeker';
  return (
    <>
      <MessageBar intent="warning" layout="multiline" className={styles.root}>
        <MessageBarBody>
          <MessageBarTitle>Wordt bij BRON verwijderd</MessageBarTitle>
          Gevraagd {removal.by ? `door ${removal.by} ` : ''}op {momentOf(removal.at)}: {removal.reason}.{' '}
          {underWay
            ? 'Het verzoek is bij BRON. Na de bevestiging gaat de inschrijving naar de prullenbak.'
            : 'Kies bij Uitwisselen voor Versturen.'}
        </MessageBarBody>
        {may('authorise') && !underWay ? (
          <MessageBarActions>
            <Button disabled={action.isPending} onClick={() => action.mutate({ inschrijvingId: id })}>
              Toch bij BRON laten staan
            </Button>
          </MessageBarActions>
        ) : null}
      </MessageBar>
      {action.error ? <FailureMessage failure={action.error.failure} /> : null}
    </>
  );
}
