import { Button } from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { User } from '../../../../shared/api/users.ts';
import { useOperation } from '../../../app/api.ts';
import { Answer } from '../../../components/Answer.tsx';
import { Section } from '../../../components/Section.tsx';
import { OneTimePassword, type Given } from './OneTimePassword.tsx';
import { RekeyAdvice } from './RekeyAdvice.tsx';
import { RemoveUser } from './RemoveUser.tsx';
import { ResetPassword } from './ResetPassword.tsx';
import { UserEditor } from './UserEditor.tsx';
import { UsersTable } from './UsersTable.tsx';

/** What is being done with a user; the dialog for it is open. */
export type Doing =
  { what: 'add' } | { what: 'change' | 'reset' | 'remove'; user: User } | { what: 'show'; given: Given };

/** Who can open this administration, and what they may do. */
export function UsersSection() {
  const query = useOperation('users.list', {});
  const [doing, setDoing] = useState<Doing>();
  const opener = useRef<HTMLElement>(undefined);
  const begin = (next: Doing) => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    setDoing(next);
  };
  const end = () => {
    setDoing(undefined);
    // The row can be gone with its button.
    const back = opener.current?.isConnected ? opener.current : document.getElementById(ADD_BUTTON);
    back?.focus();
  };
  return (
    <Section
      title="Gebruikers"
      description="Iedereen die deze administratie kan openen, met een eigen gebruikersnaam, wachtwoord en rol."
      actions={
        <Button id={ADD_BUTTON} icon={<PersonAddRegular />} onClick={() => begin({ what: 'add' })}>
          Gebruiker toevoegen…
        </Button>
      }
    >
      <Answer query={query}>
        {({ users, rekeyAdvised }) => (
          <>
            {rekeyAdvised ? <RekeyAdvice {...rekeyAdvised} /> : null}
            <UsersTable users={users} onDo={begin} />
            {doing?.what === 'add' ? (
              <UserEditor users={users} onGiven={(given) => setDoing({ what: 'show', given })} onClose={end} />
            ) : null}
            {doing?.what === 'change' ? <UserEditor users={users} user={doing.user} onClose={end} /> : null}
            {doing?.what === 'reset' ? (
              <ResetPassword user={doing.user} onGiven={(given) => setDoing({ what: 'show', given })} onClose={end} />
            ) : null}
            {doing?.what === 'remove' ? <RemoveUser user={doing.user} onClose={end} /> : null}
            {doing?.what === 'show' ? <OneTimePassword given={doing.given} onClose={end} /> : null}
          </>
        )}
      </Answer>
    </Section>
  );
}

const ADD_BUTTON = 'add-user';
