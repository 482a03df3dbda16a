import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { User } from '../../../../shared/api/users.ts';
import { moment } from '../../../texts/format.ts';
import { roleTexts } from '../../../texts/roles.ts';
import type { Doing } from './UsersSection.tsx';
import { LineTable } from '../../../components/LineTable.tsx';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  block: { display: 'block', color: tokens.colorNeutralForeground2 },
});

const passwordTexts: Record<User['password'], string | undefined> = {
  own: undefined,
  once: 'Eenmalig wachtwoord, nog niet gebruikt',
  none: 'Geen wachtwoord: kan niet openen',
};

/** The users with what can be done with each. */
export function UsersTable({ users, onDo }: { users: readonly User[]; onDo: (doing: Doing) => void }) {
  const styles = useStyles();
  return (
    <LineTable label="Gebruikers" minWidth="46rem">
      <thead>
        <tr>
          <th scope="col">Naam</th>
          <th scope="col">Gebruikersnaam</th>
          <th scope="col">Rol</th>
          <th scope="col">Laatst aangemeld</th>
          <th scope="col">Acties</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <th scope="row">
              {user.naam} {user.self ? <Badge appearance="tint">u</Badge> : null}
              {passwordTexts[user.password] === undefined ? null : (
                <Text size={200} className={styles.block}>
                  {passwordTexts[user.password]}
                </Text>
              )}
            </th>
            <td>{user.login}</td>
            <td>{roleTexts[user.role].label}</td>
            <td>{user.lastLoginAt === undefined ? 'nog nooit' : moment(user.lastLoginAt)}</td>
            <td>
              <div className={styles.buttons}>
                <Button
                  size="small"
                  aria-label={`Wijzigen: ${user.naam}`}
                  onClick={() => onDo({ what: 'change', user })}
                >
                  Wijzigen…
                </Button>
                {user.self ? null : (
                  <>
                    <Button
                      size="small"
                      aria-label={`Nieuw wachtwoord: ${user.naam}`}
                      onClick={() => onDo({ what: 'reset', user })}
                    >
                      Nieuw wachtwoord…
                    </Button>
                    <Button
                      size="small"
                      aria-label={`Verwijderen: ${user.naam}`}
                      onClick={() => onDo({ what: 'remove', user })}
                    >
                      Verwijderen…
                    </Button>
                  </>
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </LineTable>
  );
}
