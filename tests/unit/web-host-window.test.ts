import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAppWindow, openElectron, whyNoWindow } from '../../scripts/start/windows.mts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'window-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A stand-in for a browser: writes its arguments to a file and goes on as `rest` says. */
function browser(rest: string): string {
  const path = join(folder, 'browser');
  writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' "$@" > "${join(folder, 'arguments')}"\n${rest}\n`);
  chmodSync(path, 0o755);
  return path;
}
const onPosix = process.platform !== 'win32';

describe('a window of a browser', () => {
  it('has the address, a profile of its own and the sandbox', async ({ skip }) => {
    skip(!onPosix, 'the stand-in for a browser is a shell script');
    const profile = join(folder, 'profile');
    const window = await openAppWindow(browser('exec sleep 60'), 'http://127.0.0.1:1/?token=x', profile, process.env);
    const args = readFileSync(join(folder, 'arguments'), 'utf8').trim().split('\n');
    expect(args).toContain('--app=http://127.0.0.1:1/?token=x');
    expect(args).toContain(`--user-data-dir=${profile}`);
    expect(args.join(' ')).not.toMatch(/sandbox|remote-debugging|disable-web-security/);
    expect(existsSync(profile)).toBe(true);
    window?.close();
    await window?.closed;
    expect(window).toBeDefined();
  });

  it.each(['exit 1', 'exit 0'])('is none when the browser ends at once (%s)', async (rest) => {
    const window = await openAppWindow(browser(rest), 'http://127.0.0.1:1/', join(folder, 'profile'), process.env);
    expect(window).toBeUndefined();
  });

  it('is none when there is no such browser', async () => {
    expect(await openAppWindow(join(folder, 'none'), 'http://127.0.0.1:1/', folder, process.env)).toBeUndefined();
  });

  it('is not tried without a display', ({ skip }) => {
    skip(process.platform !== 'linux', 'only Linux has no display at times');
    expect(whyNoWindow({})).toBe('there is no display');
  });
});

describe('Electron', () => {
  it('that ends with 0 at once has handed over to the program that was open', async ({ skip }) => {
    skip(!onPosix, 'the stand-in for Electron is a shell script');
    const window = await openElectron(browser('exit 0'), ['.'], process.env);
    await window?.closed;
    expect(window).toBeDefined();
  });

  it('that ends with an error at once does not start here', async () => {
    expect(await openElectron(browser('exit 1'), ['.'], process.env)).toBeUndefined();
  });
});
