import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm run package` is asked to make. */
export interface PackageOptions {
  platform: 'win' | 'linux';
  /** `nsis`: the installer; `dir`: the folder that would be installed. */
  target: 'nsis' | 'dir';
  /** For all users of the computer, installed by an administrator. */
  perMachine: boolean;
  /** Folder of a vendor's brand; undefined: our own. */
  brand?: string;
  /** Pack around a stub in place of Electron. */
  stub: boolean;
  /** Folder with an unpacked Electron; undefined: electron-builder finds or downloads one. */
  electron?: string;
  /** Where the package comes. */
  out: string;
}

export const usage = `npm run package [-- OPTIONS]

  --win nsis|dir    installer for Windows x64, or only the folder that it installs   (nsis)
  --linux dir       the folder for Linux x64, to look at and to test with
  --per-machine     an installer for all users of a computer, for the systeembeheerder
  --brand DIR       a vendor's name, icon, colour, support and addresses (docs/vendor.md)
  --electron DIR    an unpacked Electron, for machines that cannot download one
  --stub            a stub in place of Electron: everything but a program that runs
  --out DIR         where the package comes                                          (release)`;

/**
 * Reads the command line.
 * @throws Error with a sentence when the words do not go together
 */
export function readOptions(args: readonly string[]): PackageOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      win: { type: 'string' },
      linux: { type: 'string' },
      'per-machine': { type: 'boolean', default: false },
      brand: { type: 'string' },
      electron: { type: 'string' },
      stub: { type: 'boolean', default: false },
      out: { type: 'string', default: 'release' },
    },
  });
  const { win, linux, brand, electron, stub, out } = values;
  const perMachine = values['per-machine'];
  if (win !== undefined && linux !== undefined) throw new Error('Choose --win or --linux: one package at a time.');
  if (stub && electron !== undefined) throw new Error('Choose --stub or --electron.');
  const platform = linux === undefined ? 'win' : 'linux';
  const target = linux ?? win ?? 'nsis';
  if (target !== 'dir' && (target !== 'nsis' || platform === 'linux')) {
    throw new Error(`--${platform} cannot be "${target}": choose ${platform === 'win' ? 'nsis or dir' : 'dir'}.`);
  }
  if (perMachine && target !== 'nsis') throw new Error('--per-machine is about the installer: choose --win nsis.');
  return {
    platform,
    target,
    perMachine,
    stub,
    out: resolve(out),
    ...(brand === undefined ? {} : { brand: resolve(brand) }),
    ...(electron === undefined ? {} : { electron: resolve(electron) }),
  };
}
