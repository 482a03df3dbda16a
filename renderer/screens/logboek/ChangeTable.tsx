import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ChangeLine } from '../../../shared/api/changes.ts';
import { changeKindName } from '../../../shared/domain/changeKinds.ts';
import { useNavigation } from '../../app/navigation.ts';
import { moment } from '../../texts/format.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { fieldName } from './names.ts';
import { valueInWords } from './words.ts';
import { LineTable } from '../../components/LineTable.tsx';

const useStyles = makeStyles({
  table: { tableLayout: 'fixed', '& tbody th': { fontWeight: tokens.fontWeightRegular } },
  when: { width: '10.5rem' },
  who: { width: '9rem' },
  what: { width: '15rem' },
  block: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** The lines of the log: when, who, about whom, and the old and new value. */
export function ChangeTable({ rows }: { rows: readonly ChangeLine[] }) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  return (
    <LineTable label="Logboek" minWidth="56rem" className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.when}>
            Moment
          </th>
          <th scope="col" className={styles.who}>
            Gebruiker
          </th>
          <th scope="col" className={styles.what}>
            Waarover
          </th>
          <th scope="col">Gegeven</th>
          <th scope="col">Oud</th>
          <th scope="col">Nieuw</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((line) => {
          const { seq, at, userName, kind, subject, leerlingId } = line;
          return (
            <tr key={seq}>
              <th scope="row">
                {moment(at)}
                <Text size={200} className={styles.block}>
                  regel {seq}
                </Text>
              </th>
              <td>{userName ?? 'het programma'}</td>
              <td>
                {changeKindName(kind)}
                <span className={styles.block}>
                  {subject !== undefined && leerlingId !== undefined ? (
                    <TextLink onClick={() => go({ screen: 'leerling', id: leerlingId })}>{subject}</TextLink>
                  ) : (
                    subject
                  )}
                </span>
              </td>
              <td>{fieldName(line)}</td>
              <td>{valueInWords(line, line.old)}</td>
              <td>{valueInWords(line, line.new)}</td>
            </tr>
          );
        })}
      </tbody>
    </LineTable>
  );
}
