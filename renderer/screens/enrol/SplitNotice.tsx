import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { InschrijvingCard } from '../../../shared/api/leerlingen.ts';
import { splitChanges, type SplitChange } from '../../../shared/domain/enrolment/split.ts';
import { situationOf, type Situation } from '../../../shared/domain/forms/situation.ts';
import { useCardContext } from '../leerlingen/card/context.ts';
import { inschrijvingInOrder, type InschrijvingDraft } from '../leerlingen/card/draft.ts';
import { longDate } from '../uitwisselen/moments.ts';
import { SplitDialog } from './dialogs/SplitDialog.tsx';

const useStyles = makeStyles({ root: { marginBottom: tokens.spacingVerticalL } });

/** What a change is called, and when it is delivered as an uitschrijving and a new inschrijving although it need not be. */
const words: Readonly<Record<string, { name: string; when: string }>> = {
  schoolsoort: { name: 'Een andere schoolsoort', when: 'als daar een eigen administratie is' },
  vestiging: { name: 'Een andere vestiging', when: 'als daar een eigen administratie is' },
  ambulanteBegeleiding: {
    name: 'Begeleiding op een andere school',
    when: 'als u het niet als een doorlopende inschrijving ziet',
  },
};

const same = (a: SplitChange) => (b: SplitChange) => a.group === b.group && a.date === b.date;

interface Offer {
  intent: 'warning' | 'info';
  text: string;
  date?: string;
  situation?: Situation;
}

/** What is offered of the inschrijving as it stands in the form: a change that must or may be delivered so, or another situation. */
function offerOf(saved: InschrijvingCard, { gegevens }: InschrijvingDraft): Offer | undefined {
  const situation = situationOf(gegevens);
  if (saved.knownByBron && situation !== situationOf(saved.gegevens))
    return {
      intent: 'warning',
      text: 'BRON kent de leerling anders. Geldt dit pas vanaf een latere dag, dan is het voor BRON een uitschrijving en een nieuwe inschrijving. Was het van het begin af zo, sla het dan hier op.',
      situation,
    };
  const before = splitChanges(saved.gegevens);
  const changes = splitChanges(inschrijvingInOrder(gegevens));
  const must = changes.find(({ need }) => need === 'must');
  if (must)
    return {
      intent: 'warning',
      text: `${words[must.group]?.name} vanaf ${longDate(must.date)} is voor BRON een uitschrijving en een nieuwe inschrijving. Als wijziging van deze inschrijving keurt BRON het af.`,
      date: must.date,
    };
  const may = changes.find((change) => !before.some(same(change)));
  return (
    may && {
      intent: 'info',
      text: `${words[may.group]?.name} vanaf ${longDate(may.date)} mag voor BRON ook een uitschrijving en een nieuwe inschrijving zijn, ${words[may.group]?.when}. Loopt de inschrijving door, sla het dan gewoon op.`,
      date: may.date,
    }
  );
}

/** Offers to make an uitschrijving and a new inschrijving of a change that BRON takes, or may take, as such (PvE 4.1). */
export function SplitNotice({ inschrijving, saved }: { inschrijving: InschrijvingDraft; saved: InschrijvingCard }) {
  const styles = useStyles();
  const { readOnly } = useCardContext();
  // The notice changes with what is typed; what was asked for does not.
  const [asked, setAsked] = useState<Offer>();
  const offer = readOnly || saved.removal ? undefined : offerOf(saved, inschrijving);
  return (
    <>
      {offer ? (
        <MessageBar intent={offer.intent} layout="multiline" className={styles.root} role="status">
          <MessageBarBody>
            <MessageBarTitle>Uitschrijven en opnieuw inschrijven</MessageBarTitle>
            {offer.text}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => setAsked(offer)}>Uitschrijven en opnieuw inschrijven…</Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {asked ? (
        <SplitDialog
          inschrijving={saved}
          scope={inschrijving.key}
          gegevens={asked.situation ? saved.gegevens : inschrijvingInOrder(inschrijving.gegevens)}
          date={asked.date}
          situation={asked.situation}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </>
  );
}

/** Says of which inschrijving BRON must have the end before it can have this one. */
export function AwaitsNotice({ awaits }: Pick<InschrijvingCard, 'awaits'>) {
  const styles = useStyles();
  if (!awaits) return null;
  return (
    <MessageBar intent="info" layout="multiline" className={styles.root}>
      <MessageBarBody>
        <MessageBarTitle>Wacht op de uitschrijving</MessageBarTitle>
        BRON staat één inschrijving tegelijk toe. Deze gaat mee zodra BRON het einde van de inschrijving van{' '}
        {longDate(awaits)} heeft bevestigd: verstuur, haal de terugkoppelingen op en verstuur nog een keer.
      </MessageBarBody>
    </MessageBar>
  );
}
