import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDir } from '../core/hosting/places.ts';

/** What the program was started with. */
export interface CommandLine {
  dataDir: string;
  oefenklokUrl?: string;
  demoGuide?: string;
}

/** Reads `--data=DIR`, `--oefenklok=URL` and `--demo-guide=FILE`; everything else is Chromium's, or nobody's. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const own = args.filter((arg) => /^--(data|oefenklok|demo-guide)=/.test(arg));
  const { values } = parseArgs({
    args: own,
    options: { data: { type: 'string' }, oefenklok: { type: 'string' }, 'demo-guide': { type: 'string' } },
  });
  return {
    dataDir: values.data ? resolve(values.data) : defaultDataDir(),
    ...(values.oefenklok ? { oefenklokUrl: values.oefenklok } : {}),
    ...(values['demo-guide'] ? { demoGuide: values['demo-guide'] } : {}),
  };
}
