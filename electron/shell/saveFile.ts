import { writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { app, dialog } from 'electron';
import { withoutHidden } from '../../shared/domain/hidden.ts';

const MAX_BASE64 = Math.ceil((32 * 1024 * 1024) / 3) * 4;
const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

interface FileToSave {
  name: string;
  bytes: Buffer;
}

/** Names that Windows takes for a device, whatever comes after the dot. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** A name without whatever makes it a path or a device, or shows it as another one; empty when nothing is left of it. */
export const bareName = (name: unknown): string =>
  typeof name !== 'string'
    ? ''
    : withoutHidden(name, '_')
        .replace(/[<>:"/\\|?*]/g, '_')
        .slice(0, 120)
        .replace(/^[. ]+|[. ]+$/g, '')
        .replace(DEVICE, '_$1');

/** What a page asks to save, or undefined when its shape or size is not right. The name loses whatever makes it a path. */
export function parseFile(input: unknown): FileToSave | undefined {
  const { name, bytes } = (input ?? {}) as { name?: unknown; bytes?: unknown };
  if (typeof name !== 'string' || typeof bytes !== 'string') return undefined;
  if (bytes.length > MAX_BASE64 || !base64.test(bytes)) return undefined;
  const bare = bareName(name);
  return bare === '' ? undefined : { name: bare, bytes: Buffer.from(bytes, 'base64') };
}

/** Asks the person where to save, and saves. False when they cancelled; rejects when writing fails. */
export async function saveFile(window: Electron.BrowserWindow, input: unknown): Promise<boolean> {
  const file = parseFile(input);
  if (!file) return false;
  const extension = parse(file.name).ext.slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Opslaan',
    defaultPath: join(app.getPath('documents'), file.name),
    ...(extension ? { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] } : {}),
  });
  if (canceled || !filePath) return false;
  await writeFile(filePath, file.bytes);
  return true;
}
