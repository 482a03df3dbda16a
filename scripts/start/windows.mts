import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** How soon a window that cannot be shown ends, in ms. */
const SOON_MS = 4_000;

/** Why a window cannot be opened here, or undefined. Chromium and Electron need a display, and their sandbox not to be root. */
export function whyNoWindow(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (process.platform !== 'linux') return undefined;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no display';
  return process.getuid?.() === 0 ? 'the sandbox of Chromium does not work for root' : undefined;
}

/** A program with a window of its own. */
export interface Window {
  closed: Promise<void>;
  close(): void;
}

/** Starts it; undefined when it ended so soon that nobody can have seen it. `quick` says whether that is also so for exit code 0. */
async function watch(child: ChildProcess, quick: (code: number | null) => boolean): Promise<Window | undefined> {
  const begin = performance.now();
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(-1));
    child.on('exit', (code) => resolve(code));
  });
  let timer: NodeJS.Timeout | undefined;
  const first = await Promise.race([
    ended,
    new Promise<'running'>((resolve) => (timer = setTimeout(() => resolve('running'), SOON_MS))),
  ]);
  clearTimeout(timer);
  if (first !== 'running' && performance.now() - begin < SOON_MS && quick(first)) return undefined;
  return { closed: ended.then(() => undefined), close: () => void child.kill() };
}

/** Opens Electron on the program in `root`. Undefined when it does not start. */
export const openElectron = (binary: string, args: string[], env: NodeJS.ProcessEnv): Promise<Window | undefined> => {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env;
  // Exit code 0 is the second start on one data folder, which the first one answers.
  return watch(spawn(binary, args, { stdio: 'inherit', env: rest }), (code) => code !== 0);
};

/** Opens `url` in a browser as a window by itself, with its own profile folder. Undefined when it does not start. */
export const openAppWindow = (
  browser: string,
  url: string,
  profileDir: string,
  env: NodeJS.ProcessEnv,
): Promise<Window | undefined> => {
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  const args = [
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    '--window-size=1366,800',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-extensions',
    '--disable-background-networking',
  ];
  return watch(spawn(browser, args, { stdio: 'ignore', env }), () => true);
};
