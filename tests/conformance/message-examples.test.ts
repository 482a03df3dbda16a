import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messages } from '../../shared/pve/berichten/messages.ts';
import { createSchemaValidator, type SchemaValidator } from '../../shared/pve/berichten/schema.ts';
import { readSchemas } from './support/schemas.ts';

const read = (name: string) =>
  readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const documents = read('koppelvlak.md') + read('berichten.md');
const examples = [...documents.matchAll(/^```xml\n([^]*?)^```$/gm)].map((match) => match[1] ?? '');

let schema: SchemaValidator;
beforeAll(async () => {
  schema = await createSchemaValidator(readSchemas());
});
afterAll(() => schema.dispose());

it('the documents of the koppelvlak give an example of every message, and each is valid', () => {
  for (const xml of examples) {
    expect(xml.includes('soap:Envelope') ? schema.validateBody(xml) : schema.validateMessage(xml)).toEqual([]);
  }
  const names = examples.map((xml) => /<([A-Z]\w+) xmlns=/.exec(xml)?.[1] ?? '');
  expect([...new Set(names)].sort()).toEqual(
    Object.values(messages)
      .map(({ xsd }) => xsd)
      .sort(),
  );
});
