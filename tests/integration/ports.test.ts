import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portCauses, portPlaces } from '../../shared/aansluiting/ports.ts';
import type { CauseCode } from '../../shared/api/causes.ts';
import type { PortResult, PortStage } from '../../shared/api/ports.ts';
import { createAdministration, START, startTestLas, type TestLas } from '../support/administration.ts';
import { installFile } from '../support/certificates.ts';
import { troubledLines } from '../support/troubledLines/all.ts';
import { createTestPki, type SetUp, type TestPki, type TroubledLine } from '../support/troubledLines/line.ts';
import { startInterceptor } from '../support/troubledLines/proxies.ts';
import { startServer } from '../support/troubledLines/servers.ts';

const TIMEOUT_MS = 1000;

let pki: TestPki;
let withCertificate: TestLas;
/** An administration before step 9: it has no certificate yet. */
let before: TestLas;

beforeAll(async () => {
  pki = await createTestPki(START);
  [withCertificate, before] = await Promise.all(
    [0, 1].map(() => startTestLas({ answerTimeoutMs: TIMEOUT_MS })) as [Promise<TestLas>, Promise<TestLas>],
  );
  for (const las of [withCertificate, before]) await createAdministration(las);
  await installFile(withCertificate, pki.clientFile.bytes, pki.clientFile.password);
});
afterAll(async () => {
  await Promise.all([withCertificate.close(), before.close()]);
  pki.close();
});

/** What the test says of port 6914 at a set-up. */
async function portAt(las: TestLas, setUp: SetUp): Promise<PortResult> {
  const line: TroubledLine = await setUp(pki);
  try {
    const settings = await las.call('settings.get', {});
    const mode = line.proxy ? 'handmatig' : 'geen';
    const { host = '', port = '', user = '', password = '' } = line.proxy ?? {};
    const proxy = { mode, host, port: String(port), user, passwordSet: false, password } as const;
    const exchange = { endpoint: line.endpoint ?? '', caPem: line.caPem ?? pki.authority.caPem, proxy };
    await las.call('settings.save', { ...settings, exchange });
    const { ports } = await las.call('ports.test', {});
    return ports.find(({ port: at }) => at === 6914) as PortResult;
  } finally {
    await line.close?.();
  }
}

const failedStage = ({ stages }: PortResult): PortStage | undefined =>
  stages.find(({ state }) => state === 'failed')?.stage;

/** Set-up of the line, where the test says it stops, and the cause when it is not that of the exchange. */
const closed: readonly [CauseCode, index: number, PortStage][] = [
  ['endpoint-name-unknown', 0, 'name'],
  ['endpoint-unreachable', 0, 'connection'],
  ['endpoint-refused', 0, 'connection'],
  ['endpoint-filtered', 0, 'connection'],
  // Accepts the connection, and says nothing.
  ['endpoint-silent', 1, 'tls'],
  ['endpoint-broken', 1, 'tls'],
  ['endpoint-not-tls', 0, 'tls'],
  ['endpoint-not-tls', 1, 'tls'],
  ['server-intercepted', 0, 'interception'],
  ['server-certificate-unknown', 0, 'interception'],
  ['server-certificate-expired', 0, 'tls'],
  ['server-certificate-early', 0, 'tls'],
  ['server-certificate-name', 0, 'tls'],
  ...[0, 1, 2, 3, 4].map((index) => ['proxy-down', index, 'proxy'] as [CauseCode, number, PortStage]),
  ['proxy-refuses', 0, 'proxy'],
  ['proxy-no-route', 0, 'proxy'],
  ['proxy-password', 0, 'proxy'],
];

const setUpOf = (code: CauseCode, index: number) => troubledLines[code as keyof typeof troubledLines][index] as SetUp;

describe('C-24: port 6914 that is not open', () => {
  for (const [name, las] of [
    ['before there is a certificate', () => before],
    ['with a certificate', () => withCertificate],
  ] as const) {
    it.each(closed)(`${name}: %s (%i) is named, and it stops at %s`, async (code, index, stage) => {
      const began = performance.now();
      const result = await portAt(las(), setUpOf(code, index));
      expect(performance.now() - began).toBeLessThan(TIMEOUT_MS + 5_000);
      expect(result).toMatchObject({ outcome: 'closed', problem: { code } });
      expect(failedStage(result)).toBe(stage);
      // What comes before is well, what comes after was not reached.
      const at = result.stages.findIndex((tried) => tried.stage === stage);
      expect(result.stages.slice(0, at).every(({ state }) => state === 'ok')).toBe(true);
      expect(result.stages.slice(at + 1).every(({ state }) => state === 'skipped')).toBe(true);
      const { message, remedy, tell } = result.problem ?? {};
      for (const text of [message, remedy, tell]) expect(text).not.toMatch(/[{}]|\(\)|undefined| op \.|""/);
    });
  }

  it.each([
    ['endpoint-silent', 0],
    ['endpoint-broken', 0],
  ] as const)('with a certificate: %s after the handshake stops at the answer', async (code, index) => {
    const result = await portAt(withCertificate, setUpOf(code, index));
    expect(result).toMatchObject({ outcome: 'closed', problem: { code } });
    expect(failedStage(result)).toBe('answer');
  });

  it('a proxy that asks for a name and password lets nobody through without', async () => {
    const result = await portAt(before, setUpOf('proxy-password', 0));
    expect(result.problem?.remedy).toBe('Vul bij Instellingen de gebruikersnaam en het wachtwoord van de proxy in.');
  });
});

describe('C-24: port 6914 that is open', () => {
  const stateAt = ({ stages }: PortResult, wanted: PortStage) => stages.find(({ stage }) => stage === wanted)?.state;
  const bron =
    (maxVersion: 'TLSv1.2' | 'TLSv1.3'): SetUp =>
    async () => {
      const { port, close } = await startServer(pki, pki.server, undefined, { maxVersion });
      return { endpoint: `https://127.0.0.1:${port}/POKANAAL/`, close };
    };

  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'before step 9 it is known by BRON asking for the certificate, over %s',
    async (version) => {
      const result = await portAt(before, bron(version));
      expect(result).toMatchObject({ outcome: 'open' });
      expect(result.problem).toBeUndefined();
      expect(stateAt(result, 'certificate')).toBe('asked');
      expect(stateAt(result, 'answer')).toBe('skipped');
    },
  );

  it('with the certificate it goes on to an answer', async () => {
    const result = await portAt(withCertificate, bron('TLSv1.3'));
    expect(result).toMatchObject({ outcome: 'open' });
    expect(result.stages.every(({ state }) => state === 'ok')).toBe(true);
  });

  const refused = ['own-certificate-revoked', 'own-certificate-unknown', 'own-certificate-refused'] as const;
  it.each(refused.flatMap((code) => [[code, 0] as const, [code, 1] as const]))(
    'says what BRON has against the certificate: %s (%i)',
    async (code, index) => {
      const result = await portAt(withCertificate, setUpOf(code, index));
      expect(result).toMatchObject({ outcome: 'open', problem: { code } });
      expect(failedStage(result)).toBe('certificate');
    },
  );

  it('whatever BRON answers, also that it is out of order', async () => {
    for (const code of ['bron-fault', 'bron-unavailable', 'endpoint-not-bron'] as const)
      expect(await portAt(withCertificate, setUpOf(code, 0))).toMatchObject({ outcome: 'open' });
  });
});

describe('C-24: interception of 6914', () => {
  it('is known when the computer trusts it: in between nobody can ask for the certificate of the school', async () => {
    for (const las of [before, withCertificate]) {
      const result = await portAt(las, async () => {
        const { port, close } = await startInterceptor({ stranger: pki.authority });
        return { endpoint: 'https://bron.invalid:6914/POKANAAL/', proxy: { host: '127.0.0.1', port }, close };
      });
      expect(result).toMatchObject({ outcome: 'closed', problem: { code: 'server-intercepted' } });
      expect(result.problem?.message).toContain('(Proefinstantie)');
      expect(failedStage(result)).toBe('interception');
    }
  });
});

describe('C-25: the five places', () => {
  const placesAt = async (code: CauseCode, index: number) => {
    const { problem } = await portAt(before, setUpOf(code, index));
    return portCauses[problem?.code as CauseCode]?.places;
  };

  it('are all named, from the computer outwards, when a firewall refuses or drops', async () => {
    expect(portPlaces).toEqual(['pc', 'router', 'server', 'osp', 'isp']);
    expect(await placesAt('endpoint-refused', 0)).toEqual(portPlaces);
    expect(await placesAt('endpoint-filtered', 0)).toEqual(portPlaces);
  });

  it.each([
    ['server-intercepted', 0, ['pc', 'router', 'server', 'osp']],
    ['proxy-refuses', 0, ['server', 'osp']],
    ['proxy-no-route', 0, ['server', 'osp', 'isp']],
    ['endpoint-silent', 1, ['server', 'osp']],
    ['endpoint-name-unknown', 0, []],
  ] as const)('of %s are those that can do it, in the same order', async (code, index, places) => {
    expect(await placesAt(code, index)).toEqual(places);
  });

  it('stand in one order for every cause', () => {
    for (const { places = [] } of Object.values(portCauses))
      expect([...places].sort((a, b) => portPlaces.indexOf(a) - portPlaces.indexOf(b))).toEqual(places);
  });
});
