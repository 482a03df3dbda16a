import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ageings } from '../../../shared/domain/enrolment/delivery.ts';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Section } from '../../components/Section.tsx';
import { AgeingBadge } from './AgeingBadge.tsx';
import { changes, reminder, termSentence } from './texts.ts';
import { WaitingTable } from './WaitingTable.tsx';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  counts: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', listStyleType: 'none', margin: 0, padding: 0 },
  count: { display: 'flex', gap: '8px', alignItems: 'center' },
});

/** So many are shown at once on the screen Vandaag. */
const FIRST = 5;
/** A new day makes a change a day older without any event. */
const ASK_AGAIN_MS = 600_000;

/** How long each change has been waiting to be with BRON, the most urgent first (Stappenplan step 13). */
export function AgeingSection() {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const { data } = useOperation('ageing.list', { limit: FIRST }, { refetchInterval: ASK_AGAIN_MS });
  if (!data) return null;
  const { day, counts, rows, total } = data;
  const urgent = reminder(counts);
  return (
    <Section
      title="Hoe lang wijzigingen wachten"
      description={termSentence}
      actions={<Button onClick={() => go({ screen: 'ageing' })}>Blad voor de schoolleider</Button>}
    >
      <div className={styles.stack}>
        {total === 0 ? (
          <Text>Er wacht niets: de school is bij.</Text>
        ) : (
          <>
            {urgent ? <Text weight="semibold">{urgent}</Text> : null}
            <ul className={styles.counts} aria-label="Wijzigingen naar termijn">
              {ageings.map((ageing) => (
                <li key={ageing} className={styles.count}>
                  <AgeingBadge ageing={ageing} /> {changes(counts[ageing])}
                </li>
              ))}
            </ul>
            <WaitingTable rows={rows} day={day} />
            {total > rows.length ? (
              <div>
                <Button onClick={() => go({ screen: 'ageing' })}>Alle {changes(total)} bekijken</Button>
              </div>
            ) : null}
          </>
        )}
      </div>
    </Section>
  );
}
