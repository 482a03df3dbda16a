import type { FilePart } from '../../../../shared/domain/import/candidate.ts';
import { encodingOf, textOf } from './encoding.ts';
import { EdexmlParser, edexmlVersions, type EdexmlVersion } from './parser.ts';
import { openEdexmlSchema, type EdexmlSchema } from './schema.ts';
import { SchemaCheck } from './schemaCheck.ts';

export interface ReadOptions {
  /** Whether somebody wants it to end. */
  stopped?: () => boolean;
  /** Folder of `resources/`: then the file is judged by the official schema too. */
  resourcesDir?: string;
}

const NEWEST = edexmlVersions[edexmlVersions.length - 1] as EdexmlVersion;

/** Yields what was read, and finds out the version on the way. */
async function* partsOf(path: string, label: string, parser: EdexmlParser): AsyncGenerator<FilePart> {
  for await (const { text, done } of textOf(path, label)) {
    yield* parser.write(text);
    yield { kind: 'progress', done };
  }
  yield* parser.end();
}

/**
 * Reads an EDEXML file of any size, part by part; the memory it takes does not grow with the file. Gives way to other work
 * after every piece. Where it breaks the official schema is told in remarks; what can be read is given all the same.
 * @throws LasError import-encoding, import-stopped, and what the parser gives
 */
export async function* readEdexml(path: string, options: ReadOptions = {}): AsyncGenerator<FilePart> {
  const { stopped = () => false, resourcesDir } = options;
  const { label, sentence } = await encodingOf(path, stopped);
  if (sentence !== undefined) yield { kind: 'remark', remark: { sentence } };
  const check = resourcesDir === undefined ? undefined : new SchemaCheck();
  let schema: EdexmlSchema | undefined;
  try {
    for await (const part of partsOf(path, label, new EdexmlParser(check))) {
      if (resourcesDir !== undefined && !schema && part.kind === 'header') {
        schema = await openEdexmlSchema(
          resourcesDir,
          edexmlVersions.find((known) => known === part.header.versie) ?? NEWEST,
        );
        check?.use(schema);
      }
      yield part;
    }
    for (const remark of check?.end() ?? []) yield { kind: 'remark', remark };
  } finally {
    schema?.dispose();
  }
}
