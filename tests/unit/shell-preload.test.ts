import { beforeEach, describe, expect, it, vi } from 'vitest';
import '../../electron/preload.ts';
import type { LasBridge } from '../../shared/api/bridge.ts';
import { channels } from '../../shared/api/channels.ts';
import { operations } from '../../shared/api/contract.ts';
import { ipcRenderer, state } from '../fakes/electron.ts';

describe('preload', () => {
  // It registers itself when it is loaded, once.
  const las = state.exposed['las'] as LasBridge;
  beforeEach(() => vi.clearAllMocks());

  it('offers invoke, on and host, and nothing of Electron', () => {
    expect(Object.keys(state.exposed)).toEqual(['las']);
    expect(Object.keys(las).sort()).toEqual(['host', 'invoke', 'on']);
    expect(Object.keys(las.host).sort()).toEqual([
      'chooseFile',
      'chooseFolder',
      'chooseTarget',
      'fileWritten',
      'openLink',
      'print',
      'saveFile',
    ]);
  });

  it('calls every operation of the contract, and no other name', async () => {
    for (const name of Object.keys(operations)) await las.invoke(name, {});
    expect(ipcRenderer.invoke.mock.calls.map(([, name]: unknown[]) => name)).toEqual(Object.keys(operations));
    for (const name of ['toString', '__proto__', 'constructor', 'close', '']) {
      expect(await las.invoke(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-operation' } });
    }
    expect(ipcRenderer.invoke).toHaveBeenCalledTimes(Object.keys(operations).length);
  });

  it('hands on the payload of an event without the event object, until it is told to stop', () => {
    const listener = vi.fn();
    const stop = las.on('session.changed', listener);
    las.on('no.such.event', listener);
    const emit = (name: string) => state.listeners.get(channels.event)!({ sender: 'secret' }, name, { now: 1 });
    emit('session.changed');
    emit('no.such.event');
    expect(listener).toHaveBeenCalledExactlyOnceWith({ now: 1 });
    stop();
    emit('session.changed');
    expect(listener).toHaveBeenCalledOnce();
  });
});
