import { mergeClasses, Select } from '@fluentui/react-components';
import type { GroepRow } from '../../../shared/api/groepen.ts';
import { Section } from '../../components/Section.tsx';
import type { NextYearChoice } from './groepenState.ts';
import { groepenFor, streamsOf, withGroep, type Chosen, type Stream } from './nextYearFacts.ts';
import { useTableStyles } from './tableStyles.ts';

interface Props {
  rows: readonly Chosen[];
  groepen: readonly GroepRow[];
  onChoose: (choices: Record<number, NextYearChoice>) => void;
}

/** The groep that all pupils of a stream go to; `several` when they go to more than one. */
function common({ rows }: Stream): string {
  const ids = new Set(rows.map(({ choice }) => choice.groepId));
  const [only] = ids;
  if (ids.size > 1) return 'several';
  return only === undefined ? '' : String(only);
}

/** Where each groep goes as a whole: one choice for all its pupils who move up. */
export function StreamTable({ rows, groepen, onChoose }: Props) {
  const tables = useTableStyles();
  const streams = streamsOf(rows);
  if (streams.length === 0) return null;
  return (
    <Section
      title="Per groep"
      description="Kies hier voor alle leerlingen van een groep tegelijk; daaronder wijzigt u het voor een enkele leerling."
    >
      <table className={mergeClasses(tables.table, tables.even)} aria-label="Per groep">
        <thead>
          <tr>
            <th scope="col">Groep nu</th>
            <th scope="col">Leerlingen</th>
            <th scope="col">Naar leerjaar</th>
            <th scope="col">Naar groep</th>
          </tr>
        </thead>
        <tbody>
          {streams.map((stream) => {
            const [first] = stream.rows;
            const value = common(stream);
            return (
              <tr key={stream.key}>
                <th scope="row">{stream.groep}</th>
                <td>{stream.rows.length}</td>
                <td>{stream.leerjaar}</td>
                <td>
                  <Select
                    aria-label={`Naar groep voor ${stream.groep}, leerjaar ${stream.leerjaar}`}
                    value={value}
                    onChange={(_, data) => {
                      const groep = groepen.find(({ id }) => String(id) === data.value);
                      onChoose(
                        Object.fromEntries(
                          stream.rows.map(({ inschrijvingId, choice }) => [inschrijvingId, withGroep(choice, groep)]),
                        ),
                      );
                    }}
                  >
                    {value === '' ? <option value="">(kies een groep)</option> : null}
                    {value === 'several' ? <option value="several">(verschillende groepen)</option> : null}
                    {(first ? groepenFor(first, groepen) : []).map(({ id, naam }) => (
                      <option key={id} value={id}>
                        {naam}
                      </option>
                    ))}
                  </Select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
