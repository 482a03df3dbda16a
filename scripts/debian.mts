import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const run = (command: string, args: readonly string[]) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;

/** Installs packages of Debian as root, after saying why; gives whether it could. On another system it does nothing. */
export function installFromDebian(reason: string, packages: readonly string[]): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log(`${reason}: installing ${packages.join(' and ')} of Debian.`);
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  return run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
}
