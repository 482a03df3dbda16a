import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openWindow } from '../../electron/shell/window.ts';
import { startShell } from '../../electron/shell/start.ts';
import { channels } from '../../shared/api/channels.ts';
import { dialog, resetElectron, state } from '../fakes/electron.ts';

beforeEach(resetElectron);

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const steps: string[] = [];
const open = (lock = async () => void steps.push('lock')) => {
  steps.length = 0;
  openWindow({ title: 'Bronwijs', preload: '', icon: '', devTools: false, lock });
  const window = state.windows.at(-1)!;
  window.webContents.reload.mockImplementation(() => void steps.push('reload'));
  const crash = async (reason = 'crashed') => {
    window.webContents.emit('render-process-gone', {}, { reason });
    await settle();
  };
  return { window, crash };
};

describe('a page that crashes', () => {
  it('is loaded again, with the administration locked first', async () => {
    const { crash } = open();
    await crash();
    expect(steps).toEqual(['lock', 'reload']);
  });

  it('is loaded again also when the core does not answer', async () => {
    const { crash } = open(async () => {
      throw new Error('gone');
    });
    await crash('oom');
    expect(steps).toEqual(['reload']);
  });

  it('is left alone when it ended as it should', async () => {
    const { crash } = open();
    await crash('clean-exit');
    expect(steps).toEqual([]);
  });

  it('is loaded three times in a row; then the person is asked, once', async () => {
    state.messageAnswer = undefined;
    const { crash } = open();
    for (let time = 0; time < 6; time += 1) await crash();
    expect(steps.filter((step) => step === 'reload')).toHaveLength(3);
    expect(dialog.showMessageBox).toHaveBeenCalledOnce();
  });

  it.each([
    ['again', 0, 4, 0],
    ['closed', 1, 3, 1],
  ])('is then %s as she chooses', async (_, answer, reloads, destroyed) => {
    state.messageAnswer = answer;
    const { window, crash } = open();
    for (let time = 0; time < 4; time += 1) await crash();
    expect(steps.filter((step) => step === 'reload')).toHaveLength(reloads);
    expect(window.destroy).toHaveBeenCalledTimes(destroyed);
  });

  it('counts only crashes that come close together', async () => {
    const now = vi.spyOn(performance, 'now');
    const { crash } = open();
    for (let time = 0; time < 6; time += 1) {
      now.mockReturnValue(time * 61_000);
      await crash();
    }
    now.mockRestore();
    expect(steps.filter((step) => step === 'reload')).toHaveLength(6);
  });

  it.each([
    ['waits', 0, 0],
    ['ends it', 1, 1],
  ])('or hangs: the person %s', async (_, answer, ended) => {
    state.messageAnswer = answer;
    const { window } = open();
    window.emit('unresponsive');
    await settle();
    expect(window.webContents.forcefullyCrashRenderer).toHaveBeenCalledTimes(ended);
  });
});

describe('a core that crashes', () => {
  it('is started again in place: what was asked is told to have stopped, is not asked again, and the windows hear that it is locked', async () => {
    await startShell();
    const { webContents } = state.windows[0]!;
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    const answer = state.handlers.get(channels.invoke)!(event as never, 'exchange.send', {}) as Promise<unknown>;
    state.children[0]!.emit('exit', 1);
    expect(await answer).toMatchObject({ ok: false, error: { code: 'core-stopped' } });
    expect(state.children).toHaveLength(2);
    state.children[1]!.emit('message', { kind: 'ready' });
    await settle();
    // Whether something was sent is known to the outbox alone: nobody asks the new core to do it once more.
    expect(state.children[1]!.postMessage).not.toHaveBeenCalled();
    expect(webContents.send).toHaveBeenCalledWith(channels.event, 'session.changed', {});
  });
});
