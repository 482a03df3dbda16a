import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

/** Marks where Electron keeps its fuses; behind it their number, and whether each is on as Electron comes. */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100011';
const EN_US = 0x0409;
const UNICODE = 1200;

function windowsExecutable(version: string): Buffer {
  const executable = NtExecutable.createEmpty(false, false);
  const resource = NtExecutableResource.from(executable);
  const info = Resource.VersionInfo.createEmpty();
  info.lang = EN_US;
  info.setFileVersion(version, EN_US);
  info.setStringValues({ lang: EN_US, codepage: UNICODE }, { ProductName: 'Electron', FileDescription: 'Electron' });
  info.outputToResourceEntries(resource.entries);
  // As a resource: what is added behind a PE does not survive its being written anew.
  resource.entries.push({
    type: 10,
    id: 1,
    lang: EN_US,
    codepage: UNICODE,
    bin: new TextEncoder().encode(FUSES).buffer,
  });
  resource.outputResource(executable);
  return Buffer.from(executable.generate());
}

/**
 * Writes into `folder` what electron-builder needs of an unpacked Electron: not its code, but files with its names, an executable
 * whose resources and fuses can be set. With it a machine that cannot download Electron sees everything of a package but its running.
 */
export function writeStubElectron(folder: string, platform: 'win' | 'linux', version: string): void {
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const language of ['nl', 'en-US', 'de']) write(`locales/${language}.pak`, 'stub');
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'icudtl.dat']) write(file, 'stub');
  write('version', version);
  if (platform === 'win') write('electron.exe', windowsExecutable(version));
  else {
    write('electron', FUSES);
    chmodSync(join(folder, 'electron'), 0o755);
  }
}
