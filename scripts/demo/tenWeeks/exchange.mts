import type { Output } from '../../../shared/api/contract.ts';
import type { Walk } from './walk.mts';
import type { PathCorrection } from './pathSchool.mts';

type RunResult = Output<'exchange.send'>;

/** What one round of sending and asking brought. */
export type Round = Pick<RunResult, 'sent' | 'tegengehouden' | 'geregistreerd' | 'metSignaal' | 'afgekeurd'>;

/** @throws Error what went wrong in a run */
export function demandComplete(result: RunResult): RunResult {
  const [problem] = result.problems;
  if (problem) throw new Error(`${problem.message} ${problem.remedy}`);
  return result;
}

/** Waits as long as BRON asks for after an empty answer, and asks for terugkoppelingen. */
async function poll(walk: Walk): Promise<RunResult> {
  const [{ nextPollAt }, { now }] = [
    await walk.las.call('exchange.overview', {}),
    await walk.las.call('session.status', {}),
  ];
  const wait = nextPollAt === undefined ? 0 : new Date(nextPollAt).getTime() - new Date(now).getTime();
  if (wait > 0) await walk.advance(Math.ceil(wait / 60_000));
  return demandComplete(await walk.las.call('exchange.requestTerugkoppelingen', {}));
}

/** Sends what waits and asks what became of it. @param most about so many are sent before somebody stops it; left out: all */
export async function exchange(walk: Walk, most?: number): Promise<Round> {
  walk.stopAfter(most);
  const { sent, tegengehouden } = demandComplete(await walk.las.call('exchange.send', {}));
  walk.stopAfter(undefined);
  const { geregistreerd, metSignaal, afgekeurd } = await poll(walk);
  return { sent, tegengehouden, geregistreerd, metSignaal, afgekeurd };
}

const withChanges = <T extends object>(gegevens: T, changes: Partial<T>): T => ({ ...gegevens, ...changes });

/** Changes pupils on their cards, found by leerlingnummer. */
export async function correct({ las }: Walk, corrections: readonly PathCorrection[]): Promise<void> {
  for (const { leerlingnummer, persoon, inschrijving } of corrections) {
    const found = (await las.call('leerlingen.list', { show: 'alle', search: leerlingnummer, limit: 10 })).rows.find(
      (row) => row.leerlingnummer === leerlingnummer,
    );
    if (!found) throw new Error(`there is no leerling ${leerlingnummer}`);
    const card = await las.call('leerlingen.get', { id: found.id });
    if (Object.keys(persoon).length > 0) {
      await las.call('leerlingen.save', {
        id: found.id,
        version: card.version,
        persoon: withChanges(card.persoon, persoon),
      });
    }
    const [known] = card.inschrijvingen;
    if (!known || Object.keys(inschrijving).length === 0) continue;
    await las.call('leerlingen.saveInschrijving', {
      leerlingId: found.id,
      id: known.id,
      version: known.version,
      gegevens: withChanges(known.gegevens, inschrijving),
    });
  }
}
