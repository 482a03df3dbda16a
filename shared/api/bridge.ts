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
  /** Lets the person choose one file to read; `extensions` without dot. Undefined when the person cancelled. */
  chooseFile(options: { title: string; extensions: string[] }): Promise<ChosenFile | undefined>;
  /**
   * Lets the person choose where a file of this name is to be written by an operation. Undefined when the person cancelled.
   * After the operation `fileWritten` hands it over.
   */
  chooseTarget(options: { name: string }): Promise<Chosen | undefined>;
  /** Says that an operation has written the file of a target: a browser then downloads it. False when it is not there. */
  fileWritten(target: Chosen): Promise<boolean>;
  /** Lets the person choose a folder. Undefined when the person cancelled. */
  chooseFolder(options: { title: string }): Promise<Chosen | undefined>;
  /** Prints the current page. */
  print(): Promise<void>;
  /** Opens an https link from the allow-list in the person's browser; false when it is not on the list. */
  openLink(url: string): Promise<boolean>;
}

/** A file or folder that a person chose: `token` goes into an operation, once and within ten minutes. */
export interface Chosen {
  token: string;
  /** Its bare name, to be shown. */
  name: string;
}
export interface ChosenFile extends Chosen {
  /** In bytes. */
  size: number;
}

/** What a token may be used for: reading a file, writing one, or a folder. */
export type GrantUse = 'read' | 'write' | 'folder';

/** What host and core process say to each other over one message port. */
export type ToCore =
  | { id: number; name: string; input: unknown }
  /** A person chose this file or folder; the core trusts only its host for it. */
  | { grant: string; path: string; use: GrantUse }
  /** The host's answer to a question with this number. */
  | { answerTo: number; proxy: string };
export type FromCore =
  | { kind: 'ready' }
  | { kind: 'result'; id: number; result: Result<unknown> }
  | { kind: 'event'; event: string; payload: unknown }
  /** Which proxy do the settings of the computer give for this address? */
  | { kind: 'proxy?'; question: number; url: string };
