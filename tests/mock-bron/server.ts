import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import { createClock } from '../../shared/domain/clock.ts';
import { WSDL_FILE_NAME, createSchemaValidator } from '../../shared/pve/berichten/schema.ts';
import { openAuthority } from './certificates/authority.ts';
import { createMockClock } from './clock.ts';
import { createControl } from './control/control.ts';
import { controlRoutes } from './control/routes.ts';
import { knownPerson } from './control/registerSchemas.ts';
import { readStand, readState } from './control/state.ts';
import { createEditions } from './editions.ts';
import { createFaults } from './faults.ts';
import { createHelpdesk } from './helpdesk.ts';
import { createBrpEditor } from './jobs/brpEditor.ts';
import { createCleaning } from './jobs/cleaning.ts';
import { createDubbeleInschrijvingen } from './jobs/dubbeleInschrijving.ts';
import { createPeriodic } from './jobs/periodic.ts';
import { rehang } from './jobs/rehang.ts';
import { createSpontaneMutaties } from './jobs/spontaneMutatie.ts';
import { certificateHosts, closer, listen, LOOPBACK, WILDCARDS } from './listening.ts';
import { createLoadGate } from './load.ts';
import { createMachine } from './machine/machine.ts';
import type { MockControl } from './mockControl.ts';
import type { MockOptions } from './options.ts';
import { defaultPolling } from './polling.ts';
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
import { createLetters } from './register/letters.ts';
import { createLog } from './register/log.ts';
import { createMessages } from './register/messages.ts';
import { createMeta } from './register/meta.ts';
import { createMijnBron } from './mijnBron/createMijnBron.ts';
import { PlanningError } from './mijnBron/organisation.ts';
import { createPersons } from './register/persons.ts';
import { createTerugkoppelvoorraad } from './register/terugkoppelvoorraad.ts';
import { defaultFiles, readRegisterFiles } from './registers/files.ts';
import { readHolidays } from './registers/holidays.ts';
import { createLiveRegisters } from './registers/live.ts';
import { createScenarios } from './scenarios.ts';
import { createSite } from './site/site.ts';
import { createAnswers } from './soap/answer.ts';
import { createChain } from './soap/chain.ts';
import { readServiceFiles, wsdlAt } from './soap/files.ts';
import { SERVICE_PATH, createService } from './soap/service.ts';

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

/** Reading R51 (assumed). */
const RETENTION_YEARS = 5;
/** Starts a mock BRON in this process. Ports that are left out are free ones. @throws when a port, folder or file cannot be used */
export async function startMockBron(
  options: MockOptions,
  onError: (error: unknown) => void = (error) => {
    process.stderr.write(`mock BRON: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}\n`);
  },
): Promise<MockBron> {
  const { host = LOOPBACK, port = 0, sitePort = 0, controlPort = 0 } = options;
  const data = resolve(options.data);
  const machineClock = createClock();
  const machineNow = () => machineClock.now().getTime();
  const registers = readRegisterFiles(options);
  const holidays = readHolidays(options.holidays ?? defaultFiles.holidays);
  const files = readServiceFiles(defaultFiles.schemas);
  const schema = await createSchemaValidator(Object.fromEntries([...files].filter(([name]) => name.endsWith('.xsd'))));

  mkdirSync(data, { recursive: true });
  const unlock = lockFolder(data);
  const register = openRegister(data);
  const live = createLiveRegisters(registers, createBrpEdits(register));
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
  const editions = createEditions({ every: options.edition, only: options.editions });
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
    editions,
    postcodeExists,
    elementcodes,
  };
  const mutaties = createSpontaneMutaties(parts);
  const scenarios = createScenarios();
  const processor = createProcessor({ ...parts, mutaties, scenarios });
  const controlDubbeleInschrijvingen = createDubbeleInschrijvingen(parts);
  const clean = createCleaning(parts);
  const years = options.retentionYears ?? RETENTION_YEARS;
  const periodic = createPeriodic(options.periodDays ?? 0, () => [controlDubbeleInschrijvingen(), clean(years)], parts);
  const { mijnBron, organisation, tick, settled } = createMijnBron({
    ...parts,
    random,
    seed: options.seed,
    letters,
    holidays,
    folder: join(data, 'post'),
    smtp: options.smtp,
    process: () => processor.run(),
    closeInBrin: (brinnummer, on) => {
      const { brin: file } = live.read();
      const schools = file.schools.map((school) =>
        school.brinnummer === brinnummer ? { ...school, closed: on } : school,
      );
      live.replace({ brin: { ...file, schools } });
    },
  });
  /** What BRON does as time goes by. */
  const work = () => {
    processor.run();
    periodic();
    tick();
  };
  let polling = { ...defaultPolling, ...options.polling };
  const answers = createAnswers(meta, clock);
  const chain = createChain({
    editions,
    polling: () => polling,
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

  const machine = await createMachine(mijnBron, onError);
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
    mijnBron: (request, response) => machine.routing(request, response),
    wsdl: () => wsdlAt(files.get(WSDL_FILE_NAME) ?? '', addresses.soap),
    onHandled: processSoon,
  });
  const closeService = closer(service.server);
  const site = createSite({ authority, helpdesk, mijnBron, brin, clock, machine: machineClock, files, onError });
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
    createWachtwoordbrief: (brinnummer, aanleverpunt) => {
      if (!organisation.maySendWachtwoordbrief(brinnummer)) {
        throw new PlanningError('the bevoegd gezag has not signed the akkoordverklaring');
      }
      return helpdesk.createWachtwoordbrief(brinnummer, aanleverpunt);
    },
    mijnBron,
    organisation,
    settled,
    revokeCertificate: (brinnummer, aanleverpunt, serial) => {
      const serials = helpdesk.revoke(brinnummer, aanleverpunt, serial);
      service.refuseRevoked(authority.writeCrl(certificates.revoked()), serials);
      return serials;
    },
    setFault: faults.set,
    clearFaults: faults.clear,
    faults: faults.list,
    scenarios,
    editions,
    polling: () => polling,
    setPolling: (wanted) => {
      polling = { ...defaultPolling, ...wanted };
    },
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
      return controlDubbeleInschrijvingen();
    },
    clean: (wanted = years) => {
      processor.run();
      return clean(wanted);
    },
    registers: live.read,
    replaceRegisters: (next) => {
      processor.run();
      live.replace(next);
    },
    reloadRegisters: () => {
      const read = readRegisterFiles(options);
      processor.run();
      live.reload(read);
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
    await Promise.all([closeService(), site.close(), machine.close(), control.close(), settled()]);
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
