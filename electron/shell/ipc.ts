import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { isOwnPage } from './origin.ts';

/** Whether a message comes from one of our pages itself: the main frame of its window, on our own origin. */
export function isTrusted({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url);
}

/**
 * The one way to answer a channel: senders that are not trusted get `refused`, and what throws gives `failed`. Nothing else
 * calls `ipcMain`.
 */
export function answer<T>(
  channel: string,
  otherwise: { refused: T; failed: T },
  handler: (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<T>,
): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]) => {
    if (!isTrusted(event)) return otherwise.refused;
    try {
      return await handler(event, ...args);
    } catch {
      return otherwise.failed;
    }
  });
}
