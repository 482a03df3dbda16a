import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { messages, type Message, type MessageNumber } from '../../shared/pve/berichten/messages.ts';
import { createSchemaValidator, type SchemaValidator } from '../../shared/pve/berichten/schema.ts';
import {
  decodeMessage,
  encodeEnvelope,
  readEnvelope,
  validateEnvelope,
  type Header,
} from '../../shared/pve/berichten/soap.ts';
import { decodeUtf8, encode } from '../../shared/pve/berichten/xml.ts';
import { readSchemas } from './support/schemas.ts';

// The files were written by hand from PvE 4.1, 5.6 and 7.3, not by the code that is tested here.
const folder = new URL('golden/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => name.replace('.xml', ''));

interface Golden {
  nr: MessageNumber;
  header?: Header;
  message: Message<MessageNumber>;
}

const read = (name: string) => ({
  xml: decodeUtf8(readFileSync(new URL(`${name}.xml`, folder))).replaceAll('\r\n', '\n'),
  golden: JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Golden,
});

let schema: SchemaValidator;
beforeAll(async () => {
  schema = await createSchemaValidator(readSchemas());
});
afterAll(() => schema.dispose());

describe('golden messages', () => {
  it('cover every message of the koppelvlak', () => {
    expect(new Set(names.map((name) => Number(name.slice(0, 2))))).toEqual(new Set(Object.keys(messages).map(Number)));
  });

  describe.each(names)('%s', (name) => {
    const { xml, golden } = read(name);

    it('is read as the content beside it', () => {
      const envelope = readEnvelope(xml);
      expect(envelope.nr).toBe(golden.nr);
      expect(envelope.header).toEqual(golden.header ?? { brinnummer: '', aanleverpuntnummer: '' });
      expect(decodeMessage(golden.nr, envelope.node)).toEqual(golden.message);
    });

    it('is written byte for byte', () => {
      expect(encodeEnvelope(golden.nr, golden.message, golden.header)).toBe(xml);
    });

    it('is valid against the schemas, in its envelope and on its own', () => {
      expect(schema.validateBody(xml)).toEqual([]);
      expect(schema.validateMessage(encode(messages[golden.nr], golden.message))).toEqual([]);
    });

    it('has a right header exactly when it is a request', () => {
      const right = validateEnvelope(readEnvelope(xml)).length === 0;
      expect(right).toBe(golden.nr <= 6);
    });
  });
});
