// What BRON does not have yet, behind the fake bridge.
import type { OperationName } from '../../shared/api/contract.ts';
import { today, type Clock } from '../../shared/domain/clock.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';

/** The operations on how long changes wait: one that has been waiting since this morning. */
export function ageingHandlers(clock: Clock): HandlersOf<Extract<OperationName, `ageing.${string}`>> {
  const change = { kind: 'dates', since: '2009-11-02', deliverBy: '2009-11-16', ageing: 'onTime' } as const;
  const counts = { onTime: 1, soon: 0, late: 0 };
  return {
    'ageing.summary': () => ({
      day: today(clock),
      total: 240,
      registered: 239,
      withSignaal: 3,
      counts,
      waiting: [{ ...change, place: 'toSend', count: 1 }],
      joining: false,
    }),
    'ageing.list': () => ({
      day: today(clock),
      total: 1,
      counts,
      rows: [{ ...change, inschrijvingId: 1, leerlingId: 1, leerlingNaam: 'Jager, Hera de', state: 'aan te leveren' }],
    }),
  };
}
