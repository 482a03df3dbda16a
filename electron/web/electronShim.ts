// What the preload uses of the module `electron`, for a browser: fetch for calls, EventSource for events. In the build for
// the browser the name `electron` leads here; the preload itself is the same file.
import { channels } from '../../shared/api/channels.ts';
import { failure, type Result } from '../../shared/api/errors.ts';
import { allowedLink } from '../../shared/api/links.ts';

type Listener = (event: undefined, ...args: unknown[]) => void;
const listeners = new Map<string, Set<Listener>>();

function emit(channel: string, ...args: unknown[]): void {
  for (const listener of listeners.get(channel) ?? []) listener(undefined, ...args);
}

function listenToHost(): void {
  const source = new EventSource('/api/events');
  let lost = false;
  source.addEventListener('message', ({ data }) => {
    const { event, payload } = JSON.parse(String(data)) as { event: string; payload: unknown };
    emit(channels.event, event, payload);
  });
  source.addEventListener('error', () => (lost = true));
  source.addEventListener('open', () => {
    // What happened while the line was down is not known.
    if (lost) emit(channels.event, 'session.changed', {});
    lost = false;
  });
}

async function call(name: unknown, input: unknown): Promise<Result<unknown>> {
  try {
    const response = await fetch('/api/invoke', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-las': '1' },
      body: JSON.stringify({ name, input }),
    });
    return (await response.json()) as Result<unknown>;
  } catch {
    return { ok: false, error: failure('core-stopped') };
  }
}

function download({ name, bytes }: { name: string; bytes: string }): boolean {
  const address = URL.createObjectURL(new Blob([Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0))]));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return true;
}

async function ask(path: string, init: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(path, { method: 'POST', ...init, headers: { 'x-las': '1' } });
    return ((await response.json()) as { chosen?: unknown }).chosen;
  } catch {
    return undefined;
  }
}

async function chooseFile({ extensions }: { extensions: string[] }): Promise<unknown> {
  const field = Object.assign(document.createElement('input'), {
    type: 'file',
    accept: extensions.map((extension) => `.${extension}`).join(','),
  });
  const file = await new Promise<File | undefined>((resolve) => {
    field.addEventListener('change', () => resolve(field.files?.[0]));
    field.addEventListener('cancel', () => resolve(undefined));
    field.click();
  });
  return file && ask(`/api/files?name=${encodeURIComponent(file.name)}`, { body: file });
}

/** A browser cannot choose a folder of this computer: its path is typed. */
function chooseFolder({ title }: { title: string }): unknown {
  const path = window.prompt(`${title}\n\nTyp het volledige pad van de map:`);
  return path ? ask('/api/folders', { body: JSON.stringify({ path: path.trim() }) }) : undefined;
}

function fetchWritten({ token, name }: { token: string; name: string }): boolean {
  Object.assign(document.createElement('a'), {
    href: `/api/download?token=${encodeURIComponent(token)}`,
    download: name,
  }).click();
  return true;
}

function openLink(url: unknown): boolean {
  const allowed = allowedLink(url);
  if (allowed) window.open(allowed, '_blank', 'noopener,noreferrer');
  return allowed !== undefined;
}

export const contextBridge = {
  exposeInMainWorld(key: string, api: object): void {
    Object.defineProperty(globalThis, key, { value: Object.freeze(api) });
  },
};

export const ipcRenderer = {
  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    switch (channel) {
      case channels.invoke:
        return call(args[0], args[1]);
      case channels.saveFile:
        return download(args[0] as { name: string; bytes: string });
      case channels.chooseFile:
        return chooseFile(args[0] as { extensions: string[] });
      case channels.chooseTarget:
        return ask('/api/targets', { body: JSON.stringify(args[0]) });
      case channels.fileWritten:
        return fetchWritten(args[0] as { token: string; name: string });
      case channels.chooseFolder:
        return chooseFolder(args[0] as { title: string });
      case channels.openLink:
        return openLink(args[0]);
      case channels.print:
        window.print();
        return undefined;
      default:
        throw new Error(`No such channel: ${channel}`);
    }
  },
  on(channel: string, listener: Listener): void {
    if (listeners.size === 0) listenToHost();
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
  },
};
