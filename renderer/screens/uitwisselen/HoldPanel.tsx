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

/** What to ask BRON: of all pupils on these days, or of pupils whom it had before the backup and has no more. */
function question({ daysToKnow, pupilsToKnow, backupDay }: Hold): string {
  if (daysToKnow.length > 0)
    return `BRON kan meer weten dan deze administratie. Vraag daarom op wat BRON van uw leerlingen heeft op ${and(daysToKnow)}.`;
  const who =
    pupilsToKnow === 1
      ? 'Van één leerling had BRON op de dag van de kopie en vandaag de inschrijving niet'
      : `Van ${String(pupilsToKnow)} leerlingen had BRON op de dag van de kopie en vandaag de inschrijving niet`;
  return `${who}. Op de eerste dag van een inschrijving is te zien of BRON die vóór ${longDate(backupDay)} heeft beëindigd, of heeft verwijderd. Vraag ook dat op.`;
}

/** Why sending stands still since a restore, and what sets it going again. */
export function HoldPanel({ hold, nextPollAt, busy, onRequest }: Props) {
  const styles = useStyles();
  const { waiting, unasked, backupDay } = hold;
  const asked = waiting > 0 && unasked === 0;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.root}>
      <MessageBarBody>
        <MessageBarTitle>
          Versturen staat stil: deze administratie is teruggezet zoals zij op {longDate(backupDay)} was.
        </MessageBarTitle>
        {question(hold)}
        <ol className={styles.steps}>
          <li>{asked ? 'Gedaan: het registratieoverzicht is gevraagd.' : 'Kies Registratieoverzicht opvragen.'}</li>
          <li>
            Kies Terugkoppelingen ophalen{asked ? '' : ' zodra het is gevraagd'}. Komt het overzicht nog niet mee, haal
            dan later nog eens op.{nextPollAt ? ` Ophalen kan weer om ${timeOf(nextPollAt)}.` : ''}
          </li>
          <li>Daarna kan versturen weer. Wat intussen is gewijzigd blijft klaarstaan.</li>
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
