import { makeStyles, Text } from '@fluentui/react-components';
import type { NamedPupil } from '../../../shared/api/counting.ts';
import { useOperation } from '../../app/api.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { FieldLink } from './FieldLink.tsx';
import { PAGE, PupilPages } from './PupilPages.tsx';
import { PupilName } from './PupilName.tsx';
import { useTellingenState, type Asked } from './tellingenState.ts';

const useStyles = makeStyles({ block: { display: 'block', maxWidth: '70ch' } });

/** The pupils who are not counted, or who are and look odd: why, what to do, and the way to the field. */
export function NamedList({ asked, list }: { asked: Asked; list: 'notCounted' | 'attention' }) {
  const styles = useStyles();
  const { page } = useTellingenState();
  const query = useOperation(
    'tellingen.named',
    { ...asked, list, offset: page * PAGE, limit: PAGE },
    { keepPrevious: true },
  );
  return (
    <PupilPages query={query}>
      {(rows: readonly NamedPupil[]) => (
        <LineTable
          label={list === 'notCounted' ? 'Leerlingen die niet meetellen' : 'Leerlingen met een attentie'}
          minWidth="40rem"
        >
          <thead>
            <tr>
              <th scope="col">Leerling</th>
              <th scope="col">Vestiging</th>
              <th scope="col">{list === 'notCounted' ? 'Waarom niet' : 'Wat opvalt'}, en wat u kunt doen</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <PupilName who={row} />
                </th>
                <td>{row.vestigingsvolgnummer}</td>
                <td>
                  {row.signalen.map(({ code, text, explanation, remedy, place }) => (
                    <div key={code} data-signaal={code}>
                      <Text weight="semibold" className={styles.block}>
                        {text} ({code})
                      </Text>
                      <Text className={styles.block}>
                        {explanation} {remedy}
                      </Text>
                      {place ? <FieldLink who={row} place={place} /> : null}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </LineTable>
      )}
    </PupilPages>
  );
}
