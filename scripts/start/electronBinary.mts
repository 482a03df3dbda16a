import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageDir = fileURLToPath(new URL('../../node_modules/electron', import.meta.url));
const REACH_MS = 3_000;
const DOWNLOAD_MS = 10 * 60_000;

/** The Electron binary that stands here, or undefined. Never downloads, unlike the package's own index.js. */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const pathFile = join(packageDir, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : undefined;
  const dist = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const path = dist ? join(dist, name ?? 'electron') : name && join(packageDir, 'dist', name);
  return path && existsSync(path) ? path : undefined;
}

async function isReachable(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(REACH_MS) });
    return true;
  } catch {
    return false;
  }
}

/** Downloads the Electron binary with the package's own script; gives the reason when that cannot be. */
export async function downloadElectron(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  if (env['ELECTRON_SKIP_BINARY_DOWNLOAD']) return 'ELECTRON_SKIP_BINARY_DOWNLOAD is set';
  const source = env['ELECTRON_MIRROR'] ?? 'https://github.com/';
  if (!URL.canParse(source) || !(await isReachable(source))) return `${source} cannot be reached`;
  const { status } = spawnSync(process.execPath, [join(packageDir, 'install.js')], {
    stdio: 'inherit',
    env,
    timeout: DOWNLOAD_MS,
  });
  return status === 0 && findElectron(env) ? undefined : 'its download did not succeed';
}
