import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TransportError } from '../../electron/core/exchange/cause.ts';
import { createTransport } from '../../electron/core/exchange/transport.ts';
import { causes, type CauseCode } from '../../shared/api/causes.ts';
import type { LasFailure } from '../../shared/api/errors.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { createAdministration, START, startTestLas, type TestLas } from '../support/administration.ts';
import { installFile } from '../support/certificates.ts';
import { createTestAuthority } from '../support/openssl.ts';
import { troubledLines } from '../support/troubledLines/all.ts';
import { startInterceptor } from '../support/troubledLines/proxies.ts';
import { createTestPki, type SetUp, type TestPki, type TroubledLine } from '../support/troubledLines/line.ts';

const TIMEOUT_MS = 2000;

let pki: TestPki;
let world: TestLas;
/** An administration that has not installed a certificate yet. */
let bare: TestLas;

beforeAll(async () => {
  pki = await createTestPki(START);
  [world, bare] = await Promise.all(
    [0, 1].map(() => startTestLas({ answerTimeoutMs: TIMEOUT_MS })) as [Promise<TestLas>, Promise<TestLas>],
  );
  for (const las of [world, bare]) await createAdministration(las);
  const { bytes, password } = pki.clientFile;
  await installFile(world, bytes, password);
});
afterAll(async () => {
  await Promise.all([world.close(), bare.close()]);
  pki.close();
});

async function failureOn({
  endpoint = 'https://127.0.0.1:6914/',
  caPem,
  proxy,
  ...line
}: TroubledLine): Promise<LasFailure> {
  const las = line.withoutCertificate ? bare : world;
  const settings = await las.call('settings.get', {});
  await las.call('settings.save', {
    ...settings,
    exchange: {
      endpoint,
      caPem: caPem ?? pki.authority.caPem,
      proxy: {
        mode: proxy ? 'handmatig' : 'systeem',
        host: proxy?.host ?? '',
        port: String(proxy?.port ?? ''),
        user: proxy?.user ?? '',
        passwordSet: false,
        ...(proxy?.password ? { password: proxy.password } : {}),
      },
    },
  });
  las.clock.set(new Date(START.getTime() + (line.daysLater ?? 0) * 86_400_000));
  const result = await las.las.invoke('exchange.testCertificate', {});
  las.clock.set(START);
  if (!result.ok) return result.error;
  const { problems } = result.value as { problems: LasFailure[] };
  expect(problems).toHaveLength(1);
  return problems[0] as LasFailure;
}

async function withLine<T>(setUp: SetUp, use: (line: TroubledLine) => Promise<T>): Promise<T> {
  const line = await setUp(pki);
  try {
    return await use(line);
  } finally {
    await line.close?.();
  }
}

const rows = Object.entries(troubledLines).flatMap(([code, setUps]) =>
  setUps.map((setUp, index) => [code as CauseCode, index + 1, setUp] as const),
);

describe('each cause, set up as it is', () => {
  it.each(rows)('%s (%i) is told from the others', async (code, _, setUp) => {
    const began = performance.now();
    const failure = await withLine(setUp, failureOn);
    expect(failure.code).toBe(code);
    expect(performance.now() - began).toBeLessThan(TIMEOUT_MS + 8_000);
    // Every place in the texts is filled in.
    for (const text of [failure.message, failure.remedy, failure.tell ?? ''])
      expect(text).not.toMatch(/[{}]|\(\)|undefined| op \.|van "|""/);
    expect(failure.tell).toMatch(/ op \d+ (november 2009|december 2049) om 09:00 /);
  });

  it('has a row for every cause', () => {
    expect([...Object.keys(troubledLines), 'message-too-large'].toSorted()).toEqual(Object.keys(causes).toSorted());
  });
});

/** Set-ups after which BRON may have the message. */
const perhaps = new Set([
  'endpoint-silent 1',
  'endpoint-broken 1',
  'endpoint-not-bron 1',
  'endpoint-not-bron 2',
  'bron-fault 1',
  'bron-unavailable 1',
  'answer-cut-off 1',
  'answer-too-large 1',
  'answer-too-large 2',
]);
/** Told before a connection is made, or by the content of a whole answer. */
const notByTheLine = /^(signaal-|answer-not-|answer-cut-off 2|certificate-missing|own-certificate-expired 1)/;

function post(line: TroubledLine, envelope: string): Promise<unknown> {
  const transport = createTransport({
    url: line.endpoint ?? '',
    clock: createFixedClock(START),
    caPem: line.caPem ?? pki.authority.caPem,
    certificate: { pemCertificate: pki.client.cert, pemKey: pki.client.key, pemChain: '' },
    proxy: line.proxy,
    timeoutMs: TIMEOUT_MS,
  });
  return transport
    .post(envelope)
    .catch((error: unknown) => error)
    .finally(() => transport.close());
}

describe('whether BRON can have the message', () => {
  const onTheWay = rows.filter(([code, index]) => !notByTheLine.test(`${code} ${index}`));
  it.each(onTheWay)('is known after %s (%i)', async (code, index, setUp) => {
    const error = await withLine(setUp, (line) => post(line, '<vraag/>'));
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ perhapsReceived: perhaps.has(`${code} ${index}`), failure: { code } });
  });

  it('is known of a message that is too large: it does not leave', async () => {
    await withLine(troubledLines['bron-fault'][0], async (line) => {
      const error = await post(line, 'x'.repeat(5 * 1024 * 1024));
      expect(error).toMatchObject({ perhapsReceived: false, failure: { code: 'message-too-large' } });
    });
  });
});

describe('interception that the computer trusts', () => {
  it('is told by the name of the product that answers in the place of BRON', async () => {
    const product = await createTestAuthority('/O=Fortinet/CN=FGT60F Untrusted');
    const interceptor = await startInterceptor({ stranger: product });
    const proxy = { host: '127.0.0.1', port: interceptor.port };
    const error = await post(
      { endpoint: 'https://bron.invalid:6914/POKANAAL/', caPem: product.caPem, proxy },
      '<vraag/>',
    );
    expect(error).toMatchObject({ perhapsReceived: true, failure: { code: 'server-intercepted' } });
    expect(error).toMatchObject({ failure: { message: expect.stringContaining('(Fortinet)') as string } });
    await interceptor.close();
    product.close();
  });
});
