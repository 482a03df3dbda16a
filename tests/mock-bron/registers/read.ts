import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Thrown for a file of a register that cannot be read, or does not hold what it should; the message names file and place. */
export class RegisterFileError extends Error {
  override name = 'RegisterFileError';
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown error');

/** The text of a file; `what` names the register in messages. @throws RegisterFileError */
export function readText(what: string, file: string): string {
  try {
    // A mark of Windows programs at the beginning is no content.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new RegisterFileError(`${what} file ${file} cannot be read: ${reasonOf(error)}`);
  }
}

/** What a JSON file of a register holds. @throws RegisterFileError */
export function readRegister<T extends z.ZodType>(what: string, file: string, schema: T): z.output<T> {
  let json: unknown;
  const text = readText(what, file);
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new RegisterFileError(`${what} file ${file} is not JSON: ${reasonOf(error)}`);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new RegisterFileError(`${what} file ${file}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Says of each entry after the first under a key, at the place of that key, that it stands there twice. */
export function refuseTwice<T extends object>(
  list: readonly T[],
  key: keyof T & string,
  context: z.RefinementCtx,
  path: string[],
): void {
  const seen = new Set<unknown>();
  list.forEach((entry, index) => {
    const value = entry[key];
    if (seen.has(value)) {
      context.addIssue({ code: 'custom', message: `${String(value)} stands there twice`, path: [...path, index, key] });
    }
    seen.add(value);
  });
}
