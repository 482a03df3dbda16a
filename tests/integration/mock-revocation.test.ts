import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { https } from '../mock-bron/testing/client.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

let world: MockWorld;

beforeEach(async () => {
  world = await createMockWorld();
});
afterEach(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const passphrase = 'oefenwachtwoord';
const wsdl = async (pfx: Buffer) => {
  const agent = new Agent({ ca: world.mock.caPem, pfx, passphrase });
  try {
    return (await https(`${world.mock.addresses.soap}?wsdl`, { agent })).status;
  } finally {
    agent.destroy();
  }
};
const issue = () => world.mock.issueCertificate('99ZZ', '00', passphrase);

it('a revoked certificate is refused, also on connections that are open, and after a restart', async () => {
  const pfx = await issue();
  const school = await world.school();
  const other = await world.school('99ZZ', '01');
  await school.poll('1');
  await other.poll('1');
  expect(world.mock.revokeCertificate('99ZZ', '00')).toHaveLength(2);
  // Node sends no alert: the client sees a connection that breaks (docs/mock-bron.md).
  await expect(school.poll('2')).rejects.toMatchObject({ code: 'ECONNRESET' });
  await expect(wsdl(pfx)).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect((await other.poll('2')).berichtidentificatie).toBe('2');
  await world.restart();
  await expect(wsdl(pfx)).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(await wsdl(await issue())).toBe(200);
  expect(() => world.mock.revokeCertificate('98AA', '00')).toThrow('no such certificate');
});

it('one of several by its serial number', async () => {
  const [first, second] = [await issue(), await issue()];
  const [serial = ''] = world.mock.state().certificates.map((certificate) => certificate.serial);
  expect(world.mock.revokeCertificate('99ZZ', '00', serial.toUpperCase())).toEqual([serial]);
  await expect(wsdl(first)).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(await wsdl(second)).toBe(200);
  expect(() => world.mock.revokeCertificate('99ZZ', '00', serial)).toThrow('no such certificate');
});

it('crl.pem tells another server the same', async () => {
  const [revoked, good] = [await issue(), await issue()];
  const [serial = ''] = world.mock.state().certificates.map((certificate) => certificate.serial);
  world.mock.revokeCertificate('99ZZ', '00', serial);
  const file = (name: string) => readFileSync(join(world.folder, 'certificates', name), 'utf8');
  const server = createServer({
    ...{ key: file('server-key.pem'), cert: file('server.pem'), ca: file('ca.pem'), crl: file('crl.pem') },
    // Lets everybody in, to be asked what it thinks of them.
    ...{ requestCert: true, rejectUnauthorized: false },
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const judgement = async (pfx: Buffer) => {
    const socket = connect({ port, host: '127.0.0.1', ca: world.mock.caPem, pfx, passphrase });
    const [{ authorized, authorizationError }] = (await once(server, 'secureConnection')) as [TLSSocket];
    socket.destroy();
    return authorized ? 'authorized' : authorizationError;
  };
  expect(await judgement(revoked)).toBe('CERT_REVOKED');
  expect(await judgement(good)).toBe('authorized');
  server.close();
});
