// `npm start`: the program in Electron, or where that cannot be, in a window of a browser.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultDataDir, windowProfileDir } from '../electron/core/hosting/places.ts';
import { coreEnvironment } from '../electron/core/processClient.ts';
import { openWeb } from '../electron/web/openWeb.ts';
import type { OpeningScreen } from '../renderer/app/navigation.ts';
import { build, outDir } from './build.mts';
import { findChromium } from './chromium.mts';
import { downloadElectron, findElectron } from './start/electronBinary.mts';
import { openAppWindow, openElectron, whyNoWindow, type Window } from './start/windows.mts';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface ProgramOptions {
  dataDir: string;
  /** Control interface of the mock BRON whose clock the administration follows. */
  oefenklokUrl?: string;
  /** File with what the demo's guided card needs. */
  demoGuide?: string;
  /** For looking only. */
  safe?: boolean;
  /** The screen that the web host opens on; Vandaag when left out. */
  screen?: OpeningScreen;
  env?: NodeJS.ProcessEnv;
  /** `electron` where it can be had (the default), or at once the `web` host. */
  host?: 'electron' | 'web';
  /** Fetches the Electron binary when it is missing. */
  download?: boolean;
  /** False opens no window of a browser: the address is printed instead. */
  window?: boolean;
  /** Port of the web host; 0 (the default) takes any. */
  port?: number;
  say?(line: string): void;
}

/** The open program. */
export interface Program {
  host: 'electron' | 'web';
  /** Of the web host: an address that lets one browser in, once. */
  newUrl?(): string;
  /** Fulfilled when the person has closed its window; never when there is none. */
  closed: Promise<void>;
  close(): Promise<void>;
}

/** The Electron program, or the reason why there is none. */
async function tryElectron(options: ProgramOptions): Promise<Program | string> {
  const { dataDir, oefenklokUrl, demoGuide, safe, env = process.env, download = false } = options;
  const noWindow = whyNoWindow(env);
  if (noWindow) return noWindow;
  const missing = findElectron(env) ? undefined : download ? await downloadElectron(env) : 'its binary is not here';
  const binary = findElectron(env);
  if (!binary) return missing ?? 'its binary is not here';
  const args = [
    root,
    `--data=${resolve(dataDir)}`,
    ...(oefenklokUrl ? [`--oefenklok=${oefenklokUrl}`] : []),
    ...(demoGuide ? [`--demo-guide=${resolve(demoGuide)}`] : []),
    ...(safe ? ['--veilig'] : []),
  ];
  const window = await openElectron(binary, args, coreEnvironment(env));
  if (!window) return 'it does not start on this machine';
  return {
    host: 'electron',
    closed: window.closed,
    close: async () => {
      window.close();
      await window.closed;
    },
  };
}

/** A window on `url`, or the reason why there is none. */
async function tryAppWindow(url: string, dataDir: string, env: NodeJS.ProcessEnv): Promise<Window | string> {
  const noWindow = whyNoWindow(env);
  if (noWindow) return noWindow;
  const browser = findChromium();
  if (!browser) return 'there is no Chrome, Edge or Chromium';
  const profile = join(windowProfileDir(dataDir), 'browser');
  return (await openAppWindow(browser, url, profile, coreEnvironment(env))) ?? `${browser} does not start`;
}

async function openInBrowser(options: ProgramOptions, say: (line: string) => void): Promise<Program> {
  const { dataDir, oefenklokUrl, demoGuide, safe, screen, env = process.env, port, window: wanted = true } = options;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const host = await openWeb({
    outDir,
    dataDir: resolve(dataDir),
    version,
    resourcesDir: join(root, 'resources'),
    env,
    ...(port === undefined ? {} : { port }),
    ...(oefenklokUrl ? { oefenklokUrl } : {}),
    ...(demoGuide ? { demoGuide: resolve(demoGuide) } : {}),
    ...(safe ? { safe } : {}),
  });
  const newUrl = () => (screen ? `${host.newUrl()}#${screen}` : host.newUrl());
  const window = wanted ? await tryAppWindow(newUrl(), dataDir, env) : 'none was asked for';
  const program = { host: 'web' as const, newUrl };
  if (typeof window === 'string') {
    say(`No window: ${window}. Open this address in a browser; it works once. Ctrl+C ends the program.`);
    say(newUrl());
    return { ...program, closed: new Promise<void>(() => undefined), close: () => host.close() };
  }
  say('The program is open in a window of its own; closing that ends it.');
  return {
    ...program,
    closed: window.closed,
    close: async () => {
      window.close();
      await window.closed;
      await host.close();
    },
  };
}

/** Builds what is out of date and opens the program on a data folder. */
export async function openProgram(options: ProgramOptions): Promise<Program> {
  const { say = (line) => console.log(line), host = 'electron' } = options;
  await build();
  if (host === 'electron') {
    const electron = await tryElectron(options);
    if (typeof electron !== 'string') return electron;
    say(`Electron cannot be used (${electron}): the same program opens in a browser.`);
  }
  return openInBrowser(options, say);
}

const usage = `Usage: npm start -- [options]

  --data DIR     folder of the administration   (${defaultDataDir()})
  --web          the web host at once, without Electron
  --no-window    opens no browser: prints the address
  --veilig       for looking only: nothing is written, sent or done by itself
  --port N       port of the web host           (any free one)`;

function readOptions() {
  try {
    const flag = { type: 'boolean', default: false } as const;
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        web: flag,
        'no-window': flag,
        veilig: flag,
        help: flag,
      },
    });
    const port = values.port === undefined ? 0 : Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port needs a number from 0 to 65535');
    return { ...values, port };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : 'unknown flag'}\n\n${usage}`);
    process.exit(2);
  }
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    console.log(usage);
    return;
  }
  const program = await openProgram({
    dataDir: options.data ?? defaultDataDir(),
    download: true,
    host: options.web || options['no-window'] ? 'web' : 'electron',
    window: !options['no-window'],
    port: options.port,
    safe: options.veilig,
  });
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
  await Promise.race([program.closed, stopped]);
  await program.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
    process.exit(0);
  } catch (error) {
    console.error(`Bronwijs could not start: ${error instanceof Error ? error.message : 'unknown error'}`);
    process.exit(1);
  }
}
