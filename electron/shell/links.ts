import { shell } from 'electron';
import { allowedLink } from '../../shared/api/links.ts';

/** Opens an address of the allow-list in the person's browser; false when it is not on the list or no browser opens it. */
export async function openLink(url: unknown): Promise<boolean> {
  const allowed = allowedLink(url);
  if (!allowed) return false;
  try {
    await shell.openExternal(allowed);
    return true;
  } catch {
    return false;
  }
}
