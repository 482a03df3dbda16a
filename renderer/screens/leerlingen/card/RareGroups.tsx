import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { editionOn } from '../../../../shared/pve/controles/readings.ts';
import { isIn } from '../../../../shared/pve/gegevensset/editions.ts';
import { verplichteEindtoets } from '../../../../shared/pve/gegevensset/verplichteEindtoets.ts';
import { Section } from '../../../components/Section.tsx';
import { useCardContext } from './context.ts';
import { periodsAt, type InschrijvingDraft } from './draft.ts';
import { rareGroups, type RareGroup } from './groupRules.ts';
import { PeriodBlocks } from './PeriodBlocks.tsx';
import { PeriodTable } from './PeriodTable.tsx';
import { domId } from './places.ts';
import { usePeriods } from './usePeriods.ts';
import { VerplichteEindtoets } from './VerplichteEindtoets.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    alignItems: 'center',
  },
  text: { flex: '1 1 20rem', color: tokens.colorNeutralForeground2 },
});

function Offer({ scope, rare: { group, text } }: { scope: string; rare: RareGroup }) {
  const styles = useStyles();
  const { add } = usePeriods(scope, { group: group.key });
  return (
    <li className={styles.item} id={domId(scope, { group: group.key })} tabIndex={-1}>
      <Button icon={<AddRegular />} onClick={add}>
        {group.name} toevoegen
      </Button>
      <Text className={styles.text}>{text}</Text>
    </li>
  );
}

/** Groups that most inschrijvingen do without: shown once there is something in them, otherwise offered where they may be needed. */
export function RareGroups({ inschrijving: { key: scope, gegevens } }: { inschrijving: InschrijvingDraft }) {
  const styles = useStyles();
  const { mine, readOnly, today, findingsAt, signalenAt } = useCardContext();
  const isThere = ({ group: { key } }: RareGroup) => {
    const place = { group: key };
    return (
      periodsAt(mine, scope, place).length > 0 ||
      findingsAt(scope, place).length > 0 ||
      signalenAt(scope, place).length > 0
    );
  };
  const edition = editionOn(today);
  const offered = rareGroups.filter((rare) => !isThere(rare) && isIn(edition, rare.group) && rare.mayNeed(gegevens));
  return (
    <>
      {rareGroups.filter(isThere).map(({ group }) => (
        <Section key={group.key} title={group.name}>
          {group.key === verplichteEindtoets.key ? (
            <VerplichteEindtoets scope={scope} />
          ) : group.groups.length > 0 ? (
            <PeriodBlocks group={group} scope={scope} onDate={gegevens.datumInschrijving} />
          ) : (
            <PeriodTable group={group} scope={scope} onDate={gegevens.datumInschrijving} />
          )}
        </Section>
      ))}
      {readOnly || offered.length === 0 ? null : (
        <Section title="Minder gebruikte gegevens">
          <ul className={styles.list}>
            {offered.map((rare) => (
              <Offer key={rare.group.key} scope={scope} rare={rare} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
