import { Agent } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decodeMessage,
  encodeEnvelope,
  readEnvelope,
  SOAP_NAMESPACE,
  SoapFault,
} from '../../shared/pve/berichten/soap.ts';
import { https, type TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

let world: MockWorld;
let school: TestSchool;

beforeAll(async () => {
  world = await createMockWorld();
  school = await world.school();
});
afterAll(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const good = (id: string, header = school.header) => encodeEnvelope(3, correctMelding(id, pupils.hera), header);
const poll = (id: string, header = school.header) => encodeEnvelope(6, { berichtidentificatie: id }, header);

async function receipt(body: string | Buffer) {
  const { status, body: answer } = await school.post(body);
  expect(status).toBe(200);
  return decodeMessage(17, readEnvelope(answer.toString('utf8')).node);
}

async function refused(body: string | Buffer, code: string) {
  const message = await receipt(body);
  expect(message.statusMelding).toBe('A');
  expect(message.signaal?.map(({ signaalcode }) => signaalcode)).toEqual([code]);
}

async function refusedPoll(body: string, id: string, code: string) {
  const envelope = readEnvelope((await school.post(body)).body.toString('utf8'));
  expect(envelope.nr).toBe(7);
  const message = decodeMessage(7, envelope.node);
  expect(message.signaal?.map(({ signaalcode }) => signaalcode)).toEqual([code]);
  expect(Object.keys(message).sort()).toEqual(['berichtidentificatie', 'datumTerugkoppeling', 'signaal']);
  expect(message.berichtidentificatie).toBe(id);
}

async function fault(body: string | Buffer, headers?: Record<string, string>) {
  const answer = await school.post(body, headers);
  expect(answer.status).toBe(500);
  expect(() => readEnvelope(answer.body.toString('utf8'))).toThrow(SoapFault);
}

describe('the connection', () => {
  const options = () => ({ method: 'POST', headers: { 'Content-Type': 'text/xml; charset=utf-8' } });

  it('comes about with no client certificate in no TLS version', async () => {
    for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
      const agent = new Agent({ ca: world.mock.caPem, maxVersion });
      await expect(https(world.mock.addresses.soap, { ...options(), agent }, good('X1'))).rejects.toThrow();
      agent.destroy();
    }
    expect(world.mock.messages({ berichtidentificatie: 'X1' })).toEqual([]);
  });

  it('comes about with no certificate of another CA', async () => {
    const stranger = await createMockWorld();
    const pfx = await stranger.mock.issueCertificate('99ZZ', '00', 'anderwachtwoord');
    const agent = new Agent({ ca: world.mock.caPem, pfx, passphrase: 'anderwachtwoord' });
    await expect(https(world.mock.addresses.soap, { ...options(), agent }, good('X2'))).rejects.toThrow();
    agent.destroy();
    await stranger.close();
  });

  it('knows the holder again on a resumed session', async () => {
    for (const id of ['R1', 'R2', 'R3']) {
      const answer = await school.post(good(id, { brinnummer: '98AA', aanleverpuntnummer: '00' }), {
        Connection: 'close',
      });
      const message = decodeMessage(17, readEnvelope(answer.body.toString('utf8')).node);
      expect(message.signaal?.[0]?.signaalcode).toBe('366');
    }
    expect(world.mock.messages({ direction: 'in', brinnummer: '98AA' }).map(({ holder }) => holder)).toEqual([
      '99ZZ00',
      '99ZZ00',
      '99ZZ00',
    ]);
  });
});

describe('what is no message at all', () => {
  it('answers with the proper HTTP status', async () => {
    expect((await school.get('/')).status).toBe(404);
    expect((await school.get('/POKANAAL/')).status).toBe(405);
    expect((await school.get('/POKANAAL/nothing.xsd')).status).toBe(404);
    expect((await school.post(good('C1'), { 'Content-Type': 'application/json' })).status).toBe(415);
    expect((await school.post('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  it('serves the WSDL with its own address, and the XSDs it names', async () => {
    const { status, body } = await school.get('/POKANAAL/?wsdl');
    const wsdl = body.toString('utf8');
    expect(status).toBe(200);
    expect(wsdl).toContain(`location="${world.mock.addresses.soap}"`);
    const [, include = ''] = /schemaLocation="([^"]+)"/.exec(wsdl) ?? [];
    expect((await school.get(`/POKANAAL/${include}`)).status).toBe(200);
  });
});

describe('reading R5: what cannot be read is HTTP 500 with a SOAP fault', () => {
  it('for another SOAP version', async () => {
    const soap12 = 'http://www.w3.org/2003/05/soap-envelope';
    await fault(good('F1').replaceAll(SOAP_NAMESPACE, soap12));
    await fault(good('F1').replaceAll(SOAP_NAMESPACE, soap12), { 'Content-Type': 'application/soap+xml' });
  });

  it('for bytes that are no UTF-8', async () => {
    await fault(Buffer.from(good('F2').replace('<groep>3<', '<groep>\u00e9<'), 'latin1'));
    await fault(Buffer.from(good('F2'), 'utf16le'));
    await fault(good('F2').replace('UTF-8', 'ISO-8859-1'));
    await fault(good('F2'), { 'Content-Type': 'text/xml; charset=iso-8859-1' });
  });

  it('for broken XML and for a DOCTYPE', async () => {
    await fault(good('F3').slice(0, -20));
    await fault('');
    await fault(good('F3').replace('<soap:Envelope', '<!DOCTYPE x [<!ENTITY e "e">]><soap:Envelope'));
  });
});

describe('the synchronous chain', () => {
  it('366: header and certificate differ', async () => {
    await refused(good('S1', { brinnummer: '98AA', aanleverpuntnummer: '00' }), '366');
    await refused(good('S1', { brinnummer: '99ZZ', aanleverpuntnummer: '01' }), '366');
    await refusedPoll(poll('1', { brinnummer: '98AA', aanleverpuntnummer: '00' }), '1', '366');
  });

  it('360: an envelope against PvE 5.1', async () => {
    await refused(good('S2').replace(/<soap:Header>[^]*<\/soap:Header>/, ''), '360');
    await refused(good('S2').replace(/<soap:Body>[^]*<\/soap:Body>/, '<soap:Body/>'), '360');
    await refused('<x/>', '360');
    await refused(good('S2').replace(/<bron:Aanleverpuntnummer>00<\/bron:Aanleverpuntnummer>/, ''), '360');
    await refusedPoll(poll('1').replace(/<soap:Header>[^]*<\/soap:Header>/, ''), '1', '360');
  });

  it('359: a message against the schema', async () => {
    await refused(good('S3').replace('2009-08-01', '2009-08-32'), '359');
    await refused(good('S3').replace(/<aanduidingNNCA>0<\/aanduidingNNCA>/, ''), '359');
    await refused(good('S3').replace('<leerjaar>', '<onbekend/><leerjaar>'), '359');
    await refused(good('S3').replace(/<inschrijvingWPO>[^]*<\/inschrijvingWPO>/, ''), '359');
    await refused(
      encodeEnvelope(
        13,
        { berichtidentificatie: 'S3', signaal: [{ signaalcode: '000', omschrijving: 'x' }] },
        school.header,
      ),
      '359',
    );
    await refusedPoll(
      poll('1234567890123456').replace('1234567890123456', '12345678901234567'),
      '1234567890123456',
      '359',
    );
    const notes = world.mock.messages({ signaal: '359' }).map(({ note }) => note);
    expect(notes.every((note) => note !== undefined && note !== '')).toBe(true);
  });

  it('359: a group that the edition does not have', async () => {
    const melding = (id: string) => {
      const { inschrijvingWpo = [], ...rest } = correctMelding(id, pupils.hera);
      const ontwikkelingsperspectief = [{ begindatum: '2015-08-01' }];
      const inschrijvingen = inschrijvingWpo.map((one) => ({ ...one, ontwikkelingsperspectief }));
      return encodeEnvelope(3, { ...rest, inschrijvingWpo: inschrijvingen }, school.header);
    };
    await refused(melding('S5'), '359');
    const of2015 = await createMockWorld({ edition: '2015-11' });
    try {
      const other = await of2015.school();
      const { body } = await other.post(melding('S5'));
      expect(decodeMessage(17, readEnvelope(body.toString('utf8')).node).statusMelding).toBe('B');
    } finally {
      await of2015.close();
    }
  });

  it('R19: an id that was refused by 359 or 366 is not used up; 396: an accepted one is', async () => {
    await refused(good('S4', { brinnummer: '98AA', aanleverpuntnummer: '00' }), '366');
    await refused(good('S4').replace('2009-08-01', '2009-08-32'), '359');
    expect((await receipt(good('S4'))).statusMelding).toBe('B');
    await refused(good('S4'), '396');
  });

  it('396 holds for the whole BRIN, over its aanleverpunten, and not for another BRIN', async () => {
    const [second, other] = [await world.school('99ZZ', '01'), await world.school('98AA', '00')];
    expect((await second.meld(correctMelding('S4', pupils.zeus))).signaal?.[0]?.signaalcode).toBe('396');
    expect((await other.meld(correctMelding('S4', pupils.zeus))).statusMelding).toBe('B');
  });

  it('stops at the first failure: certificate before envelope before schema before id', async () => {
    const foreign = { brinnummer: '98AA', aanleverpuntnummer: '00' };
    await refused(good('S4', foreign).replace(/<soap:Body>[^]*<\/soap:Body>/, '<soap:Body/>'), '366');
    await refused(good('S4', foreign).replace('2009-08-01', '2009-08-32'), '366');
    await refused(good('S4').replace('2009-08-01', '2009-08-32'), '359');
  });

  it('743 and 396 of a bericht 6 come in bericht 7', async () => {
    const point = await world.school('99ZZ', '01');
    const send = async (id: string) => (await point.poll(id)).signaal?.[0]?.signaalcode;
    expect(await send('A-1')).toBe('743');
    expect(await send('20')).toBeUndefined();
    expect(await send('19')).toBe('396');
    expect(await send('\u00e91')).toBe('743');
    // R18: by length first; a refused one does not count as the previous one.
    expect(await send('9')).toBe('396');
    expect(await send('100')).toBeUndefined();
    // Its series is apart from that of berichten 1 to 5.
    expect((await point.meld(correctMelding('100', pupils.odin))).statusMelding).toBe('B');
  });
});
