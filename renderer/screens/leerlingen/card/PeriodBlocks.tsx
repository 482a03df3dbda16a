import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { showsBelow, showsElement } from '../../../../shared/domain/forms/needs.ts';
import type { FieldElement, FieldGroup } from '../../../../shared/pve/gegevensset/types.ts';
import { useCardContext } from './context.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { GegevenField } from './GegevenField.tsx';
import { GroupFindings } from './GroupFindings.tsx';
import { PeriodTable } from './PeriodTable.tsx';
import { domId, voorkomenName, type CardPlace } from './places.ts';
import type { Texts } from './tree.ts';
import { usePeriods } from './usePeriods.ts';

const useStyles = makeStyles({
  block: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalL,
    margin: `0 0 ${tokens.spacingVerticalM}`,
    minWidth: 0,
  },
  legend: { fontWeight: tokens.fontWeightSemibold, padding: `0 ${tokens.spacingHorizontalS}` },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(14rem, 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    alignItems: 'start',
  },
  below: { marginTop: tokens.spacingVerticalL },
  heading: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase300 },
  buttons: { display: 'flex', justifyContent: 'flex-end' },
});

/** The voorkomens of a group that is too wide for a table: a block for each, with its fields and the groups below it inside. */
export function PeriodBlocks({
  group,
  scope,
  onDate,
}: {
  group: FieldGroup;
  scope: string;
  onDate?: string | undefined;
}) {
  const styles = useStyles();
  const { readOnly, factsAt, findingsAt, signalenAt, conflictAt } = useCardContext();
  const place: CardPlace = { group: group.key };
  const { list, add, remove } = usePeriods(scope, place);
  const facts = factsAt(scope);
  const isTold = ({ key }: FieldElement, voorkomen: number, period: Texts) => {
    const at = { ...place, voorkomen, element: key };
    return Boolean(period[key]) || findingsAt(scope, at).length + signalenAt(scope, at).length > 0;
  };
  const below = group.groups.filter((each) => !facts || showsBelow(each, facts));
  return (
    <>
      <div id={domId(scope, place)} tabIndex={-1}>
        <GroupFindings scope={scope} place={place} />
      </div>
      {list.length === 0 ? <Text>Nog geen periode.</Text> : null}
      {list.map((period, voorkomen) => (
        <fieldset key={voorkomen} className={styles.block}>
          <legend className={styles.legend}>{`${group.name}, ${voorkomenName(group, voorkomen)}`}</legend>
          <div className={styles.fields}>
            {group.elements
              .filter((element) => showsElement(element, period) || isTold(element, voorkomen, period))
              .map((element) => (
                <GegevenField
                  key={element.key}
                  element={element}
                  scope={scope}
                  place={{ ...place, voorkomen, element: element.key }}
                  onDate={period[group.period ?? ''] ?? onDate}
                />
              ))}
          </div>
          {below.map((each) => (
            <div key={each.key} className={styles.below}>
              <h3 className={styles.heading}>{each.name}</h3>
              <PeriodTable group={each} scope={scope} parent={voorkomen} />
            </div>
          ))}
          {readOnly ? null : (
            <div className={styles.buttons}>
              <Button appearance="subtle" icon={<DeleteRegular />} onClick={() => remove(voorkomen)}>
                {`${group.name}, ${voorkomenName(group, voorkomen)} verwijderen`}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <FieldNotes signalen={signalenAt(scope, place)} conflict={conflictAt(scope, place)} />
      {readOnly ? null : (
        <div>
          <Button size="small" icon={<AddRegular />} aria-label={`${group.name}: periode toevoegen`} onClick={add}>
            Periode toevoegen
          </Button>
        </div>
      )}
    </>
  );
}
