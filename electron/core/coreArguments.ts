/** What a host tells the core when it starts it. Never a secret: other users of the machine can read arguments. */
export interface CoreArguments {
  dataDir: string;
  version: string;
  resourcesDir: string;
  host: 'electron' | 'web' | 'none';
  oefenklokUrl?: string;
  demoGuide?: string;
  /** For looking only. */
  safe?: boolean;
  /** Shorter than the 30 seconds of PvE 5.3.1, for tests. */
  answerTimeoutMs?: number;
}

/** The id of the message with which the host closes the core; calls count from 1. */
export const CLOSE_ID = 0;

/** As one command-line argument that no shell and no Chromium reads as a switch. */
export const encodeArguments = (options: CoreArguments): string =>
  Buffer.from(JSON.stringify(options), 'utf8').toString('base64url');

/** @throws Error when `argument` is not what {@link encodeArguments} made. */
export function decodeArguments(argument: string | undefined): CoreArguments {
  try {
    // It comes from our own host, in the same release: that it is there at all is what can go wrong.
    return JSON.parse(Buffer.from(argument ?? '', 'base64url').toString('utf8')) as CoreArguments;
  } catch {
    throw new Error('it was not told where the data is.');
  }
}
