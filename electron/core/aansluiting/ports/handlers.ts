import type { HandlersOf } from '../../context.ts';
import type { Connection } from '../../database/database.ts';
import { lastPortTest } from './last.ts';
import { portTargets, type PortTester } from './tester.ts';

/** The operations on the port test of step 4. */
export function portsHandlers({ db }: { db: Connection }, tester: PortTester): HandlersOf<'ports'> {
  return {
    'ports.test': () => tester.test(),
    'ports.stop': () => {
      tester.stop();
      return {};
    },
    'ports.last': () => {
      const last = lastPortTest(db);
      const { known } = tester;
      return { targets: portTargets(db), ...(known ? { running: { ports: known } } : {}), ...(last ? { last } : {}) };
    },
  };
}
