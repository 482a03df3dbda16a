import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDir } from '../core/hosting/places.ts';

/** What the program was started with. */
export interface CommandLine {
  dataDir: string;
  oefenklokUrl?: string;
  demoGuide?: string;
  /** For looking only, when something is wrong: nothing is written, sent, scheduled or updated. */
  safe?: boolean;
}

/** Reads `--data=DIR`, `--oefenklok=URL`, `--demo-guide=FILE` and `--veilig`; everything else is Chromium's, or nobody's. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const own = args.filter((arg) => /^--((data|oefenklok|demo-guide)=|veilig$)/.test(arg));
  const { values } = parseArgs({
    args: own,
    options: {
      data: { type: 'string' },
      oefenklok: { type: 'string' },
      'demo-guide': { type: 'string' },
      veilig: { type: 'boolean' },
    },
  });
  return {
    dataDir: values.data ? resolve(values.data) : defaultDataDir(),
    ...(values.oefenklok ? { oefenklokUrl: values.oefenklok } : {}),
    ...(values.veilig ? { safe: true } : {}),
    ...(values['demo-guide'] ? { demoGuide: values['demo-guide'] } : {}),
  };
}
