import { failure } from '../../shared/api/errors.ts';
import type { PortResult, PortTest } from '../../shared/api/ports.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';

const hosts = { 80: 'localhost:8600', 443: 'localhost:8443', 6914: 'localhost:6914' } as const;
const ok = (...stages: PortResult['stages'][number]['stage'][]) =>
  stages.map((stage) => ({ stage, state: 'ok' }) as const);

const results: PortResult[] = [
  { port: 80, host: hosts[80], outcome: 'open', stages: ok('name', 'connection', 'answer') },
  { port: 443, host: hosts[443], outcome: 'open', stages: ok('name', 'connection', 'tls', 'interception', 'answer') },
  {
    port: 6914,
    host: hosts[6914],
    outcome: 'closed',
    stages: [...ok('name'), { stage: 'connection', state: 'failed' }, { stage: 'tls', state: 'skipped' }],
    problem: failure('endpoint-filtered', { host: hosts[6914] }),
  },
];

/** A port test of which 6914 is held back by a firewall. */
export function portsHandlers(
  clock: Clock,
  changed: () => void,
): HandlersOf<'ports.test' | 'ports.stop' | 'ports.last'> {
  let last: PortTest | undefined;
  return {
    'ports.test': () => {
      last = { at: clock.now().toISOString(), stopped: false, ports: results };
      changed();
      return last;
    },
    'ports.stop': () => ({}),
    'ports.last': () => ({
      targets: results.map(({ port, host }) => ({ port, host })),
      ...(last ? { last } : {}),
    }),
  };
}
