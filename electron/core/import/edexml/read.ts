import type { FilePart } from '../../../../shared/domain/import/candidate.ts';
import { encodingOf, textOf } from './encoding.ts';
import { EdexmlParser } from './parser.ts';

/**
 * Reads an EDEXML file of any size, part by part; the memory it takes does not grow with the file. Gives way to other work
 * after every piece. @throws LasError import-encoding, import-stopped, and what the parser gives
 */
export async function* readEdexml(path: string, stopped: () => boolean = () => false): AsyncGenerator<FilePart> {
  const { label, sentence } = await encodingOf(path, stopped);
  if (sentence !== undefined) yield { kind: 'remark', remark: { sentence } };
  const parser = new EdexmlParser();
  for await (const { text, done } of textOf(path, label)) {
    yield* parser.write(text);
    yield { kind: 'progress', done };
  }
  yield* parser.end();
}
