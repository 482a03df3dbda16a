import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ExchangeOverview } from '../../../shared/api/exchange.ts';
import { timeOf } from '../../texts/format.ts';
import { longDate } from './moments.ts';

const useStyles = makeStyles({ root: { marginBottom: '16px' }, steps: { margin: '8px 0 0', paddingLeft: '1.25rem' } });

type Hold = NonNullable<ExchangeOverview['hold']>;

interface Props {
  hold: Hold;
  /** When terugkoppelingen can be fetched again; absent when they can now. */
  nextPollAt: string | undefined;
  busy: boolean;
  /** Absent: this person may not. */
  onRequest?: (() => void) | undefined;
}

const and = (days: readonly string[]): string => days.map(longDate).join(' en ');

/** BRON had them before the backup and not on its day. */
const gone = (pupils: number): string =>
  pupils === 0
    ? ''
    : ` ${pupils === 1 ? 'Eén leerling had' : `${String(pupils)} leerlingen had`} BRON eerder wel en op de dag van de kopie niet meer; de eerste dag van de inschrijving laat zien of BRON die heeft verwijderd of beëindigd.`;

/** Why sending stands still since a restore, and what sets it going again. */
export function HoldPanel({ hold, nextPollAt, busy, onRequest }: Props) {
  const styles = useStyles();
  const { daysToKnow, pupilsToKnow, waiting, backupDay } = hold;
  const asked = waiting > 0;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.root}>
      <MessageBarBody>
        <MessageBarTitle>
          Versturen staat stil: deze administratie is teruggezet zoals zij op {longDate(backupDay)} was.
        </MessageBarTitle>
        BRON kan meer weten dan deze administratie. Vraag daarom op wat BRON van uw leerlingen heeft op{' '}
        {and(daysToKnow)}.{gone(pupilsToKnow)}
        <ol className={styles.steps}>
          <li>{asked ? 'Gedaan: het registratieoverzicht is gevraagd.' : 'Kies Registratieoverzicht opvragen.'}</li>
          <li>
            Kies Terugkoppelingen ophalen{asked ? '' : ' zodra het is gevraagd'}. Komt het overzicht nog niet mee, haal
            dan later nog eens op.{nextPollAt ? ` Ophalen kan weer om ${timeOf(nextPollAt)}.` : ''}
          </li>
          <li>Versturen gaat vanzelf weer aan. Wat intussen is gewijzigd blijft klaarstaan.</li>
        </ol>
      </MessageBarBody>
      {onRequest ? (
        <MessageBarActions>
          <Button appearance={asked ? 'secondary' : 'primary'} disabledFocusable={busy} onClick={onRequest}>
            {asked ? 'Nog eens opvragen' : 'Registratieoverzicht opvragen'}
          </Button>
        </MessageBarActions>
      ) : null}
    </MessageBar>
  );
}
