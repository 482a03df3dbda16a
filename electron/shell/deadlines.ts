import { Notification } from 'electron';
import type { OperationName, Output } from '../../shared/api/contract.ts';
import { deadlineRules } from '../../shared/aansluiting/deadlines.ts';
import { reminders } from '../../shared/aansluiting/plan.ts';
import { mayDo } from '../../shared/api/roles.ts';
import { dateInNetherlands } from '../../shared/domain/clock.ts';
import { addDays } from '../../shared/domain/dates.ts';
import type { CoreClient } from '../core/processClient.ts';

const ASK_MS = 60 * 60_000;
/** So many days before the end of a destruction it is told. */
const REMIND_DAYS = 7;

type Asked = Pick<CoreClient, 'invoke' | 'subscribe'>;

async function ask<N extends OperationName>(core: Asked, name: N): Promise<Output<N> | undefined> {
  const result = await core.invoke(name, {});
  return result.ok ? (result.value as Output<N>) : undefined;
}

const changes = (count: number): string => `${count} ${count === 1 ? 'wijziging' : 'wijzigingen'}`;

/** What is near or past, in sentences without a name or number of a person: a notification also shows on a locked screen. */
async function sentences(core: Asked, { role, now }: Output<'session.status'>): Promise<string[]> {
  const counts = (await ask(core, 'ageing.summary'))?.counts;
  const path = await ask(core, 'aansluiting.get');
  const destruction = mayDo(role, 'manage') ? (await ask(core, 'retention.due'))?.before : undefined;
  const today = dateInNetherlands(new Date(now));
  return [
    ...(counts && counts.late > 0
      ? [`De termijn is voorbij voor ${changes(counts.late)} die BRON nog niet heeft.`]
      : []),
    ...(counts && counts.soon > 0
      ? [`De termijn is bijna voorbij voor ${changes(counts.soon)} die BRON nog niet heeft.`]
      : []),
    ...(destruction !== undefined && destruction <= addDays(today, REMIND_DAYS)
      ? ['De termijn om gegevens overal te vernietigen is bijna of al voorbij.']
      : []),
    ...(path ? reminders(path.plan).map(({ key }) => deadlineRules[key].text) : []),
  ];
}

/**
 * Tells of deadlines by a notification of the computer, once a day and once more when there is something else to tell: also when
 * no window shows Vandaag. Nothing of an administration that is locked. `show` brings the program to the front.
 */
export function tellDeadlines(core: Asked, show: () => void): void {
  let told = '';
  let latest: Notification | undefined;

  async function look(): Promise<void> {
    if (!Notification.isSupported()) return;
    const status = await ask(core, 'session.status');
    if (status?.state !== 'open' || status.safe) {
      // What was told of an open administration does not stay on the screen of a locked one.
      latest?.close();
      latest = undefined;
      return;
    }
    const found = await sentences(core, status);
    const message = `${status.now.slice(0, 10)} ${found.join(' ')}`;
    if (found.length === 0 || message === told) return;
    told = message;
    latest?.close();
    latest = new Notification({ title: 'Termijnen', body: found.join('\n'), silent: true });
    latest.on('click', show);
    latest.show();
  }

  const looking = () => void look().catch(() => undefined);
  core.subscribe((event) => {
    if (event === 'session.changed') looking();
  });
  setInterval(looking, ASK_MS).unref();
}
