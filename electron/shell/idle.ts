import { powerMonitor } from 'electron';
import type { CoreClient } from '../core/processClient.ts';

/** Locks the administration when the person locks the computer, when it goes to sleep, and when another user takes the screen. */
export function lockWithComputer(core: Pick<CoreClient, 'invoke'>): void {
  const lock = () => void core.invoke('session.lock', {});
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('user-did-resign-active', lock);
}
