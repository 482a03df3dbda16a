import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowSwapRegular, CheckmarkRegular } from '@fluentui/react-icons';
import type { LeerlingCard } from '../../../../shared/api/leerlingen.ts';
import { formatDutchDate } from '../../../../shared/domain/dates.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Section } from '../../../components/Section.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { NumberSection } from '../../proposals/NumberSection.tsx';
import { ProposalSection } from '../../proposals/ProposalSection.tsx';
import { momentOf } from '../../uitwisselen/moments.ts';
import { counted } from '../../uitwisselen/sentences.ts';
import { useCardContext } from './context.ts';
import { OverzichtSection } from './OverzichtSection.tsx';
import { bronSentence } from './sentences.ts';
import { compareWithBron, countDifferences } from './stand.ts';
import { shownValue } from '../../../texts/values.ts';
import { LineTable } from '../../../components/LineTable.tsx';

const useStyles = makeStyles({
  table: { tableLayout: 'fixed' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    marginBottom: '12px',
  },
  group: { backgroundColor: tokens.colorNeutralBackground2 },
  differs: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorNeutralForeground1 },
  mark: { display: 'inline-flex', gap: '4px', alignItems: 'center' },
});

/** What BRON has registered of every inschrijving, beside what is kept here. */
export function BronTab({ card }: { card: LeerlingCard }) {
  const styles = useStyles();
  const { choices } = useCardContext();
  if (card.inschrijvingen.length === 0) {
    return (
      <>
        <NumberSection leerlingId={card.id} />
        <ProposalSection leerlingId={card.id} />
        <OverzichtSection leerlingId={card.id} />
        <EmptyState title="Nog niets bij BRON">Zonder inschrijving gaat er niets naar BRON.</EmptyState>
      </>
    );
  }
  const inschrijvingen = card.inschrijvingen.map((inschrijving) => {
    const groups = compareWithBron(card.persoon, inschrijving);
    const differences = countDifferences(groups);
    const date = formatDutchDate(inschrijving.gegevens.datumInschrijving ?? '');
    return (
      <Section key={inschrijving.id} title={`Inschrijving ${date || 'zonder datum'}`}>
        <div className={styles.head}>
          <StateBadge state={inschrijving.bronState} />
          <Text>{bronSentence(inschrijving)}.</Text>
        </div>
        {inschrijving.bronStand ? (
          <>
            <Text>
              Zo heeft BRON het geregistreerd op {momentOf(inschrijving.bronStand.registeredAt)}.{' '}
              {differences === 0
                ? 'Alles is gelijk aan wat hier is opgeslagen.'
                : `${counted(differences, 'gegeven verschilt', 'gegevens verschillen')} van wat hier is opgeslagen.`}
            </Text>
            <LineTable label={`Vergelijking met BRON, inschrijving ${date}`} minWidth="44rem" className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Gegeven</th>
                  <th scope="col">Bij u</th>
                  <th scope="col">Bij BRON</th>
                  <th scope="col">Verschil</th>
                </tr>
              </thead>
              {groups.map(({ title, rows }) => (
                <tbody key={title}>
                  <tr className={styles.group}>
                    <th scope="rowgroup" colSpan={4}>
                      {title}
                    </th>
                  </tr>
                  {rows.map(({ element, las, bron, differs }) => (
                    <tr key={element.key} className={mergeClasses(differs && styles.differs)}>
                      <th scope="row">{element.name}</th>
                      <td>{shownValue(element, las, choices)}</td>
                      <td>{shownValue(element, bron, choices)}</td>
                      <td>
                        <span className={styles.mark}>
                          {differs ? <ArrowSwapRegular aria-hidden="true" /> : null}
                          {!differs && bron !== undefined ? <CheckmarkRegular aria-hidden="true" /> : null}
                          {differs ? 'Verschilt' : bron === undefined ? 'Niet bij BRON' : 'Gelijk'}
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              ))}
            </LineTable>
          </>
        ) : (
          <Text>BRON heeft van deze inschrijving nog niets geregistreerd.</Text>
        )}
      </Section>
    );
  });
  return (
    <>
      <NumberSection leerlingId={card.id} />
      <ProposalSection leerlingId={card.id} />
      <OverzichtSection leerlingId={card.id} />
      {inschrijvingen}
    </>
  );
}
