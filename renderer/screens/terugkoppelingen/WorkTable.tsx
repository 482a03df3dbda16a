import { makeStyles, tokens } from '@fluentui/react-components';
import type { Output } from '../../../shared/api/contract.ts';
import type { WorkGrouping, WorkRow } from '../../../shared/api/work.ts';
import { PartHead } from './PartHead.tsx';
import { PointRow } from './PointRow.tsx';
import { groepName } from './sentences.ts';

type Work = Output<'terugkoppelingen.work'>;

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    overflowWrap: 'break-word',
    backgroundColor: tokens.colorNeutralBackground1,
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '8px 12px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& tr': { breakInside: 'avoid' },
  },
  name: { width: '22%' },
  group: { width: '4.5rem' },
  actions: { width: '8.5rem' },
});

interface Part {
  key: string;
  rows: WorkRow[];
}

/** The rows of a page in their parts, as the core put them in order. */
export function partsOf(rows: readonly WorkRow[]): Part[] {
  const parts: Part[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last && last.key === row.part) last.rows.push(row);
    else parts.push({ key: row.part, rows: [row] });
  }
  return parts;
}

interface Props {
  work: Pick<Work, 'rows' | 'codes' | 'groepen'>;
  grouping: WorkGrouping;
  /** Whether there is a page before this one: its last part may go on here. */
  isLaterPage: boolean;
  /** Key of the groep that the list is limited to. */
  groep: string | undefined;
  mayAct: boolean;
}

/** The rows of the work list under the heads of their parts. */
export function WorkTable({ work, grouping, isLaterPage, groep, mayAct }: Props) {
  const styles = useStyles();
  const { rows, codes, groepen } = work;
  const columns = mayAct ? 4 : 3;
  const headOf = (key: string) => {
    if (grouping === 'signaal') {
      const code = codes.find((item) => item.key === key);
      return code && { title: `${code.title} [${code.code}]`, count: code.count, code };
    }
    const found = grouping === 'groep' ? groepen.find((item) => item.key === key) : undefined;
    return found && { title: groepName(found, groepen), count: found.count };
  };
  return (
    <table className={styles.table} aria-label="Nog niet correct">
      <thead>
        <tr>
          <th scope="col" className={styles.name}>
            Leerling
          </th>
          <th scope="col" className={styles.group}>
            Groep
          </th>
          <th scope="col">Wat is er aan de hand, en wat te doen</th>
          {mayAct ? (
            <th scope="col" className={`${styles.actions} no-print`}>
              Actie
            </th>
          ) : null}
        </tr>
      </thead>
      {partsOf(rows).map(({ key, rows: list }, index) => {
        const head = headOf(key);
        return (
          <tbody key={key}>
            {head ? (
              <PartHead
                {...head}
                columns={columns}
                continued={isLaterPage && index === 0}
                groep={groep}
                mayAct={mayAct}
              />
            ) : null}
            {list.map((row) => (
              <PointRow key={row.key} row={row} explained={grouping === 'signaal'} mayAct={mayAct} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}
