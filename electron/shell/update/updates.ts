import { mayDo } from '../../../shared/api/roles.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import type { ExchangeOverview } from '../../../shared/api/exchange.ts';
import type { CoreClient } from '../../core/processClient.ts';
import { decideOffer, whyNoUpdates, whyNotNow, type AtWork, type Installation, type Offer } from './decide.ts';

/** What fetches versions and installs them: electron-updater, as electronUpdater.ts sets it up. */
export interface UpdateSource {
  /** What stands at the address. Rejects when it cannot be reached or read. */
  look(): Promise<Offer>;
  /** Fetches the installer and checks its hash and signature. Rejects when either is wrong. */
  download(): Promise<void>;
  /** Ends the program, installs silently and starts the new version. */
  install(): void;
}

/** How the person at the computer is spoken to. */
export interface UpdateDialogs {
  tell(sentence: string): Promise<void>;
  /** True: yes. */
  ask(question: string): Promise<boolean>;
}

export interface UpdateOptions {
  installation: Installation;
  /** Where new versions stand; undefined: nowhere. */
  address: string | undefined;
  source: UpdateSource;
  core: Pick<CoreClient, 'invoke' | 'close'>;
  dialogs: UpdateDialogs;
}

const UNREACHABLE =
  'Er kon niet naar een nieuwe versie worden gezocht: het adres is niet bereikbaar. U kunt gewoon doorwerken.';
const NOT_GENUINE =
  'De nieuwe versie is niet geïnstalleerd: het bestand kwam niet goed binnen of is niet door uw leverancier ondertekend. Probeer het later opnieuw, en meld het uw leverancier als het zo blijft.';

async function atWork(core: Pick<CoreClient, 'invoke'>): Promise<AtWork> {
  const status = await core.invoke('session.status', {});
  const { state, role, readOnly } = status.ok ? (status.value as SessionStatus) : { state: 'locked' };
  if (state !== 'open') return { mayBackUp: false, exchanging: false };
  const overview = await core.invoke('exchange.overview', {});
  // A core that cannot say what it is doing may be exchanging.
  const exchanging = !overview.ok || (overview.value as ExchangeOverview).running !== undefined;
  return { mayBackUp: mayDo(role, 'manage') && readOnly !== true, exchanging };
}

/**
 * Looks for a new version and installs it when the person says so: never during an exchange, never without a backup of this
 * moment, never an older one. Whatever goes wrong leaves the program as it was.
 */
export function createUpdates({ installation, address, source, core, dialogs }: UpdateOptions): {
  /** @param asked somebody asked for it, and hears also that there is nothing */
  check(asked: boolean): Promise<void>;
} {
  let busy = false;

  async function replace(): Promise<void> {
    const before = whyNotNow(await atWork(core));
    if (before !== undefined) return dialogs.tell(before);
    try {
      await source.download();
    } catch {
      return dialogs.tell(NOT_GENUINE);
    }
    // Fetching takes a while, in which an exchange may have begun.
    const after = whyNotNow(await atWork(core));
    if (after !== undefined) return dialogs.tell(after);
    const backup = await core.invoke('backup.make', {});
    if (!backup.ok)
      return dialogs.tell(`De reservekopie vooraf is niet gelukt. ${backup.error.message} Er is niets veranderd.`);
    // Locked pages hold no unsaved work that could keep a window open, and a closed core no file.
    await core.invoke('session.lock', {});
    await core.close();
    source.install();
  }

  async function look(asked: boolean): Promise<void> {
    const reason = whyNoUpdates(installation, address);
    const tell = async (sentence: string) => (asked ? dialogs.tell(sentence) : undefined);
    if (reason !== undefined) return tell(reason);
    let offer: Offer;
    try {
      offer = await source.look();
    } catch {
      return tell(UNREACHABLE);
    }
    const decision = decideOffer(offer, installation);
    if (decision.kind !== 'offer') return tell(decision.sentence);
    const wanted = await dialogs.ask(
      `Versie ${offer.version} staat klaar; u werkt met ${installation.version}. Nu bijwerken? Er wordt eerst een reservekopie gemaakt, en het programma start daarna opnieuw.`,
    );
    if (wanted) await replace();
  }

  return {
    async check(asked) {
      if (busy) return;
      busy = true;
      try {
        await look(asked);
      } finally {
        busy = false;
      }
    },
  };
}
