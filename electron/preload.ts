// All that a page gets of the host: `window.las`. The same file serves both hosts; in the web host the module `electron` is
// electron/web/electronShim.ts. Bundled into one file, because a sandboxed preload can load no other.
import { contextBridge, ipcRenderer } from 'electron';
import type { Chosen, ChosenFile, LasBridge } from '../shared/api/bridge.ts';
import { channels } from '../shared/api/channels.ts';
import { events, operations } from '../shared/api/contract.ts';
import { failure, type Result } from '../shared/api/errors.ts';

const knownOperations: ReadonlySet<string> = new Set(Object.keys(operations));
const knownEvents: ReadonlySet<string> = new Set(Object.keys(events));
const listeners = new Map<string, Set<(payload: unknown) => void>>();

// The event object leads to the sender and back into Electron: it stays here.
ipcRenderer.on(channels.event, (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

/** A refusal and a cancelled dialog are the same to a page: nothing was chosen. */
const choose = async <T>(channel: string, input: unknown): Promise<T | undefined> =>
  ((await ipcRenderer.invoke(channel, input)) as T | false | undefined) || undefined;

const las: LasBridge = {
  async invoke(name, input) {
    if (!knownOperations.has(name)) return { ok: false, error: failure('unknown-operation', { name }) };
    return (await ipcRenderer.invoke(channels.invoke, name, input)) as Result<unknown>;
  },
  on(event, listener) {
    if (!knownEvents.has(event)) return () => undefined;
    const known = listeners.get(event) ?? new Set();
    // Of its own, so that a function that listens twice also has to stop twice.
    const own = (payload: unknown) => listener(payload);
    listeners.set(event, known.add(own));
    return () => void known.delete(own);
  },
  host: {
    saveFile: async ({ name, bytes }) => (await ipcRenderer.invoke(channels.saveFile, { name, bytes })) === true,
    chooseFile: ({ title, extensions }) => choose<ChosenFile>(channels.chooseFile, { title, extensions }),
    chooseTarget: ({ name }) => choose<Chosen>(channels.chooseTarget, { name }),
    fileWritten: async ({ token, name }) => (await ipcRenderer.invoke(channels.fileWritten, { token, name })) === true,
    chooseFolder: ({ title }) => choose<Chosen>(channels.chooseFolder, { title }),
    print: async () => {
      await ipcRenderer.invoke(channels.print);
    },
    openLink: async (url) => (await ipcRenderer.invoke(channels.openLink, url)) === true,
  },
};

contextBridge.exposeInMainWorld('las', las);
