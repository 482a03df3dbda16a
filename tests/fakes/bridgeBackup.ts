// The part of the fake bridge that is about backups and restoring them. It touches no disk.
import type { KnownBackup } from '../../shared/api/backup.ts';
import type { OperationName } from '../../shared/api/contract.ts';
import { LasError } from '../../shared/api/errors.ts';
import type { SessionStatus } from '../../shared/api/session.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';

const info = { madeAt: '2009-11-02T08:00:00.000Z', kind: 'oefen', leerlingen: 236, bytes: 4_200_000 } as const;
const backups: KnownBackup[] = [
  {
    ...info,
    reason: 'scheduled',
    name: 'bronwijs-99ZZ-00-2009-11-02-090000.reservekopie',
    place: 'first',
    other: false,
  },
  { ...info, reason: 'manual', name: 'bronwijs-99ZZ-00-2009-10-30-160512.reservekopie', place: 'first', other: false },
];

/** @param opened opens the administration, as after a restore */
export function backupHandlers(
  opened: () => SessionStatus,
): HandlersOf<Extract<OperationName, `backup.${string}` | 'diagnostics.get' | `restore.${string}`>> {
  return {
    'backup.state': () => ({ lastAt: info.madeAt, making: false, problems: [] }),
    'backup.list': () => ({ first: 'C:\\Bronwijs\\backups', backups, useless: [] }),
    'backup.make': () => ({ ...info, reason: 'manual' }),
    'backup.setSecondPlace': () => ({}),
    'diagnostics.get': () => ({ name: 'bronwijs-helpdesk.txt', text: 'Gegevens voor de helpdesk.\n' }),
    'backup.targetName': () => ({ name: 'bronwijs-99ZZ-00-2009-11-02-090000.reservekopie' }),
    'restore.known': () => ({ backups }),
    'restore.inspect': () => ({ ...info, reason: 'manual', draft: 'draft-1', day: '2009-11-02', asksLogin: false }),
    'restore.preview': ({ secret }) => {
      if ('password' in secret && secret.password.length < 12) throw new LasError('wrong-password');
      return {
        ...info,
        reason: 'manual',
        schoolName: 'Basisschool De Proef',
        brinnummer: '99ZZ',
        aanleverpunt: '00',
        other: false,
        replaces: true,
        present: { leerlingen: 240, sentAfter: 12, lastExchangeAt: '2009-11-05T10:00:00.000Z' },
        certificateValidTo: '2012-11-02T08:00:00.000Z',
        certificateNewer: false,
      };
    },
    'restore.commit': opened,
    'restore.cancel': () => ({}),
  };
}
