import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSchemaValidator, type SchemaValidator } from '../../shared/pve/berichten/schema.ts';
import { readEnvelope, validateEnvelope } from '../../shared/pve/berichten/soap.ts';
import type { Edition } from '../../shared/pve/controles/types.ts';
import { readSchemas } from '../conformance/support/schemas.ts';
import type { KnownPersonIn } from '../mock-bron/control/registerSchemas.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';
import { npmSoap } from '../support/toolkits/npmSoap.ts';
import type { Speaker, Toolkit, ToolkitClient } from '../support/toolkits/toolkit.ts';
import { python, zeep } from '../support/toolkits/zeep.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** Requests under the element names of the XSDs, each with the terugkoppeling that it gets and some of what that says. */
const stories = readJson('fixtures/toolkit-messages.json') as Record<
  Edition,
  { date: string; steps: { school: string; operation: string; content: object; answer: string; reads: object }[] }
>;
const melding = readJson('fixtures/melding.json') as Record<string, object>;
const { iris } = (readJson('../conformance/pupils/identification.json') as { known: { iris: KnownPersonIn } }).known;

const toolkits: [Toolkit, missing: boolean][] = [
  [npmSoap, false],
  [zeep, python === undefined],
];

let schema: SchemaValidator;
beforeAll(async () => {
  schema = await createSchemaValidator(readSchemas());
});
afterAll(() => schema.dispose());

describe.each(toolkits.map(([toolkit, missing]) => [toolkit.name, toolkit, missing] as const))(
  '%s, which knows nothing but the WSDL,',
  (_, toolkit, missing) => {
    let world: MockWorld | undefined;
    const clients: ToolkitClient[] = [];

    beforeEach(({ skip }) => skip(missing, 'there is no python3-zeep here, and it cannot be installed'));
    afterEach(async () => {
      for (const client of clients.splice(0)) await client.close();
      await world?.close();
      world = undefined;
    });

    async function start(edition: Edition): Promise<MockWorld> {
      world = await createMockWorld({ edition, date: new Date(stories[edition].date) });
      return world;
    }
    async function connect({ mock }: MockWorld, certificate?: Speaker, speaker?: Speaker): Promise<ToolkitClient> {
      const client = await toolkit.connect(mock, certificate, speaker);
      clients.push(client);
      return client;
    }

    it('finds every operation', async () => {
      const { operations } = await connect(await start('2014-12'), { brinnummer: '99ZZ', aanleverpunt: '00' });
      expect(operations).toEqual([
        'identificatieverzoek',
        'meldingInschrijving',
        'verwijderenInschrijving',
        'verzoekRegistratieoverzicht',
        'verzoekTerugkoppeling',
        'wijzigingSleutelgegevens',
      ]);
    });

    it.each(Object.keys(stories) as Edition[])(
      'exchanges all six request messages of the edition of %s',
      async (edition) => {
        const running = await start(edition);
        running.mock.knowPerson(iris);
        const schools = new Map<string, ToolkitClient>();
        for (const { school } of stories[edition].steps)
          if (!schools.has(school))
            schools.set(school, await connect(running, { brinnummer: school, aanleverpunt: '00' }));

        let count = 0;
        const call = async (school: string, operation: string, content: object) => {
          const berichtidentificatie = String((count += 1)).padStart(16, '0');
          const called = await schools.get(school)!.call(operation, { berichtidentificatie, ...content });
          for (const xml of [called.request, called.answer])
            expect([operation, ...schema.validateBody(xml)]).toEqual([operation]);
          expect(validateEnvelope(readEnvelope(called.request))).toEqual([]);
          return { berichtidentificatie, ...called };
        };

        for (const { school, operation, content, answer, reads } of stories[edition].steps) {
          const { berichtidentificatie, result } = await call(school, operation, content);
          expect([operation, result]).toMatchObject([operation, { statusMelding: 'B' }]);
          const { result: bundle } = await call(school, 'verzoekTerugkoppeling', {});
          expect([bundle[answer]].flat()).toMatchObject([{ berichtidentificatie, ...reads }]);
        }
        const { result: empty } = await call('99ZZ', 'verzoekTerugkoppeling', {});
        expect(Object.keys(empty).sort()).toEqual(['berichtidentificatie', 'datumVersturen']);
      },
    );

    it('is told what is wrong', async () => {
      const client = await connect(await start('2014-12'), { brinnummer: '99ZZ', aanleverpunt: '01' });
      const answerTo = async (berichtidentificatie: string, changes: object = {}) =>
        (await client.call('meldingInschrijving', { berichtidentificatie, ...melding, ...changes })).result;
      const wrong = { inschrijvingWPO: { ...melding['inschrijvingWPO'], datumInschrijving: '1800-08-01' } };
      expect(await answerTo('1', wrong)).toMatchObject({ statusMelding: 'A', signaal: { signaalcode: '359' } });
      await answerTo('2');
      expect(await answerTo('2')).toMatchObject({ statusMelding: 'A', signaal: { signaalcode: '396' } });
    });

    it('cannot speak for another aanleverpunt, nor without a certificate', async () => {
      const running = await start('2014-12');
      const own = { brinnummer: '99ZZ', aanleverpunt: '01' };
      const other = await connect(running, own, { ...own, aanleverpunt: '02' });
      const { result } = await other.call('meldingInschrijving', { berichtidentificatie: '1', ...melding });
      expect(result).toMatchObject({ statusMelding: 'A', signaal: { signaalcode: '366' } });

      const nobody = await connect(running, undefined, own);
      await expect(nobody.call('verzoekTerugkoppeling', { berichtidentificatie: '9' })).rejects.toThrow(
        /certificate required|ECONNRESET|socket hang up|EOF occurred/i,
      );
    });
  },
);
