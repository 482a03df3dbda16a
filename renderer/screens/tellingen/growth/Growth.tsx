import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { FundingRule } from '../../../../shared/api/funding.ts';
import { useOperation } from '../../../app/api.ts';
import { Answer } from '../../../components/Answer.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Section } from '../../../components/Section.tsx';
import { SchooljaarField } from '../SchooljaarField.tsx';
import { useTellingenState } from '../tellingenState.ts';
import { FundingTable } from './FundingTable.tsx';
import { nextText } from './texts.ts';

const useStyles = makeStyles({
  choice: { maxWidth: '10rem', marginBottom: tokens.spacingVerticalL },
  list: { margin: '12px 0 0', paddingLeft: '20px', display: 'grid', gap: '4px', maxWidth: '90ch' },
});

/** What growth and special funding come to for this school, rule by rule, with the numbers that it is made of. */
export function Growth() {
  const styles = useStyles();
  const { schooljaar } = useTellingenState();
  const query = useOperation('funding.year', schooljaar ? { schooljaar } : {}, { keepPrevious: true });
  return (
    <Answer query={query} loading="De tellingen worden gemaakt…">
      {(year) => (
        <>
          <div className={styles.choice}>
            <SchooljaarField schooljaar={year.schooljaar} today={year.today} />
          </div>
          {year.parts.length === 0 ? (
            <EmptyState title="Geen regeling">
              Voor een school voor de trekkende bevolking is er geen regeling voor groei.
            </EmptyState>
          ) : (
            year.parts.map((rule) => <RuleSection key={rule.key} rule={rule} />)
          )}
        </>
      )}
    </Answer>
  );
}

function RuleSection({ rule }: { rule: FundingRule }) {
  const styles = useStyles();
  const { title, rule: meaning, source, lines, next, assumptions } = rule;
  return (
    <Section title={title} description={`${meaning} (${source})`}>
      {lines.length === 0 ? (
        <Text block>Er is nog geen datum voorbij waarop dit te zeggen is.</Text>
      ) : (
        <FundingTable rule={rule} />
      )}
      {next ? <Text block>{nextText(next)}</Text> : null}
      {assumptions.length > 0 ? (
        <ul className={styles.list} aria-label={`Aangenomen bij ${title}`}>
          {assumptions.map((sentence) => (
            <li key={sentence}>Aangenomen: {sentence}</li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
