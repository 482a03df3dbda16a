import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { LeerlingCard } from '../../../../shared/api/leerlingen.ts';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { cardSentence } from './sentences.ts';

const useStyles = makeStyles({
  root: { display: 'inline-flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

/** Where the pupil stands with BRON: the badge and one plain sentence. */
export function CardState({ card }: { card: LeerlingCard }) {
  const styles = useStyles();
  return (
    <span className={styles.root} data-testid="bron-sentence">
      <StateBadge state={card.bronState} />
      <Text>{cardSentence(card)}.</Text>
    </span>
  );
}
