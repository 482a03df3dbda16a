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
import { longDate, momentOf } from '../uitwisselen/moments.ts';

const useStyles = makeStyles({ root: { marginBottom: tokens.spacingVerticalL } });

type Removal = NonNullable<InschrijvingCard['removal']>;

/** What is said of an inschrijving that BRON is to remove, for good or to get it under another date. */
interface Said {
  title: string;
  what: string;
  /** While the verwijdering is with BRON. */
  underWay: string;
  /** What takes it back, and what is said then. */
  withdraw: string;
  withdrawn: string;
}

const saidOf = ({ reason, newStart }: Removal, datumInschrijving: string): Said =>
  newStart === undefined
    ? {
        title: 'Wordt bij BRON verwijderd',
        what: reason,
        underWay: 'Het verzoek is bij BRON. Na de bevestiging gaat de inschrijving naar de prullenbak.',
        withdraw: 'Toch bij BRON laten staan',
        withdrawn: 'De inschrijving blijft bij BRON staan.',
      }
    : {
        title: 'De datum inschrijving wordt gecorrigeerd',
        what: `BRON verwijdert de inschrijving van ${longDate(datumInschrijving)} en registreert die van ${longDate(newStart)}`,
        underWay:
          'De verwijdering is bij BRON. Haal de terugkoppeling op: dan krijgt de inschrijving hier de nieuwe datum en kunt u haar versturen.',
        withdraw: 'Toch niet corrigeren',
        withdrawn: 'De datum inschrijving blijft zoals zij was.',
      };

/** Says that BRON is to remove an inschrijving, and lets that be taken back as long as it has not left. */
export function RemovalNotice({ inschrijving }: { inschrijving: InschrijvingCard }) {
  const { card } = useCardContext();
  const styles = useStyles();
  const may = useMay();
  const { id, removal, bronState, gegevens } = inschrijving;
  const said = removal && saidOf(removal, gegevens.datumInschrijving ?? '');
  const options = {
    onSuccess: () => {
      card.refetch();
      card.say({ saved: said?.withdrawn ?? '' });
    },
  };
  const keep = useAction('exchange.withdrawRemoval', options);
  const keepDate = useAction('enrolment.withdrawCorrection', options);
  if (!removal || !said) return null;
  const action = removal.newStart === undefined ? keep : keepDate;
  const mayWithdraw = may(removal.newStart === undefined ? 'authorise' : 'register');
  const underWay = bronState === 'in behandeling' || bronState === 'onzeker';
  return (
    <>
      <MessageBar intent="warning" layout="multiline" className={styles.root}>
        <MessageBarBody>
          <MessageBarTitle>{said.title}</MessageBarTitle>
          Gevraagd {removal.by ? `door ${removal.by} ` : ''}op {momentOf(removal.at)}: {said.what}.{' '}
          {underWay ? said.underWay : 'Kies bij Uitwisselen voor Versturen.'}
        </MessageBarBody>
        {mayWithdraw && !underWay ? (
          <MessageBarActions>
            <Button disabled={action.isPending} onClick={() => action.mutate({ inschrijvingId: id })}>
              {said.withdraw}
            </Button>
          </MessageBarActions>
        ) : null}
      </MessageBar>
      {action.error ? <FailureMessage failure={action.error.failure} /> : null}
    </>
  );
}
