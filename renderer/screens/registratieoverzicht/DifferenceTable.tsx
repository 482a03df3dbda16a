import { Button, makeStyles } from '@fluentui/react-components';
import type { OverzichtDifference, OverzichtRow } from '../../../shared/api/registratieoverzicht.ts';
import { useSchool } from '../../app/useSchool.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { placeText, valueText } from './texts.ts';

const useStyles = makeStyles({ table: { tableLayout: 'fixed' } });

interface Props {
  row: OverzichtRow;
  busy: boolean;
  /** Takes over one difference; absent when there is nothing to choose between. */
  onTake?: ((difference: OverzichtDifference) => void) | undefined;
}

/** A row gegeven by gegeven: here, and in BRON. */
export function DifferenceTable({ row, busy, onTake }: Props) {
  const styles = useStyles();
  const school = useSchool();
  const context = school ? { vestigingen: school.vestigingen } : {};
  // Several gegevens of a voorkomen that one side lacks are taken over together, by the first of them.
  const isFirst = ({ part, path }: OverzichtDifference, index: number) =>
    row.differences.findIndex((one) => one.part === part && one.path === path) === index;
  return (
    <LineTable label={`Gegevens van ${row.naam}`} minWidth="40rem" className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Gegeven</th>
          <th scope="col">Bij u</th>
          <th scope="col">Bij BRON</th>
          {onTake ? (
            <th scope="col" className="no-print">
              Overnemen
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {row.differences.map((difference, index) => (
          <tr key={`${difference.part} ${difference.path} ${difference.name} ${String(index)}`}>
            <th scope="row">
              {placeText(difference)}: {difference.name}
            </th>
            <td>{valueText(difference, difference.here, context)}</td>
            <td>{valueText(difference, difference.bron, context)}</td>
            {onTake ? (
              <td className="no-print">
                {isFirst(difference, index) ? (
                  <Button
                    size="small"
                    disabledFocusable={busy}
                    aria-label={`${placeText(difference)}, ${difference.name}: overnemen van BRON`}
                    onClick={() => onTake(difference)}
                  >
                    Van BRON
                  </Button>
                ) : null}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </LineTable>
  );
}
