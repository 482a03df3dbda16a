import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** What the check looks at besides the path; tests give their own. */
export interface Machine {
  platform: NodeJS.Platform;
  /** The mounted file systems, in the format of /proc/mounts; empty where there is none. */
  mounts: string;
}

const thisMachine = (): Machine => ({
  platform: process.platform,
  mounts: existsSync('/proc/mounts') ? readFileSync('/proc/mounts', 'utf8') : '',
});

const synchronised: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( - .*)?$/i, 'OneDrive'],
  [/^dropbox( \(.*\))?$/i, 'Dropbox'],
  [/^(google ?drive|googledrive-.*|my drive|mijn drive)$/i, 'Google Drive'],
  [/^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i, 'iCloud'],
  [/^(cloudstorage|nextcloud|owncloud|box sync|pcloud ?drive|syncthing)$/i, 'synchronisatiemap'],
];

const networkTypes =
  /^(nfs\d?|cifs|smb\w*|ncpfs|afs|ceph|davfs\d?|glusterfs|fuse\.(sshfs|rclone|glusterfs|s3fs|davfs\d?|gvfsd-fuse|cephfs|onedriver|google-drive-ocamlfuse))$/;

const unescapeMount = (text: string) =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));

/** The type of the file system on which `path` lies; of two mounts on one place the later one counts. */
function mountType(path: string, mounts: string): string {
  let best = { point: '', type: '' };
  for (const line of mounts.split('\n')) {
    const [, rawPoint, type] = line.split(' ');
    if (rawPoint === undefined || type === undefined) continue;
    const point = unescapeMount(rawPoint);
    const inside = point === '/' || path === point || path.startsWith(`${point}/`);
    if (inside && point.length >= best.point.length) best = { point, type };
  }
  return best.type;
}

/** Where `path` really lies: links followed, and on Windows a drive letter of a network share replaced by the share. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync.native(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

function isNetworkPath(path: string, platform: NodeJS.Platform): boolean {
  if (/^\\\\(\?\\UNC\\|[^\\?.])/i.test(path)) return true;
  return platform === 'win32' && /^\/\/[^/?.]/.test(path);
}

/**
 * Why a database cannot be kept safely in `folder`: the Dutch name of the kind of network or synchronised place it lies in;
 * undefined when nothing is known against it. The folder need not exist.
 */
export function unsuitableBecause(folder: string, machine: Machine = thisMachine()): string | undefined {
  if (isNetworkPath(folder, machine.platform)) return 'netwerkpad';
  const real = realPath(resolve(folder));
  if (isNetworkPath(real, machine.platform)) return 'netwerkpad';
  for (const path of [folder, real]) {
    for (const part of path.split(/[\\/]/)) {
      const found = synchronised.find(([pattern]) => pattern.test(part));
      if (found) return found[1];
    }
  }
  const type = mountType(real, machine.mounts);
  return networkTypes.test(type) ? `netwerkschijf, ${type}` : undefined;
}
