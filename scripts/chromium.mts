import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installFromDebian } from './debian.mts';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
];

const usualPlaces = (): string[] => {
  const { PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': programFiles86 } = process.env;
  const roots = [PROGRAMFILES, programFiles86, LOCALAPPDATA].filter((root) => root !== undefined);
  const windows = [
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
    'Chromium/Application/chrome.exe',
  ];
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
  );
  return process.platform === 'win32'
    ? windows.flatMap((path) => roots.map((root) => join(root, path)))
    : process.platform === 'darwin'
      ? mac
      : [];
};

function onPath(name: string): string | undefined {
  const extension = process.platform === 'win32' ? '.exe' : '';
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name + extension))
    .find((path) => existsSync(path));
}

/** Why `path` is no use as a browser, or undefined when it starts. */
function whyNot(path: string): string | undefined {
  if (!existsSync(path)) return 'does not exist';
  // Chrome and Edge on Windows open a window on --version: there the file itself has to do.
  if (process.platform === 'win32') return undefined;
  const run = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  if (run.status === 0 && /\d+\.\d+/.test(run.stdout)) return undefined;
  const said = `${run.stdout}${run.stderr}`;
  if (/snap/i.test(said)) return 'is only a doorway to a snap package, which is not installed';
  return `does not start (${run.error?.message ?? said.trim().split('\n')[0] ?? `exit code ${run.status}`})`;
}

function firstThatStarts(refused: string[]): string | undefined {
  const found = names.map(onPath).filter((path) => path !== undefined);
  for (const path of new Set([...found, ...usualPlaces().filter((place) => existsSync(place))])) {
    const reason = whyNot(path);
    if (!reason) return path;
    refused.push(`${path} ${reason}`);
  }
  return undefined;
}

async function downloadByPlaywright(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  console.log("No Chromium found: downloading Playwright's own.");
  const cli = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url));
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  return status === 0 ? chromium.executablePath() : undefined;
}

/** A Chromium, Chrome or Edge of this machine that starts, or undefined. Installs nothing. */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH;
  return chosen && !whyNot(chosen) ? chosen : firstThatStarts([]);
}

/**
 * The path of a Chromium (or Chrome, or Edge) that starts: CHROMIUM_PATH, one of this machine, Debian's, or Playwright's
 * own download. Throws an Error that says what was tried when there is none.
 */
export async function findOrInstallChromium(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    const reason = whyNot(chosen);
    if (reason) throw new Error(`CHROMIUM_PATH names ${chosen}, which ${reason}.`);
    return chosen;
  }
  const refused: string[] = [];
  const found = firstThatStarts(refused);
  if (found) return found;
  if (installFromDebian('No Chromium found', ['chromium', 'fonts-liberation'])) {
    const installed = firstThatStarts(refused);
    if (installed) return installed;
  }
  const downloaded = await downloadByPlaywright();
  if (downloaded) {
    const reason = whyNot(downloaded);
    if (!reason) return downloaded;
    refused.push(`${downloaded} ${reason}`);
  }
  const tried = refused.length > 0 ? ` Tried: ${[...new Set(refused)].join('; ')}.` : '';
  throw new Error(`No Chromium that starts. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one.${tried}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await findOrInstallChromium());
