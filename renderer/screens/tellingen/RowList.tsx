import { useOperation } from '../../app/api.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { PAGE, PupilPages } from './PupilPages.tsx';
import { PupilName } from './PupilName.tsx';
import { useTellingenState, type Asked, type Shown } from './tellingenState.ts';

/** The pupils whom a row counts on one side. */
export function RowList({ asked, shown }: { asked: Asked; shown: Extract<Shown, { list: 'row' }> }) {
  const { page } = useTellingenState();
  const { code, side, label } = shown;
  const query = useOperation(
    'tellingen.pupils',
    { ...asked, code, side, offset: page * PAGE, limit: PAGE },
    { keepPrevious: true },
  );
  const other = side === 'own' ? 'BRON' : 'uw administratie';
  return (
    <PupilPages query={query}>
      {(rows) => (
        <LineTable label={label} minWidth="28rem">
          <thead>
            <tr>
              <th scope="col">Leerling</th>
              <th scope="col">Vestiging</th>
              <th scope="col">Ook volgens {other}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <PupilName who={row} />
                </th>
                <td>{row.vestigingsvolgnummer}</td>
                <td>{row.both ? 'Ja' : 'Nee, in deze rij niet'}</td>
              </tr>
            ))}
          </tbody>
        </LineTable>
      )}
    </PupilPages>
  );
}
