// The part of the fake bridge that is about users and the log of changes.
import type { ChangeLine } from '../../shared/api/changes.ts';
import type { EventPayload, OperationName } from '../../shared/api/contract.ts';
import type { User } from '../../shared/api/users.ts';
import { LasError } from '../../shared/api/errors.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';

type Changed = (...topics: EventPayload<'data.changed'>['topics']) => void;

const person = (id: string, naam: string, login: string, role: User['role'], password: User['password']): User => ({
  id,
  version: 1,
  naam,
  login,
  role,
  self: id === '1',
  password,
  ...(password === 'own' ? { lastLoginAt: '2009-11-02T07:30:00.000Z' } : {}),
});

/** The operations on users. */
export function userHandlers(changed: Changed): HandlersOf<Extract<OperationName, `users.${string}`>> {
  let users: User[] = [
    person('1', 'Mieke de Vries', 'mieke', 'beheerder', 'own'),
    person('2', 'Jan Bakker', 'jan', 'gemachtigde', 'own'),
    person('3', 'Fatima el Amrani', 'fatima', 'leerkracht', 'once'),
    person('4', 'Inspectie', 'inspectie', 'lezer', 'none'),
  ];
  let advised = false;
  const one = (id: string) => {
    const user = users.find((item) => item.id === id);
    if (!user) throw new LasError('not-found');
    return user;
  };
  return {
    'users.list': () => ({
      users,
      ...(advised ? { rekeyAdvised: { reason: 'user-removed' as const, since: '2009-11-02T07:55:00.000Z' } } : {}),
    }),
    'users.add': ({ naam, login, role }) => {
      if (users.some((user) => user.login === login)) throw new LasError('login-taken', {}, 'login');
      const id = String(users.length + 1);
      users = [...users, person(id, naam, login, role, 'once')];
      changed('users');
      return { id, oneTimePassword: 'k7m2-p9xq-r4b3-tv8h' };
    },
    'users.change': ({ id, naam, login, role }) => {
      Object.assign(one(id), { naam, login, role });
      changed('users');
      return { version: 2 };
    },
    'users.resetPassword': ({ id }) => {
      one(id).password = 'once';
      changed('users');
      return { oneTimePassword: 'k7m2-p9xq-r4b3-tv8h' };
    },
    'users.remove': ({ id }) => {
      users = users.filter((user) => user.id !== id);
      advised = true;
      changed('users');
      return {};
    },
    'users.rekey': () => {
      advised = false;
      changed('users');
      return { left: [] };
    },
    'users.keepKey': () => {
      advised = false;
      changed('users');
      return {};
    },
  };
}

const lines: ChangeLine[] = Array.from({ length: 250 }, (_, index) => ({
  seq: 250 - index,
  at: new Date(Date.parse('2009-11-02T08:00:00.000Z') - index * 60_000).toISOString(),
  userName: index % 3 === 0 ? 'Jan Bakker' : 'Mieke de Vries',
  kind: index % 4 === 0 ? 'view' : 'leerling',
  recordId: 1,
  subject: 'Jager, Hera de',
  leerlingId: 1,
  field: index % 4 === 0 ? 'shown' : 'achternaam',
  ...(index % 4 === 0 ? { new: 'burgerservicenummer' } : { old: 'Jager', new: 'De Jager' }),
  destroyed: false,
}));

/** The operations on the log of changes. */
export function changesHandlers(): HandlersOf<Extract<OperationName, `changes.${string}`>> {
  return {
    'changes.list': ({ after, limit, filter }) => {
      const found = lines.filter(
        (line) =>
          (after === undefined || line.seq < after.seq) && (filter.kind === undefined || line.kind === filter.kind),
      );
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      return { rows, ...(last && found.length > limit ? { next: { at: last.at, seq: last.seq } } : {}) };
    },
    'changes.facets': () => ({ users: [{ id: '1', naam: 'Mieke de Vries' }], kinds: ['leerling', 'view'] }),
    'changes.verify': () => ({ intact: true, stopped: false, lines: lines.length }),
    'changes.export': () => ({ lines: lines.length, stopped: false }),
    'changes.stop': () => ({}),
    'changes.acceptHead': () => ({}),
  };
}
