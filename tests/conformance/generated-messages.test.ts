import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages, type Message, type MessageNumber } from '../../shared/pve/berichten/messages.ts';
import { createSchemaValidator, type SchemaValidator } from '../../shared/pve/berichten/schema.ts';
import { decodeMessage, encodeEnvelope, readEnvelope } from '../../shared/pve/berichten/soap.ts';
import { breakages, contents, outside } from './support/arbitraries.ts';
import { readSchemas } from './support/schemas.ts';

const numbers = Object.keys(messages).map(Number) as MessageNumber[];
const numRuns = process.env['LAS_FULL'] === '1' ? 2000 : 60;

let schema: SchemaValidator;
beforeAll(async () => {
  schema = await createSchemaValidator(readSchemas());
});
afterAll(() => schema.dispose());

const arbitrary = (nr: MessageNumber) => contents(messages[nr]) as fc.Arbitrary<Message<MessageNumber>>;

describe.each(numbers)('generated contents of bericht %i', (nr) => {
  it('come back as they were written, and are valid', () => {
    fc.assert(
      fc.property(arbitrary(nr), (message) => {
        const xml = encodeEnvelope(nr, message);
        const envelope = readEnvelope(xml);
        expect(envelope.nr).toBe(nr);
        expect(decodeMessage(nr, envelope.node)).toEqual(message);
        expect(schema.validateBody(xml)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('are invalid when they are broken in one place', () => {
    fc.assert(
      fc.property(arbitrary(nr), fc.gen(), fc.nat(), (message, generate, choice) => {
        const ways = breakages(messages[nr], message, (element) => generate(outside, element));
        const way = ways[choice % ways.length];
        if (!way) throw new Error('nothing to break');
        way.apply();
        const problems = schema.validateBody(encodeEnvelope(nr, message));
        expect(problems).not.toEqual([]);
        if (way.what === 'format' || way.what === 'too many') expect(problems[0]?.element).toBe(way.element);
        else expect(problems[0]?.message).toContain(way.element);
        expect(problems[0]?.line).toBeGreaterThan(3);
      }),
      { numRuns: 3 * numRuns },
    );
  });
});
