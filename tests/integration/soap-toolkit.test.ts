import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ClientSSLSecurity, ClientSSLSecurityPFX, createClientAsync, type Client } from 'soap';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchemaValidator } from '../../shared/pve/berichten/schema.ts';
import { readEnvelope, validateEnvelope } from '../../shared/pve/berichten/soap.ts';
import { NAMESPACE } from '../../shared/pve/berichten/xml.ts';
import { readSchemas } from '../conformance/support/schemas.ts';
import { startMockBron, type MockBron } from '../mock-bron/server.ts';

// A stranger's toolkit that knows nothing but the WSDL: npm "soap". What it sends is judged by the mock's schema check.
const wsdl = fileURLToPath(new URL('../../resources/bron/BpokServices_V1.0.wsdl', import.meta.url));

let data: string;
let mock: MockBron;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'bronwijs-soap-'));
  mock = await startMockBron({ data, date: new Date('2009-11-02T09:00:00Z'), seed: 'soap-toolkit' });
});
afterAll(async () => {
  await mock.close();
  rmSync(data, { recursive: true, force: true });
});

/** A client for an aanleverpunt, with its certificate. */
async function connect(brinnummer: string, aanleverpunt: string): Promise<Client> {
  const client = await createClientAsync(wsdl, { endpoint: mock.addresses.soap });
  const password = 'geheim';
  const pfx = await mock.issueCertificate(brinnummer, aanleverpunt, password);
  client.setSecurity(new ClientSSLSecurityPFX(pfx, password, { ca: mock.caPem, forever: false }));
  client.addSoapHeader({ BRINnummer: brinnummer }, '', 'tns', NAMESPACE);
  client.addSoapHeader({ Aanleverpuntnummer: aanleverpunt }, '', 'tns', NAMESPACE);
  return client;
}

/** A bericht 3 under the element names of the XSDs. */
const content = JSON.parse(readFileSync(new URL('fixtures/melding.json', import.meta.url), 'utf8')) as Record<
  string,
  object
>;
const melding = (berichtidentificatie: string) => ({ berichtidentificatie, ...content });

type Call = (content: object) => Promise<[Record<string, unknown>, string, unknown, string]>;
const call = async (client: Client, operation: string, message: object) => {
  const [result, answer, , request] = await (client[`${operation}Async`] as Call)(message);
  return { result, answer, request };
};

describe('a SOAP toolkit with nothing but the WSDL', () => {
  it('finds every operation', async () => {
    const client = await createClientAsync(wsdl);
    const { BpokPort } = (client.describe() as { BpokServices: { BpokPort: object } }).BpokServices;
    expect(Object.keys(BpokPort)).toEqual([
      'identificatieverzoek',
      'wijzigingSleutelgegevens',
      'meldingInschrijving',
      'verwijderenInschrijving',
      'verzoekRegistratieoverzicht',
      'verzoekTerugkoppeling',
    ]);
  });

  it('delivers a melding and fetches the terugkoppeling until there is none', async () => {
    const client = await connect('99ZZ', '01');
    const sent = await call(client, 'meldingInschrijving', melding('SOAP000000000001'));
    expect(sent.result).toMatchObject({ statusMelding: 'B' });
    expect(sent.result['signaal']).toBeUndefined();
    expect(sent.request).toContain('Kleuters &amp; peuters');

    const fetched = await call(client, 'verzoekTerugkoppeling', { berichtidentificatie: '0000000000000001' });
    expect(fetched.result).toMatchObject({ berichtidentificatie: '0000000000000001' });
    const items = [fetched.result['Meldinginschrijvingantwoord'], fetched.result['Terugkoppelingafkeuring']].flat();
    expect(items.filter(Boolean)).toMatchObject([{ berichtidentificatie: 'SOAP000000000001' }]);

    const last = await call(client, 'verzoekTerugkoppeling', { berichtidentificatie: '0000000000000002' });
    expect(Object.keys(last.result).sort()).toEqual(['berichtidentificatie', 'datumVersturen']);
  });

  it('writes messages that are valid against the schemas, and reads ours', async () => {
    const client = await connect('99ZZ', '01');
    const schema = await createSchemaValidator(readSchemas());
    const persoon = {
      geboortedatum: '20020000',
      geslacht: 'V',
      land: '6030',
      achternaam: "d'Angelo",
      voornamen: 'Pâte',
    };
    const guidance = (date: string) => ({ tijdsbeeldPeriodeBegindatum: date, BRINnummer: '98AF' });
    const lgf = (date: string) => ({
      tijdsbeeldPeriodeBegindatum: date,
      onderwijssoortIndicatie: '32',
      ambulanteBegeleidingWPO: [guidance(date), guidance('2009-10-01')],
    });
    const { gewichtGegevensWPO, ...before } = content['inschrijvingWPO'] as Record<string, object>;
    const { request, answer } = await call(client, 'meldingInschrijving', {
      berichtidentificatie: 'SOAP000000000002',
      persoonsgegevensZonderPGN: persoon,
      inschrijvingWPO: { ...before, LGFindicatieWPO: [lgf('2009-08-01'), lgf('2009-09-01')], gewichtGegevensWPO },
    });
    expect(schema.validateBody(request)).toEqual([]);
    expect(schema.validateBody(answer)).toEqual([]);
    expect(validateEnvelope(readEnvelope(request))).toEqual([]);
    schema.dispose();
  });

  it('is told what is wrong', async () => {
    const client = await connect('99ZZ', '01');
    const answerTo = async (message: object) => (await call(client, 'meldingInschrijving', message)).result;
    const wrong = { ...melding('SOAP000000000003'), inschrijvingWPO: { datumInschrijving: 'gisteren' } };
    expect(await answerTo(wrong)).toMatchObject({ statusMelding: 'A', signaal: { signaalcode: '359' } });
    await answerTo(melding('SOAP000000000004'));
    expect(await answerTo(melding('SOAP000000000004'))).toMatchObject({
      statusMelding: 'A',
      signaal: { signaalcode: '396' },
    });
  });

  it('cannot speak for another aanleverpunt, nor without a certificate', async () => {
    const other = await connect('99ZZ', '01');
    other.clearSoapHeaders();
    other.addSoapHeader({ BRINnummer: '99ZZ' }, '', 'tns', NAMESPACE);
    other.addSoapHeader({ Aanleverpuntnummer: '02' }, '', 'tns', NAMESPACE);
    const { result } = await call(other, 'meldingInschrijving', melding('SOAP000000000005'));
    expect(result).toMatchObject({ statusMelding: 'A', signaal: { signaalcode: '366' } });

    const nobody = await createClientAsync(wsdl, { endpoint: mock.addresses.soap });
    nobody.setSecurity(new ClientSSLSecurity('', '', [mock.caPem], { forever: false }));
    await expect(call(nobody, 'verzoekTerugkoppeling', { berichtidentificatie: '9' })).rejects.toThrow(
      /certificate required|ECONNRESET|socket hang up/,
    );
  });
});
