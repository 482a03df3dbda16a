import type { Result } from './errors.ts';

/**
 * What the preload offers the renderer as `window.las`: the same in Electron and in the web host.
 * Nothing of Electron crosses it, and every value survives JSON.
 */
export interface LasBridge {
  /** Calls an operation of the contract by name. */
  invoke(name: string, input: unknown): Promise<Result<unknown>>;
  /** Listens to an event of the contract; gives the function that stops listening. */
  on(event: string, listener: (payload: unknown) => void): () => void;
  host: HostBridge;
}

/** What the host itself does for the renderer. */
export interface HostBridge {
  /** Lets the person choose where to save the bytes (base64, at most 32 MiB). False when the person cancelled. */
  saveFile(file: { name: string; bytes: string }): Promise<boolean>;
  /** Prints the current page. */
  print(): Promise<void>;
  /** Opens an https link from the allow-list in the person's browser; false when it is not on the list. */
  openLink(url: string): Promise<boolean>;
}

/** What host and core process say to each other over one message port. */
export type ToCore = { id: number; name: string; input: unknown };
export type FromCore =
  | { kind: 'ready' }
  | { kind: 'result'; id: number; result: Result<unknown> }
  | { kind: 'event'; event: string; payload: unknown };
