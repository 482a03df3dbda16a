import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { CsvPreview } from '../../../../shared/api/csv.ts';
import { csvTargets, doubleTarget } from '../../../../shared/domain/import/csv/targets.ts';
import { columnName } from './words.ts';

const SHOWN_ROWS = 3;

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: {
    width: '100%',
    minWidth: '44rem',
    borderCollapse: 'collapse',
    overflowWrap: 'anywhere',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'middle',
      padding: '4px 12px 4px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
  target: { width: '18rem' },
});

interface Props {
  preview: CsvPreview;
  onChange: (mapping: CsvPreview['mapping']) => void;
}

/** The columns of the file with what stands in the first rows, and for each a list to choose from what it is. */
export function ColumnTable({ preview, onChange }: Props) {
  const styles = useStyles();
  const id = useId();
  const { headers, mapping } = preview;
  const rows = preview.rows.slice(0, SHOWN_ROWS);
  const double = doubleTarget(mapping)?.key;
  const set = (index: number, value: string) =>
    onChange(mapping.map((key, at) => (at === index ? value || null : key)));
  return (
    // Wider than a narrow window: the keyboard has to be able to scroll it.
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Tabel met kolommen">
      <table className={styles.table} aria-label="Kolommen in het bestand">
        <thead>
          <tr>
            <th scope="col">Kolom in het bestand</th>
            {rows.map(({ number }) => (
              <th key={number} scope="col">
                Rij {number}
              </th>
            ))}
            <th scope="col" id={id} className={styles.target}>
              Wat staat erin
            </th>
          </tr>
        </thead>
        <tbody>
          {headers.map((_, index) => (
            <tr key={index}>
              <th scope="row" id={`${id}-${index}`}>
                {columnName(headers, index)}
              </th>
              {rows.map(({ number, cells }) => (
                <td key={number}>{cells[index]}</td>
              ))}
              <td>
                <Field
                  validationState={double !== undefined && mapping[index] === double ? 'error' : 'none'}
                  validationMessage={
                    double !== undefined && mapping[index] === double ? 'Ook gekozen bij een andere kolom.' : undefined
                  }
                >
                  <Select
                    aria-labelledby={`${id} ${id}-${index}`}
                    value={mapping[index] ?? ''}
                    onChange={(_event, { value }) => set(index, value)}
                  >
                    <option value="">Niet overnemen</option>
                    {csvTargets.map(({ key, label }) => (
                      <option key={key} value={key}>
                        {label}
                      </option>
                    ))}
                  </Select>
                </Field>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
