import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular, SaveRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { useCardContext } from './context.ts';
import { kindAt } from './draft.ts';
import { placeName } from './places.ts';
import type { Card } from './useCard.ts';

const useStyles = makeStyles({
  // Always in sight, however far down the card one is.
  root: {
    position: 'sticky',
    bottom: '8px',
    zIndex: 2,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    ':empty': { display: 'none' },
    '@media print': { display: 'none' },
  },
  raised: { boxShadow: tokens.shadow8, borderRadius: tokens.borderRadiusMedium },
  message: { backgroundColor: tokens.colorNeutralBackground1, ':focus': { outlineStyle: 'none' } },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  text: { flex: '1 1 16rem' },
});

const CONFLICT =
  'Die wijziging is opgehaald en staat nu op deze kaart. Wat u had ingevoerd staat er ook nog; gegevens die u allebei hebt gewijzigd zijn gemarkeerd. Controleer de kaart en kies opnieuw Opslaan.';

/** What came of the last thing done on the card, in words; undefined when there is nothing to say (any more). */
function sayingOf({
  outcome,
  changed,
  state,
}: Card): { intent: 'success' | 'warning' | 'error'; title?: string; text: string } | undefined {
  if (outcome?.failure) {
    const { message, remedy } = outcome.failure;
    if (outcome.conflict) return { intent: 'warning', title: message, text: CONFLICT };
    const refused = outcome.at
      ? `${placeName(outcome.at.place, kindAt(state.mine, outcome.at.scope))}: ${message}`
      : message;
    return { intent: 'error', title: refused, text: remedy };
  }
  return outcome?.saved === undefined || changed ? undefined : { intent: 'success', text: outcome.saved };
}

function SaveMessage({ card }: { card: Card }) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const { outcome } = card;
  // The button that was pressed may be gone: the cursor goes to what came of it.
  useEffect(() => {
    root.current?.focus({ preventScroll: true });
  }, [outcome]);
  const { jump } = useCardContext();
  const saying = sayingOf(card);
  if (!saying) return null;
  const { intent, title, text } = saying;
  return (
    <div ref={root} tabIndex={-1} className={mergeClasses(styles.raised, styles.message)}>
      <MessageBar intent={intent} layout="multiline" role={intent === 'success' ? 'status' : 'alert'}>
        <MessageBarBody>
          {title === undefined ? null : <MessageBarTitle>{title}</MessageBarTitle>}
          {text}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label="Melding sluiten"
              onClick={() => card.say(undefined)}
            />
          }
        >
          {outcome?.at && intent !== 'success' ? (
            <Button onClick={() => outcome.at && jump(outcome.at.scope, outcome.at.place)}>Naar het veld</Button>
          ) : null}
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}

interface Props {
  card: Card;
  isNew: boolean;
  onSave: () => Promise<boolean>;
  onDiscard: () => void;
}

/** What came of the last save, and as long as something was changed: saving it, or throwing it away. */
export function SaveBar({ card, isNew, onSave, onDiscard }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <SaveMessage card={card} />
      {card.changed || card.saving ? (
        <div className={mergeClasses(styles.raised, styles.bar)} role="region" aria-label="Opslaan">
          <Text className={styles.text} weight="semibold">
            {isNew ? 'Deze leerling is nog niet opgeslagen.' : 'U hebt wijzigingen die nog niet zijn opgeslagen.'}
          </Text>
          <Button disabled={card.saving} onClick={onDiscard}>
            Wijzigingen weggooien
          </Button>
          <Button
            appearance="primary"
            disabledFocusable={card.saving}
            icon={card.saving ? <Spinner size="tiny" /> : <SaveRegular />}
            onClick={() => void onSave()}
          >
            {card.saving ? 'Wordt opgeslagen…' : 'Opslaan'}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
