import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import type { ContactLine } from '../../../shared/aansluiting/contactLines.ts';
import { LineTable } from '../../components/LineTable.tsx';

const useStyles = makeStyles({
  group: { '& th': { paddingTop: '16px', borderBottom: `2px solid ${tokens.colorNeutralStroke1}` } },
  value: { width: '34%' },
});

interface Props {
  lines: readonly ContactLine[];
  /** On paper the column of Mijn BRON is filled in by hand. */
  byHand?: boolean;
}

/** The contactgegevens field by field: here, in Mijn BRON, and whether they are the same. */
export function ContactTable({ lines, byHand = false }: Props) {
  const styles = useStyles();
  const groups = [...new Set(lines.map(({ of }) => of))];
  return (
    <LineTable label="Contactgegevens hier en in Mijn BRON" minWidth="560px">
      <thead>
        <tr>
          <th scope="col">Gegeven</th>
          <th scope="col" className={styles.value}>
            In dit programma
          </th>
          <th scope="col" className={styles.value}>
            In Mijn BRON
          </th>
          {byHand ? null : <th scope="col">Gelijk?</th>}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group} data-group={group}>
          <tr className={styles.group}>
            <th scope="rowgroup" colSpan={byHand ? 3 : 4}>
              {group}
            </th>
          </tr>
          {lines
            .filter(({ of }) => of === group)
            .map(({ label, own, held, same }) => (
              <tr key={label} data-same={same}>
                <th scope="row">{label}</th>
                <td>{own ?? 'ontbreekt'}</td>
                <td>{held ?? (byHand ? '' : 'ontbreekt')}</td>
                {byHand ? null : <td>{same ? 'Ja' : <Different />}</td>}
              </tr>
            ))}
        </tbody>
      ))}
    </LineTable>
  );
}

const Different = () => (
  <Badge appearance="tint" color="warning">
    Verschilt
  </Badge>
);
