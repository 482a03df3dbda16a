import { createSchemaValidator } from '../../../shared/pve/berichten/schema.ts';
import { defaultFiles } from '../registers/files.ts';
import type { MockBron } from '../server.ts';
import { readServiceFiles } from '../soap/files.ts';

/** Gives what the schema has against messages that the mock sent; a test without faults expects none. */
export async function createAnswerCheck() {
  const files = [...readServiceFiles(defaultFiles.schemas)].filter(([name]) => name.endsWith('.xsd'));
  const schema = await createSchemaValidator(Object.fromEntries(files));
  return {
    problems: (mock: MockBron) =>
      mock.messages({ direction: 'out' }).flatMap(({ xml }) => schema.validateBody(xml).map(({ message }) => message)),
    dispose: () => schema.dispose(),
  };
}
