import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSchemaValidator, type SchemaValidator } from '../../shared/pve/berichten/schema.ts';
import { readSchemas } from './support/schemas.ts';

const document = readFileSync(new URL('../../docs/koppelvlak.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const examples = [...document.matchAll(/^```xml\n([^]*?)^```$/gm)].map((match) => match[1] ?? '');

let schema: SchemaValidator;
beforeAll(async () => {
  schema = await createSchemaValidator(readSchemas());
});
afterAll(() => schema.dispose());

it('docs/koppelvlak.md gives an example of every message, and each is valid', () => {
  for (const xml of examples) {
    expect(xml.includes('soap:Envelope') ? schema.validateBody(xml) : schema.validateMessage(xml)).toEqual([]);
  }
  expect(examples.map((xml) => /<([A-Z]\w+) xmlns=/.exec(xml)?.[1]).sort()).toEqual([
    'Meldinginschrijving',
    'Meldinginschrijvingantwoord',
    'Ontvangstbevestiging',
    'Terugkoppelingafkeuring',
    'Terugkoppelingregistratieoverzichtinschrijving',
    'Terugkoppelingverzoekterugkoppeling',
    'Verzoekregistratieoverzicht',
    'Verzoekterugkoppeling',
  ]);
});
