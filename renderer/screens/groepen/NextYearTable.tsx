import { makeStyles, mergeClasses, Select, Text } from '@fluentui/react-components';
import type { GroepRow } from '../../../shared/api/groepen.ts';
import { nextYearOutcomes, type NextYearOutcome } from '../../../shared/domain/nextYear.ts';
import { useKind } from '../../app/useKind.ts';
import type { NextYearChoice } from './groepenState.ts';
import { choiceFor, groepenFor, outcomeTexts, stays, withGroep, type Chosen } from './nextYearFacts.ts';
import { useTableStyles } from './tableStyles.ts';
import { whereText } from './words.ts';

const useStyles = makeStyles({ block: { display: 'block' } });

const remarkTexts = {
  'started late': 'na 1 januari begonnen: voorstel om in leerjaar 1 te blijven',
  'leerjaar unknown': 'leerjaar onbekend: kies zelf',
} as const;

interface Props {
  label: string;
  rows: readonly Chosen[];
  groepen: readonly GroepRow[];
  onChoose: (choices: Record<number, NextYearChoice>) => void;
}

const fieldId = (inschrijvingId: number) => `next-year-${inschrijvingId}`;

/** The pupils of one list, each with what happens and the groep of the next school year. */
export function NextYearTable({ label, rows, groepen, onChoose }: Props) {
  const tables = useTableStyles();
  const styles = useStyles();
  const kind = useKind();
  const change = (row: Chosen, outcome: NextYearOutcome) => {
    onChoose({ [row.inschrijvingId]: choiceFor(row, outcome, groepen, kind) });
    // The pupil goes to another list, and the keyboard goes along.
    requestAnimationFrame(() => document.getElementById(fieldId(row.inschrijvingId))?.focus());
  };
  return (
    <table className={mergeClasses(tables.table, tables.even)} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Leerling</th>
          <th scope="col">Nu</th>
          <th scope="col">Wat gebeurt er</th>
          <th scope="col">Groep volgend schooljaar</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { inschrijvingId, naam, choice, proposal } = row;
          return (
            <tr key={inschrijvingId}>
              <th scope="row">
                {naam}
                {proposal.remark ? (
                  <Text size={200} className={styles.block}>
                    {remarkTexts[proposal.remark]}
                  </Text>
                ) : null}
              </th>
              <td>{whereText(row)}</td>
              <td>
                <Select
                  id={fieldId(inschrijvingId)}
                  aria-label={`Wat gebeurt er met ${naam}`}
                  value={choice.outcome}
                  onChange={(_, data) => change(row, data.value as NextYearOutcome)}
                >
                  {nextYearOutcomes.map((outcome) => (
                    <option key={outcome} value={outcome}>
                      {outcomeTexts[outcome].choice}
                    </option>
                  ))}
                </Select>
              </td>
              <td>
                {stays(choice) ? (
                  <Select
                    aria-label={`Groep van ${naam} in het volgende schooljaar`}
                    value={String(choice.groepId ?? '')}
                    onChange={(_, data) => {
                      const groep = groepen.find(({ id }) => String(id) === data.value);
                      onChoose({ [inschrijvingId]: withGroep(choice, groep) });
                    }}
                  >
                    {choice.groepId === undefined ? <option value="">(kies een groep)</option> : null}
                    {groepenFor(row, groepen).map((groep) => (
                      <option key={groep.id} value={groep.id}>
                        {`${groep.naam}${groep.leerjaren.length > 1 && choice.leerjaar ? `, leerjaar ${choice.leerjaar}` : ''}`}
                      </option>
                    ))}
                  </Select>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
