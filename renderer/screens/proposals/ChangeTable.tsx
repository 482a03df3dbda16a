import { makeStyles } from '@fluentui/react-components';
import type { Proposal } from '../../../shared/api/proposals.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { shownValue } from '../../texts/values.ts';
import { elementOf } from './texts.ts';

const useStyles = makeStyles({ table: { tableLayout: 'fixed' } });

/** What would change, gegeven by gegeven: here, and in BRON. */
export function ChangeTable({ leerlingNaam, changes }: Pick<Proposal, 'leerlingNaam' | 'changes'>) {
  const styles = useStyles();
  return (
    <LineTable label={`Verschillen bij ${leerlingNaam}`} minWidth="32rem" className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Gegeven</th>
          <th scope="col">Bij u</th>
          <th scope="col">Bij BRON</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ key, here, bron }, index) => {
          const element = elementOf(key);
          return (
            <tr key={`${key} ${String(index)}`}>
              <th scope="row">{element?.name ?? key}</th>
              <td>{shownValue(element, here)}</td>
              <td>{shownValue(element, bron)}</td>
            </tr>
          );
        })}
      </tbody>
    </LineTable>
  );
}
