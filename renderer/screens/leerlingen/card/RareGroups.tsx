import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { groupsThat, needOf, purposeOf } from '../../../../shared/domain/forms/needs.ts';
import { saysOnlyZero } from '../../../../shared/domain/forms/situation.ts';
import { inschrijvingKinds } from '../../../../shared/pve/berichten/kinds.ts';
import { verplichteEindtoets } from '../../../../shared/pve/gegevensset/verplichteEindtoets.ts';
import type { FieldGroup, Gegevensgroep } from '../../../../shared/pve/gegevensset/types.ts';
import { Section } from '../../../components/Section.tsx';
import { useCardContext } from './context.ts';
import { periodsAt, type InschrijvingDraft } from './draft.ts';
import { Periods } from './Periods.tsx';
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

function Offer({ scope, group, text }: { scope: string; group: FieldGroup; text: string }) {
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
  const { mine, readOnly, factsAt, findingsAt, signalenAt } = useCardContext();
  const facts = factsAt(scope);
  if (!facts) return null;
  const isThere = ({ key }: FieldGroup) => {
    const place = { group: key };
    return (
      (periodsAt(mine, scope, place).length > 0 && !saysOnlyZero(gegevens, key)) ||
      findingsAt(scope, place).length > 0 ||
      signalenAt(scope, place).length > 0
    );
  };
  const rare = inschrijvingKinds[gegevens.kind].groups.filter(
    (group: Gegevensgroep) => needOf(group, facts) !== 'usual',
  );
  const offered = groupsThat('possible', facts).filter((group) => !isThere(group));
  return (
    <>
      {rare.filter(isThere).map((group) => (
        <Section key={group.key} title={group.name}>
          {group.key === verplichteEindtoets.key ? (
            <VerplichteEindtoets scope={scope} />
          ) : (
            <Periods group={group} scope={scope} onDate={gegevens.datumInschrijving} />
          )}
        </Section>
      ))}
      {readOnly || offered.length === 0 ? null : (
        <Section title="Minder gebruikte gegevens">
          <ul className={styles.list}>
            {offered.map((group) => (
              <Offer key={group.key} scope={scope} group={group} text={purposeOf(group, facts)} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
