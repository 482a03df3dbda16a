import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Section } from '../../../components/Section.tsx';
import { counted } from '../../uitwisselen/sentences.ts';
import type { Attention } from './cardFacts.ts';
import { useCardContext } from './context.ts';
import { placeName } from './places.ts';
import { ErnstBadge } from './SignaalNote.tsx';
import { TextLink } from '../../uitwisselen/TextLink.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    maxHeight: '14rem',
    overflowY: 'auto',
  },
  item: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
});

/** Everything on this card that is not right yet, each one click away from its field. */
export function AttentionPanel({ items }: { items: readonly Attention[] }) {
  const styles = useStyles();
  const { jump, kindAt } = useCardContext();
  if (items.length === 0) return null;
  return (
    <Section title={`${counted(items.length, 'punt vraagt', 'punten vragen')} aandacht`}>
      <ul className={styles.list}>
        {items.map(({ key, ernst, code, text, from, scope, place }) => (
          <li key={key} className={styles.item}>
            <ErnstBadge ernst={ernst} />
            <TextLink onClick={() => jump(scope, place)}>
              {placeName(place, kindAt(scope))}: {text} [{code}]
            </TextLink>
            <Text size={200}>{from === 'bron' ? 'gemeld door BRON' : 'gevonden door de voorcontrole'}</Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
