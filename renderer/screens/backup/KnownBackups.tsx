import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { KnownBackup } from '../../../shared/api/backup.ts';
import { pupilsIn, reasonText, sizeOf } from '../../texts/backup.ts';
import { moment } from '../../texts/format.ts';
import { LineTable } from '../../components/LineTable.tsx';

const useStyles = makeStyles({
  table: { '& tbody th': { fontWeight: tokens.fontWeightRegular } },
});

const placeText = { first: 'eerste plaats', second: 'tweede plaats' } as const;

interface Props {
  backups: readonly KnownBackup[];
  /** Absent: to be looked at only. */
  onChoose?: (backup: KnownBackup) => void;
  busy?: boolean;
}

/** Known backups, newest first. */
export function KnownBackups({ backups, onChoose, busy = false }: Props) {
  const styles = useStyles();
  const places = backups.some(({ place }) => place === 'second');
  return (
    <LineTable label="Reservekopieën" maxHeight="20rem" className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Gemaakt op</th>
          <th scope="col">Leerlingen</th>
          <th scope="col">Gemaakt</th>
          {places ? <th scope="col">Waar</th> : null}
          <th scope="col">Grootte</th>
          {onChoose ? <th scope="col">Actie</th> : null}
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={`${backup.place}-${backup.name}`}>
            <th scope="row">{moment(backup.madeAt)}</th>
            <td>{pupilsIn(backup)}</td>
            <td>
              {reasonText[backup.reason]}
              {backup.other ? ' (van een andere administratie)' : null}
            </td>
            {places ? <td>{placeText[backup.place]}</td> : null}
            <td>{sizeOf(backup.bytes)}</td>
            {onChoose ? (
              <td>
                <Button
                  size="small"
                  disabledFocusable={busy}
                  aria-label={`Kiezen: ${moment(backup.madeAt)}, ${pupilsIn(backup)}`}
                  onClick={() => onChoose(backup)}
                >
                  Kiezen
                </Button>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </LineTable>
  );
}
