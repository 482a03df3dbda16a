import { momentInNetherlands } from '../../../../shared/domain/clock.ts';
import type { BronPort, PortResult, PortTarget, PortTest } from '../../../../shared/api/ports.ts';
import { fingerprintInUse, readMaterial } from '../../certificate/store.ts';
import { noteEvent } from '../../changes/note.ts';
import type { Administration } from '../../context.ts';
import type { Connection } from '../../database/database.ts';
import { trustedAuthorities, type LineOptions } from '../../exchange/line.ts';
import { proxyFor } from '../../exchange/proxy.ts';
import { hostOf, TIMEOUT_MS } from '../../exchange/transport.ts';
import { readProxyPassword, readSettings } from '../../school/settings.ts';
import { judge } from './judge.ts';
import { keepPortTest } from './last.ts';
import { probe } from './probe.ts';

interface Address {
  port: BronPort;
  /** Empty: not set. */
  url: string;
}

function addressesOf(db: Connection): Address[] {
  const { endpoint, ports } = readSettings(db).exchange;
  return [
    { port: 80, url: ports.http },
    { port: 443, url: ports.https },
    { port: 6914, url: endpoint },
  ];
}

/** The three ports with name and port of the server at which each is tested. */
export const portTargets = (db: Connection): PortTarget[] =>
  addressesOf(db).map(({ port, url }) => ({ port, ...(url ? { host: hostOf(url) } : {}) }));

const outcomes: Readonly<Record<PortResult['outcome'], string>> = {
  open: 'open',
  closed: 'niet open',
  unset: 'niet getest',
};

/** A test under way. */
interface Running {
  stop: AbortController;
  known: PortResult[];
}

/** Tests the three ports (Stappenplan step 4), one test at a time; each takes no longer than an answer of BRON may. */
export class PortTester {
  readonly #administration: Administration;
  readonly #line: LineOptions;
  #running: Running | undefined;
  #test: Promise<PortTest> | undefined;

  constructor(administration: Administration, line: LineOptions) {
    this.#administration = administration;
    this.#line = line;
  }

  /** The ports of which the outcome is known, in the order of their numbers; undefined when no test is under way. */
  get known(): PortResult[] | undefined {
    return this.#running?.known;
  }

  /** Tests all three at once; asked again meanwhile it gives the test that is under way. */
  test(): Promise<PortTest> {
    if (!this.#running || !this.#test) {
      this.#running = { stop: new AbortController(), known: [] };
      this.#test = this.#testAll(this.#running);
    }
    return this.#test;
  }

  /** Stops the test that is under way, if any. */
  stop(): void {
    this.#running?.stop.abort();
  }

  async #testAll(running: Running): Promise<PortTest> {
    const { db, clock, emit } = this.#administration;
    try {
      await Promise.all(addressesOf(db).map((address) => this.#testOne(address, running)));
      const stopped = running.stop.signal.aborted;
      const test = { at: clock.now().toISOString(), stopped, ports: running.known };
      if (!stopped) this.#keep(test);
      return test;
    } finally {
      this.#running = undefined;
      emit('data.changed', { topics: ['exchange'] });
    }
  }

  async #testOne(address: Address, running: Running): Promise<void> {
    const { signal } = running.stop;
    const result = await this.#resultOf(address, signal);
    if (signal.aborted) return;
    running.known = [...running.known, result].sort((a, b) => a.port - b.port);
    this.#administration.emit('ports.progress', { ports: running.known });
  }

  async #resultOf({ port, url }: Address, stop: AbortSignal): Promise<PortResult> {
    if (url === '') return { port, outcome: 'unset', stages: [] };
    const { db, clock } = this.#administration;
    const { caPem, proxy: settings } = readSettings(db).exchange;
    const { answerTimeoutMs = TIMEOUT_MS, resolveProxy } = this.#line;
    const proxy = await proxyFor(url, settings, readProxyPassword(db), resolveProxy);
    const fingerprint = port === 6914 ? fingerprintInUse(db, clock) : undefined;
    const certificate = fingerprint === undefined ? undefined : readMaterial(db, fingerprint);
    const moment = momentInNetherlands(clock.now());
    const found = await probe({
      ...{ url, caPem, certificate, proxy, stop },
      systemCas: trustedAuthorities(),
      timeoutMs: answerTimeoutMs,
    });
    const tried = { port, host: hostOf(url), proxy: proxy && `${proxy.host}:${proxy.port}`, moment };
    return judge({ ...tried, withCertificate: certificate !== undefined }, found);
  }

  #keep(test: PortTest): void {
    const { db } = this.#administration;
    const summary = test.ports.map(({ port, outcome }) => `${port} ${outcomes[outcome]}`).join(', ');
    db.transaction(() => {
      keepPortTest(db, test);
      noteEvent(this.#administration, { entity: 'setting' }, 'ports.last', summary);
    }).immediate();
  }
}
