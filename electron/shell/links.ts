import { shell } from 'electron';
import { allowedLink } from '../../shared/api/links.ts';

/** Opens an address of the allow-list in the person's browser; false when it is not on the list or no browser opens it. */
export async function openLink(url: unknown): Promise<boolean> {
  const allowed = allowedLink(url);
  return allowed ? openPage(allowed) : false;
}

/** Opens a page that the program itself names, never one that a page of ours asks for. */
export async function openPage(url: string): Promise<boolean> {
  try {
    await shell.openExternal(url);
    return true;
  } catch {
    return false;
  }
}
