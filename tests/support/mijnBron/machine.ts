import { Agent, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Authority } from '../../mock-bron/certificates/authority.ts';
import { createMachine } from '../../mock-bron/machine/machine.ts';
import { https } from '../../mock-bron/testing/client.ts';
import { createFakeMijnBron, type FakeState } from './fake.ts';

/** What a program got as an answer. */
export interface JsonAnswer {
  status: number;
  type: string;
  body: unknown;
}

/** The machine interface over a fake Mijn BRON, behind mutual TLS. */
export interface MachineWorld {
  state: FakeState;
  /** Asks under the certificate of an aanleverpunt. */
  ask(method: string, path: string, body?: unknown, options?: { holder?: string; type?: string }): Promise<JsonAnswer>;
  errors: unknown[];
  close(): Promise<void>;
}

const PASSPHRASE = 'oefenwachtwoord';

/** Starts the machine interface on a server of its own, with certificates of this CA. */
export async function createMachineWorld(authority: Authority): Promise<MachineWorld> {
  const { state, mijnBron } = createFakeMijnBron();
  const errors: unknown[] = [];
  const machine = await createMachine(mijnBron, (error) => errors.push(error));
  const server = createServer(
    { ...authority.server, ca: authority.caPem, requestCert: true, rejectUnauthorized: true },
    (request, response) => machine.routing(request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}/MIJNBRON/v1/`;
  const agents = new Map<string, Agent>();
  const agentOf = async (holder: string) => {
    const { pkcs12 } = await authority.issueClient(holder, PASSPHRASE);
    const agent = new Agent({ ca: authority.caPem, pfx: pkcs12, passphrase: PASSPHRASE, keepAlive: true });
    agents.set(holder, agent);
    return agent;
  };
  return {
    state,
    ask: async (method, path, body, { holder = '99ZZ00', type = 'application/json' } = {}) => {
      const agent = agents.get(holder) ?? (await agentOf(holder));
      const sent = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
      const headers = sent === undefined ? {} : { 'Content-Type': type };
      const answer = await https(new URL(path, address).href, { method, agent, headers }, sent);
      const text = answer.body.toString('utf8');
      const answered = String(answer.headers['content-type'] ?? '');
      return {
        status: answer.status,
        type: answered,
        body: answered.startsWith('application/json') ? (JSON.parse(text) as unknown) : text,
      };
    },
    errors,
    close: async () => {
      for (const agent of agents.values()) agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await machine.close();
    },
  };
}
