import { makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import {
  situationOf,
  situations,
  situationsFor,
  withSituation,
  type Situation,
} from '../../../../shared/domain/forms/situation.ts';
import { Section } from '../../../components/Section.tsx';
import { useCardContext } from './context.ts';
import type { InschrijvingDraft } from './draft.ts';
import { followDatumInschrijving } from './periods.ts';

const useStyles = makeStyles({
  words: { display: 'grid' },
  more: { color: tokens.colorNeutralForeground2 },
});

/** Where a pupil of a WEC-school is, where that can be more than one place; choosing fills in what BRON asks with it. */
export function SituationChoice({ inschrijving: { key: scope, gegevens } }: { inschrijving: InschrijvingDraft }) {
  const styles = useStyles();
  const { card, readOnly, factsAt, firstOf } = useCardContext();
  const facts = factsAt(scope);
  const possible = facts ? situationsFor(facts) : [];
  if (!facts || gegevens.kind !== 'WEC' || possible.length < 2) return null;
  const choose = (situation: Situation) => {
    card.editInschrijving(scope, (now) => {
      if (now.kind !== 'WEC') return now;
      const next = withSituation(now, situation);
      return followDatumInschrijving(next, next.datumInschrijving, firstOf({ ...facts, gegevens: next }));
    });
    card.check();
  };
  return (
    <Section title="Waar zit deze leerling?">
      <RadioGroup
        aria-label="Waar zit deze leerling?"
        value={situationOf(gegevens)}
        disabled={readOnly}
        onChange={(_, { value }) => choose(value as Situation)}
      >
        {situations
          .filter(({ code }) => possible.includes(code))
          .map(({ code, label, text }) => (
            <Radio
              key={code}
              value={code}
              label={
                <span className={styles.words}>
                  <Text weight="semibold">{label}</Text>
                  <Text className={styles.more}>{text}</Text>
                </span>
              }
            />
          ))}
      </RadioGroup>
      {situationOf(gegevens) === 'school' ? null : (
        <Text block>
          Leerjaar, groep, schoolsoort, soort verblijf{situationOf(gegevens) === 'ambulant' ? ', soort onderwijs' : ''}{' '}
          en aanduiding NNCA zijn daarom voor BRON 0; dat is al ingevuld.
        </Text>
      )}
    </Section>
  );
}
