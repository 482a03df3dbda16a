import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import type { Card } from './useCard.ts';

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    bottom: '8px',
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
    '@media print': { display: 'none' },
  },
  text: { flex: '1 1 16rem' },
  outcome: { marginBottom: tokens.spacingVerticalM },
});

/** What came of the last save, in words. */
export function SaveMessage({ card }: { card: Card }) {
  const styles = useStyles();
  const { outcome } = card;
  if (!outcome) return null;
  if (outcome.saved !== undefined && !card.changed) {
    return (
      <MessageBar intent="success" layout="multiline" className={styles.outcome} role="status">
        <MessageBarBody>{outcome.saved}</MessageBarBody>
      </MessageBar>
    );
  }
  if (!outcome.failure) return null;
  if (outcome.conflict) {
    return (
      <MessageBar intent="warning" layout="multiline" className={styles.outcome} role="alert">
        <MessageBarBody>
          <MessageBarTitle>{outcome.failure.message}</MessageBarTitle>
          Die wijziging is opgehaald en staat nu op deze kaart. Wat u had ingevoerd staat er ook nog; gegevens die u
          allebei hebt gewijzigd zijn gemarkeerd. Controleer de kaart en kies opnieuw Opslaan.
        </MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <div className={styles.outcome}>
      <FailureMessage
        failure={
          outcome.partly
            ? { ...outcome.failure, message: `Een deel is opgeslagen, de rest nog niet. ${outcome.failure.message}` }
            : outcome.failure
        }
      />
    </div>
  );
}

/** Saves, or throws away, what was changed on the card. In sight as long as something was. */
export function SaveBar({ card, isNew }: { card: Card; isNew: boolean }) {
  const styles = useStyles();
  if (!card.changed && !card.saving) return null;
  return (
    <div className={styles.root} role="region" aria-label="Opslaan">
      <Text className={styles.text} weight="semibold">
        {isNew ? 'Deze leerling is nog niet opgeslagen.' : 'U hebt wijzigingen die nog niet zijn opgeslagen.'}
      </Text>
      <Button disabled={card.saving} onClick={card.discard}>
        Wijzigingen weggooien
      </Button>
      <Button
        appearance="primary"
        disabled={card.saving}
        icon={card.saving ? <Spinner size="tiny" /> : <SaveRegular />}
        onClick={() => void card.save()}
      >
        {card.saving ? 'Wordt opgeslagen…' : 'Opslaan'}
      </Button>
    </div>
  );
}
