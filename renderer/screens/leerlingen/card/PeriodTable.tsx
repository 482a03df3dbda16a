import { Button, InfoLabel, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { Fragment, useState } from 'react';
import type { FieldElement, FieldGroup } from '../../../../shared/pve/gegevensset/types.ts';
import { useCardContext } from './context.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { GegevenField } from './GegevenField.tsx';
import { GroupFindings } from './GroupFindings.tsx';
import { PeriodNotes } from './PeriodNotes.tsx';
import { domId, placeName, voorkomenName, type CardPlace } from './places.ts';
import { voorkomenPlace } from './tree.ts';
import { usePeriods } from './usePeriods.ts';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    '& th': {
      textAlign: 'left',
      verticalAlign: 'bottom',
      hyphens: 'auto',
      overflowWrap: 'anywhere',
      fontWeight: tokens.fontWeightSemibold,
      fontSize: tokens.fontSizeBase200,
      padding: `0 ${tokens.spacingHorizontalS} 4px 0`,
    },
    '& td': { verticalAlign: 'top', padding: `4px ${tokens.spacingHorizontalS} 4px 0` },
  },
  // On a narrow window the columns share what there is.
  date: { width: '11rem', '@media (max-width: 900px)': { width: 'auto' } },
  choice: { width: '16rem', '@media (max-width: 900px)': { width: 'auto' } },
  short: { width: '9rem', '@media (max-width: 900px)': { width: 'auto' } },
  remove: { '@media (max-width: 900px)': { width: '3rem' } },
  add: { marginTop: tokens.spacingVerticalS },
});

interface Props {
  group: FieldGroup;
  /** Key of the inschrijving; absent for what is the pupil's. */
  scope?: string;
  /** Which voorkomen of the group above it belongs to. */
  parent?: number;
  /** Date on which the choices of a period without date must be valid. */
  onDate?: string | undefined;
}

/** How much room the values of a gegeven take. */
const widthOf = ({ format, waardelijst, key }: FieldElement): 'date' | 'choice' | 'short' =>
  format === 'datum' ? 'date' : waardelijst && key !== 'gewicht' ? 'choice' : 'short';

/** The voorkomens of a group without groups below it: a row for each, the newest last. */
export function PeriodTable({ group, scope, parent, onDate }: Props) {
  const styles = useStyles();
  const { readOnly, signalenAt, conflictAt, kindAt } = useCardContext();
  const [typing, setTyping] = useState<string>();
  const place: CardPlace = { group: group.key, ...(parent === undefined ? {} : { parent }) };
  const { list, add, remove } = usePeriods(scope, place);
  const name = placeName(place, kindAt(scope));
  const one = group.period ? 'Periode' : 'Regel';
  return (
    <>
      <div id={domId(scope ?? '', place)} tabIndex={-1}>
        <GroupFindings scope={scope} place={place} />
      </div>
      {list.length === 0 ? (
        <Text>{group.period ? 'Nog geen periode.' : 'Nog niets ingevuld.'}</Text>
      ) : (
        <table
          className={styles.table}
          aria-label={name}
          onFocus={(event) => setTyping(event.target.id)}
          onBlur={() => setTyping(undefined)}
        >
          <colgroup>
            {group.elements.map((element) => (
              <col key={element.key} className={styles[widthOf(element)]} />
            ))}
            <col className={styles.remove} />
          </colgroup>
          <thead>
            <tr>
              {group.elements.map(({ key, name: heading, help }) => (
                <th key={key} scope="col">
                  {help ? (
                    <InfoLabel size="small" info={help} infoButton={{ 'aria-label': 'Uitleg bij' }}>
                      {heading}
                    </InfoLabel>
                  ) : (
                    heading
                  )}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {list.map((period, voorkomen) => (
              <Fragment key={voorkomen}>
                <tr>
                  {group.elements.map((element) => (
                    <td key={element.key}>
                      <GegevenField
                        element={element}
                        {...(scope === undefined ? {} : { scope })}
                        place={{ ...voorkomenPlace(group, voorkomen, parent), element: element.key }}
                        inTable
                        onDate={period[group.period ?? ''] ?? onDate}
                        scheme={period['codeGewichtenregeling']}
                      />
                    </td>
                  ))}
                  <td>
                    {readOnly ? null : (
                      <Button
                        appearance="subtle"
                        icon={<DeleteRegular />}
                        aria-label={`${name}: ${voorkomenName(group, voorkomen)} verwijderen`}
                        title={`${one} verwijderen`}
                        onClick={() => remove(voorkomen)}
                      />
                    )}
                  </td>
                </tr>
                <PeriodNotes
                  group={group}
                  scope={scope}
                  place={voorkomenPlace(group, voorkomen, parent)}
                  typing={typing}
                />
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      <FieldNotes signalen={signalenAt(scope, place)} conflict={conflictAt(scope, place)} />
      {readOnly || (group.max === 1 && list.length > 0) ? null : (
        <div>
          <Button
            className={styles.add}
            size="small"
            icon={<AddRegular />}
            aria-label={`${name}: ${one.toLowerCase()} toevoegen`}
            onClick={add}
          >
            {one} toevoegen
          </Button>
        </div>
      )}
    </>
  );
}
