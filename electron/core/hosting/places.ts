import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** The machine as far as it decides where things stand; tests give another. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  home: string;
}

const here = (): Surroundings => ({ env: process.env, platform: process.platform, home: homedir() });

/**
 * Where the administration stands unless the person chose a folder: `%LOCALAPPDATA%\Bronwijs` on Windows (the roaming
 * folder may lie on a network drive, where SQLite can lose data), `$XDG_DATA_HOME/bronwijs` elsewhere.
 */
export function defaultDataDir({ env, platform, home }: Surroundings = here()): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Bronwijs');
  const { XDG_DATA_HOME: dataHome } = env;
  return join(dataHome && isAbsolute(dataHome) ? dataHome : join(home, '.local', 'share'), 'bronwijs');
}

/** Where the browser engine keeps what it needs for windows on this data folder. One folder each: one program at a time. */
export function windowProfileDir(dataDir: string, surroundings: Surroundings = here()): string {
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16);
  return join(dirname(defaultDataDir(surroundings)), 'bronwijs-windows', name);
}
