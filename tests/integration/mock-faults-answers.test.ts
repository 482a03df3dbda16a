import { readFileSync } from 'node:fs';
import { Agent, request as httpsRequest } from 'node:https';
import { describe, expect, it } from 'vitest';
import { EnvelopeError, decodeMessage, encodeEnvelope, readEnvelope } from '../../shared/pve/berichten/soap.ts';
import { XmlError } from '../../shared/pve/berichten/xml.ts';
import { faultEffects, type FaultKind } from '../mock-bron/faults/kinds.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils, terugkoppelingIds } from '../mock-bron/testing/meldingen.ts';
import type { MockWorld } from '../mock-bron/testing/world.ts';
import { eachWithMock } from '../support/mockWorld.ts';

let world: MockWorld;
let school: TestSchool;

eachWithMock((made, madeSchool) => {
  world = made;
  school = madeSchool;
});

const melding = () => encodeEnvelope(3, correctMelding('M1', pupils.hera), school.header);
const registered = () => world.mock.register('99ZZ').length;
const send = async (kind: FaultKind) => {
  world.mock.setFault({ kind, times: 1 });
  return school.post(melding());
};

/** The message comes through after the fault, once. */
async function expectOnce(handled: boolean) {
  const { node } = readEnvelope((await school.post(melding())).body.toString('utf8'));
  const { statusMelding, signaal } = decodeMessage(17, node);
  expect([statusMelding, signaal?.[0]?.signaalcode]).toEqual(handled ? ['A', '396'] : ['B', undefined]);
  expect(world.mock.register('99ZZ').map(({ version }) => version)).toEqual([1]);
}

const cases = (kinds: FaultKind[]) => kinds.map((kind) => [kind, faultEffects[kind].handled] as const);

describe('answers that are not the truth', () => {
  it.each(cases(['http-500', 'http-500-after', 'http-503', 'http-503-after', 'redirect']))(
    '%s',
    async (kind, handled) => {
      const { status, headers } = await send(kind);
      expect(status).toBe(kind === 'redirect' ? 307 : Number(kind.slice(5, 8)));
      if (status === 503) expect(headers['retry-after']).toBe('5');
      if (status === 307) expect(headers.location).toBe('/POKANAAL/?redirected');
      expect(registered()).toBe(handled ? 1 : 0);
      await expectOnce(handled);
    },
  );

  it.each(['358', '359', '360', '366'] as const)('signaal-%s in 17 and in 7, nothing handled', async (code) => {
    world.mock.setFault({ kind: `signaal-${code}`, times: 2 });
    expect(await school.meld(correctMelding('M1', pupils.hera))).toMatchObject({
      statusMelding: 'A',
      signaal: [{ signaalcode: code }],
    });
    expect(await school.poll('1')).toMatchObject({ berichtidentificatie: '1', signaal: [{ signaalcode: code }] });
    await expectOnce(false);
    expect(terugkoppelingIds(await school.poll('1'))).toEqual(['M1']);
  });

  it.each(
    cases(['answer-not-xml-before', 'answer-not-xml-after', 'answer-broken-xml-before', 'answer-broken-xml-after']),
  )('%s: 200 and text/xml that no parser takes', async (kind, handled) => {
    const { status, headers, body } = await send(kind);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(() => readEnvelope(body.toString('utf8'))).toThrow(XmlError);
    await expectOnce(handled);
  });

  it.each(cases(['answer-html-before', 'answer-html-after']))('%s: a page to log in', async (kind, handled) => {
    const { status, headers, body } = await send(kind);
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body.toString('utf8')).toContain('<form');
    await expectOnce(handled);
  });

  it.each(cases(['answer-foreign-before', 'answer-foreign-after']))('%s: SOAP of a stranger', async (kind, handled) => {
    const { body } = await send(kind);
    expect(() => readEnvelope(body.toString('utf8'))).toThrow(EnvelopeError);
    await expectOnce(handled);
  });

  it.each(cases(['answer-other-message-before', 'answer-other-message-after']))(
    '%s: 7 where 17 belongs, and the other way round',
    async (kind, handled) => {
      expect(readEnvelope((await send(kind)).body.toString('utf8')).nr).toBe(7);
      await expectOnce(handled);
      world.mock.setFault({ kind, times: 1 });
      const poll = encodeEnvelope(6, { berichtidentificatie: '1' }, school.header);
      expect(readEnvelope((await school.post(poll)).body.toString('utf8')).nr).toBe(17);
    },
  );

  it('answer-other-id: a bericht 7 to another verzoek; a bericht 3 is not touched', async () => {
    world.mock.setFault({ kind: 'answer-other-id-after', times: 1 });
    expect((await school.meld(correctMelding('M1', pupils.hera))).statusMelding).toBe('B');
    const answer = await school.poll('0001');
    expect(answer.berichtidentificatie).toBe('0000');
    expect(terugkoppelingIds(answer)).toEqual(['M1']);
    expect(await school.poll('0001')).toMatchObject({ berichtidentificatie: '0001' });
    world.mock.setFault({ kind: 'answer-other-id-before', times: 1 });
    expect(terugkoppelingIds(await school.poll('0002'))).toEqual([]);
    // It was not handled, so that the bundle is still there to be repeated.
    expect(terugkoppelingIds(await school.poll('0001'))).toEqual(['M1']);
  });
});

describe('connections that fail', () => {
  it.each(cases(['reset-before', 'reset-after']))('%s: a TCP reset', async (kind, handled) => {
    await expect(send(kind)).rejects.toMatchObject({ code: 'ECONNRESET', message: 'read ECONNRESET' });
    await expectOnce(handled);
  });

  it.each(cases(['answer-cut-off-before', 'answer-cut-off-after']))('%s: less than promised', async (kind, handled) => {
    await expect(send(kind)).rejects.toMatchObject({ code: 'ECONNRESET', message: 'aborted' });
    await expectOnce(handled);
  });

  it.each(cases(['answer-too-large-before', 'answer-too-large-after']))(
    '%s: more than anyone reads, until the client goes away',
    async (kind, handled) => {
      world.mock.setFault({ kind, times: 1 });
      const pfx = await world.mock.issueCertificate('99ZZ', '00', 'w');
      const agent = new Agent({ ca: world.mock.caPem, pfx, passphrase: 'w' });
      const read = await new Promise<number>((resolve, reject) => {
        const headers = { 'Content-Type': 'text/xml; charset=utf-8' };
        const outgoing = httpsRequest(world.mock.addresses.soap, { method: 'POST', agent, headers }, (incoming) => {
          let size = 0;
          incoming.on('data', (chunk: Buffer) => {
            size += chunk.length;
            if (size > 8 * 1024 * 1024) incoming.destroy();
          });
          incoming.on('close', () => resolve(size));
          incoming.on('error', () => undefined);
        });
        outgoing.on('error', reject);
        outgoing.end(melding());
      });
      agent.destroy();
      expect(read).toBeGreaterThan(8 * 1024 * 1024);
      await expectOnce(handled);
    },
  );
});

it('the documentation has every kind, and whether the message is handled', () => {
  const text = readFileSync(new URL('../../docs/mock-control.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| (`[a-z0-9-]+`(?:, `[a-z0-9-]+`)*) \|.*\| (no|yes|no, yes) \|$/gm)];
  const documented = rows.flatMap(([, kinds = '', handled = '']) => {
    const said = handled.split(', ');
    return kinds.split(', ').map((kind, index) => [kind.slice(1, -1), (said[index] ?? said[0]) === 'yes'] as const);
  });
  const real = Object.entries(faultEffects).map(([kind, { handled }]) => [kind, handled] as const);
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(real));
});
