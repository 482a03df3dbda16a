import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, dialog } from 'electron';
import type { Chosen, ChosenFile } from '../../shared/api/bridge.ts';
import type { CoreClient } from '../core/processClient.ts';
import { bareName } from './saveFile.ts';

type Grants = Pick<CoreClient, 'grant'>;

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 120) : '');

const extensionsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string' && /^\w{1,12}$/.test(item))
    : [];

/** Asks the person for a file to read. What the page gets is a token and the bare name. */
export async function chooseFile(
  window: Electron.BrowserWindow,
  core: Grants,
  input: unknown,
): Promise<ChosenFile | undefined> {
  const { title, extensions } = (input ?? {}) as { title?: unknown; extensions?: unknown };
  const known = extensionsOf(extensions);
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text(title),
    properties: ['openFile'],
    filters: [
      ...(known.length > 0 ? [{ name: known.map((item) => `.${item}`).join(', '), extensions: known }] : []),
      { name: 'Alle bestanden', extensions: ['*'] },
    ],
  });
  const [path] = filePaths;
  if (canceled || !path) return undefined;
  const { size } = await stat(path);
  return { token: core.grant(path, 'read'), name: basename(path), size };
}

/** Asks the person where an operation is to write a file. */
export async function chooseTarget(
  window: Electron.BrowserWindow,
  core: Grants,
  input: unknown,
): Promise<Chosen | undefined> {
  const name = bareName((input as { name?: unknown } | undefined)?.name);
  if (!name) return undefined;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Opslaan',
    defaultPath: join(app.getPath('documents'), name),
  });
  return canceled || !filePath ? undefined : { token: core.grant(filePath, 'write'), name: basename(filePath) };
}

/** Asks the person for a folder. */
export async function chooseFolder(
  window: Electron.BrowserWindow,
  core: Grants,
  input: unknown,
): Promise<Chosen | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text((input as { title?: unknown } | undefined)?.title),
    properties: ['openDirectory', 'createDirectory'],
  });
  const [path] = filePaths;
  return canceled || !path ? undefined : { token: core.grant(path, 'folder'), name: basename(path) || path };
}
