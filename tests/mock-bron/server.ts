import { mkdirSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Server } from 'node:https';
import { createClock, type Clock } from '../../shared/domain/clock.ts';
import { WSDL_FILE_NAME, createSchemaValidator } from '../../shared/pve/berichten/schema.ts';
import { openAuthority } from './certificates/authority.ts';
import { createMockClock } from './clock.ts';
import { createControl } from './control/control.ts';
import { controlRoutes } from './control/routes.ts';
import { knownPerson, type KnownPersonIn, type MockState, type RegisterStand } from './control/schemas.ts';
import { readStand, readState } from './control/state.ts';
import { createFaults, type ActiveFault, type Fault } from './faults.ts';
import { createHelpdesk } from './helpdesk.ts';
import { createBrpEditor, type BrpEditor } from './jobs/brpEditor.ts';
import { createDubbeleInschrijvingen } from './jobs/dubbeleInschrijving.ts';
import { rehang } from './jobs/rehang.ts';
import { createSpontaneMutaties } from './jobs/spontaneMutatie.ts';
import { createLoadGate, type Load } from './load.ts';
import type { MockOptions } from './options.ts';
import type { ProcessorParts } from './processing/parts.ts';
import { createProcessor } from './processing/process.ts';
import { createRandom } from './random.ts';
import { createAanleverpunten } from './register/aanleverpunten.ts';
import { createBrpEdits } from './register/brpEdits.ts';
import { openRegister, resetRegister } from './register/database.ts';
import { lockFolder } from './register/folderLock.ts';
import { createInschrijvingen } from './register/inschrijvingen.ts';
import { createCertificates } from './register/certificates.ts';
import { createKnowing } from './register/known.ts';
import { createLetters, type Wachtwoordbrief } from './register/letters.ts';
import { createLog, type LogFilter, type LoggedMessage } from './register/log.ts';
import { createMessages } from './register/messages.ts';
import { createMeta } from './register/meta.ts';
import { createPersons } from './register/persons.ts';
import { createTerugkoppelvoorraad, type Owner } from './register/terugkoppelvoorraad.ts';
import { openBrin } from './registers/brin.ts';
import { openBrp } from './registers/brp.ts';
import { openElementcodes } from './registers/elementcodes.ts';
import { defaultFiles } from './registers/files.ts';
import { createLiveRegisters, type RegistersIn } from './registers/live.ts';
import { openPostcodes } from './registers/postcodes.ts';
import { createScenarios, type Scenarios } from './scenarios.ts';
import { createSite } from './site/site.ts';
import { createAnswers } from './soap/answer.ts';
import { createChain } from './soap/chain.ts';
import { readServiceFiles, wsdlAt } from './soap/files.ts';
import { SERVICE_PATH, createService } from './soap/service.ts';

/** What can be done with a running mock besides sending messages: the control interface in-process. */
export interface MockControl {
  clock: Clock;
  setClock(instant: Date): void;
  advanceClock(seconds: number): void;
  /** @throws UnknownSchool */
  createWachtwoordbrief(brinnummer: string, aanleverpunt: string): Wachtwoordbrief;
  /**
   * Revokes the certificates of an aanleverpunt, or the one with this serial number. Gives serial numbers. @throws NothingToRevoke
   */
  revokeCertificate(brinnummer: string, aanleverpunt: string, serial?: string): string[];
  setFault(fault: Fault): ActiveFault;
  clearFaults(): void;
  faults(): ActiveFault[];
  /** Has signalen come back although nothing is wrong. */
  scenarios: Omit<Scenarios, 'take'>;
  /** Makes BRON as busy as this; what is left out no longer holds it up. */
  setLoad(load: Load): void;
  load(): Load;
  /** Every message in and out, oldest first. */
  messages(filter?: LogFilter): LoggedMessage[];
  /** What is registered for a school. */
  register(brinnummer: string): RegisterStand;
  state(): MockState;
  /** Has BRON know a person, with what schools delivered of him before; one whom it knows by a number stays as he is. */
  knowPerson(person: KnownPersonIn): void;
  brp: BrpEditor;
  /** Hangs a pupil under another PGN, as DUO does for two that are one; tells the schools. @throws UnknownPgn */
  rehang(from: string, to: string): Owner[];
  /** Controls dubbele inschrijvingen now; gives the aanleverpunten that a bericht 16 was put ready for. */
  controlDubbeleInschrijvingen(): Owner[];
  /** Replaces BRIN, BRP, postcodes or elementcodes while the mock runs; what is left out stays. */
  replaceRegisters(next: RegistersIn): void;
  reset(): void;
}

/** A running mock BRON. */
export interface MockBron extends MockControl {
  addresses: { soap: string; site: string; control: string };
  /** PEM of the CA that signed the server certificate and the certificates of schools. */
  caPem: string;
  /** Path of that PEM. */
  caPath: string;
  /** A certificate of an aanleverpunt without letter and site: for tests that are about something else. */
  issueCertificate(brinnummer: string, aanleverpunt: string, password: string): Promise<Buffer>;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const WILDCARDS = new Set(['0.0.0.0', '::']);

/** Names and addresses the server certificate is good for. */
function certificateHosts(host: string): string[] {
  const own = WILDCARDS.has(host)
    ? Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address))
    : [host];
  return [...new Set([LOOPBACK, 'localhost', '::1', ...own.filter((address) => !address.includes('%'))])];
}

const listen = (server: Server, host: string, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/** Closes a server at once, with the connections that faults left hanging. */
function closer(server: Server): () => Promise<void> {
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}

/** Starts a mock BRON in this process. Ports that are left out are free ones. @throws when a port, folder or file cannot be used */
export async function startMockBron(
  options: MockOptions,
  onError: (error: unknown) => void = (error) => {
    process.stderr.write(`mock BRON: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}\n`);
  },
): Promise<MockBron> {
  const { host = LOOPBACK, port = 0, sitePort = 0, controlPort = 0 } = options;
  const data = resolve(options.data);
  const machine = createClock();
  const machineNow = () => machine.now().getTime();
  const registerFiles = {
    brin: openBrin(options.brin ?? defaultFiles.brin),
    brp: openBrp(options.brp ?? [defaultFiles.brp]),
    postcodes: openPostcodes(options.postcodes),
    elementcodes: openElementcodes(options.elementcodes),
  };
  const files = readServiceFiles(defaultFiles.schemas);
  const schema = await createSchemaValidator(Object.fromEntries([...files].filter(([name]) => name.endsWith('.xsd'))));

  mkdirSync(data, { recursive: true });
  const unlock = lockFolder(data);
  const register = openRegister(data);
  const live = createLiveRegisters(registerFiles, createBrpEdits(register));
  const { brp, brin, postcodeExists, elementcodes } = live;
  const meta = createMeta(register);
  const clock = createMockClock(meta, options.date, machineNow);
  const random = createRandom(options.seed, () => meta.next('random'));
  const [messages, persons, inschrijvingen, log] = [
    createMessages(register),
    createPersons(register),
    createInschrijvingen(register),
    createLog(register),
  ];
  const know = createKnowing({ register, persons, inschrijvingen, messages });
  const voorraad = createTerugkoppelvoorraad(register);
  const letters = createLetters(register, clock, random);
  const certificates = createCertificates(register, clock);
  const faults = createFaults(options.seed);
  for (const fault of options.faults ?? []) faults.set(fault);
  const load = createLoadGate(options.load ?? {}, options.seed);
  const authority = await openAuthority(join(data, 'certificates'), certificateHosts(host), clock, machineNow);
  const helpdesk = createHelpdesk(brin, letters, certificates, authority);
  const parts: ProcessorParts = {
    register,
    meta,
    messages,
    persons,
    inschrijvingen,
    voorraad,
    brp,
    brin,
    clock,
    onError,
    aanleverpunten: createAanleverpunten(register, brin),
    edition: options.edition,
    postcodeExists,
    elementcodes,
  };
  const mutaties = createSpontaneMutaties(parts);
  const scenarios = createScenarios();
  const processor = createProcessor({ ...parts, mutaties, scenarios });
  const doubles = createDubbeleInschrijvingen(parts, options.controlDays ?? 0);
  /** What BRON does as time goes by. */
  const work = () => {
    processor.run();
    doubles.run();
  };
  const answers = createAnswers(meta, clock);
  const chain = createChain({
    edition: options.edition,
    answers,
    schema,
    messages,
    voorraad,
    clock,
    bundleBytes: options.bundleBytes ?? 1024 * 1024,
    beforePoll: () => processor.run(),
  });

  let closed = false;
  const processSoon = () => {
    setImmediate(() => {
      if (!closed) processor.run();
    });
  };
  const name = WILDCARDS.has(host) ? LOOPBACK : host;
  const url = (scheme: string, at: string, number: number, path: string) =>
    `${scheme}://${at.includes(':') ? `[${at}]` : at}:${number}${path}`;

  const service = createService({
    authority,
    answers,
    chain,
    faults,
    log,
    clock,
    files,
    onError,
    load,
    crl: authority.writeCrl(certificates.revoked()),
    wsdl: () => wsdlAt(files.get(WSDL_FILE_NAME) ?? '', addresses.soap),
    onHandled: processSoon,
  });
  const closeService = closer(service.server);
  const site = createSite({ authority, helpdesk, clock, files, onError });
  const addresses = { soap: '', site: '', control: '' };

  const mockControl: MockControl = {
    clock,
    setClock: (instant) => {
      clock.set(instant);
      work();
    },
    advanceClock: (seconds) => {
      clock.advance(seconds);
      work();
    },
    createWachtwoordbrief: helpdesk.createWachtwoordbrief,
    revokeCertificate: (brinnummer, aanleverpunt, serial) => {
      const serials = helpdesk.revoke(brinnummer, aanleverpunt, serial);
      service.refuseRevoked(authority.writeCrl(certificates.revoked()), serials);
      return serials;
    },
    setFault: faults.set,
    clearFaults: faults.clear,
    faults: faults.list,
    scenarios,
    setLoad: load.set,
    load: load.get,
    messages: (filter) => log.list(filter),
    register: (brinnummer) => {
      processor.run();
      return readStand(inschrijvingen, messages, brinnummer);
    },
    state: () => {
      processor.run();
      return readState(register, letters, faults, clock);
    },
    knowPerson: (person) => know(knownPerson.parse(person)),
    brp: createBrpEditor(live, mutaties, processor),
    rehang: (from, to) => {
      processor.run();
      return rehang(from, to, { persons, mutaties });
    },
    controlDubbeleInschrijvingen: () => {
      processor.run();
      return doubles.control();
    },
    replaceRegisters: (next) => {
      processor.run();
      live.replace(next);
    },
    reset: () => {
      resetRegister(register);
      live.forgetEdits();
      faults.clear();
      scenarios.clear();
    },
  };
  const control = createControl(controlRoutes(mockControl), () => addresses.control, onError);
  const timer = setInterval(work, 1000).unref();

  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    clearInterval(timer);
    await Promise.all([closeService(), site.close(), control.close()]);
    schema.dispose();
    register.close();
    unlock();
  }

  try {
    addresses.soap = url('https', name, await listen(service.server, host, port), SERVICE_PATH);
    await site.listen({ host, port: sitePort });
    addresses.site = url('https', name, (site.server.address() as AddressInfo).port, '/');
    await control.listen({ host: LOOPBACK, port: controlPort });
    addresses.control = url('http', LOOPBACK, (control.server.address() as AddressInfo).port, '/');
  } catch (error) {
    await close();
    throw error;
  }
  work();

  return {
    ...mockControl,
    addresses,
    caPem: authority.caPem,
    caPath: authority.caPath,
    issueCertificate: helpdesk.issueCertificate,
    close,
  };
}
