import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, WarningFilled } from '@fluentui/react-icons';
import type { Signaal } from '../../../shared/api/leerlingen.ts';
import type { FieldElement } from '../../../shared/pve/gegevensset/types.ts';
import type { ChoiceContext } from '../../texts/values.ts';
import { decisionSentences, earlierSentence, isUnregistered } from './sentences.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, alignItems: 'flex-start' },
  decided: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  icon: { flexShrink: 0, marginTop: '2px' },
  list: { margin: 0, paddingLeft: '20px' },
});

interface Props {
  signaal: Omit<Signaal, 'id'>;
  element: FieldElement | undefined;
  context?: ChoiceContext;
}

/** What was decided on a signaal, and what was decided before about the same gegeven; nothing when nobody ever decided. */
export function DecisionNote({ signaal, element, context = {} }: Props) {
  const styles = useStyles();
  const sentences = decisionSentences(signaal);
  const { earlier } = signaal;
  if (sentences.length === 0 && earlier.length === 0) return null;
  return (
    <div className={styles.root}>
      {isUnregistered(signaal) ? (
        <Badge appearance="tint" color="danger" icon={<WarningFilled />}>
          Afgevinkt, maar nog niet bij BRON
        </Badge>
      ) : null}
      {sentences.length > 0 ? (
        <span className={styles.decided}>
          <CheckmarkRegular aria-hidden="true" className={styles.icon} />
          <Text>{sentences.join(' ')}</Text>
        </span>
      ) : null}
      {earlier.length > 0 ? (
        <>
          <Text size={200} weight="semibold">
            Eerder besloten over dit gegeven
          </Text>
          <ul className={styles.list}>
            {earlier.map((decision) => (
              <li key={`${decision.decidedAt} ${decision.code} ${decision.note ?? ''}`}>
                <Text size={200}>{earlierSentence(decision, element, context)}</Text>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
