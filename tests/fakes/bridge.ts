// A fake `window.las` to look at screens without a core. The address of the page says how it starts:
// ?state=none|locked|recovery|password|rekeying|open &role=beheerder|... &kind=oefen|echt &demo=1 &certificate=1 &slow=1 &fail=operation:code
import type { ProxyInput } from '../../shared/api/settings.ts';
import type { LasBridge } from '../../shared/api/bridge.ts';
import {
  operations,
  type EventName,
  type EventPayload,
  type OperationName,
  type Output,
} from '../../shared/api/contract.ts';
import { failure, LasError, type ErrorCode, type Result } from '../../shared/api/errors.ts';
import type { Role } from '../../shared/api/roles.ts';
import type { SessionStatus } from '../../shared/api/session.ts';
import { createClock } from '../../shared/domain/clock.ts';
import { cardHandlers } from './bridgeCard.ts';
import { ageingHandlers } from './bridgeAgeing.ts';
import { aansluitingHandlers } from './bridgeAansluiting.ts';
import { backupHandlers } from './bridgeBackup.ts';
import { certificateHandlers } from './bridgeCertificate.ts';
import { csvHandlers } from './bridgeCsv.ts';
import { exportHandlers } from './bridgeExport.ts';
import { importHandlers } from './bridgeImport.ts';
import { enrolmentHandlers } from './bridgeEnrolment.ts';
import { gezinHandlers } from './bridgeGezin.ts';
import { groepenHandlers } from './bridgeGroepen.ts';
import { mijnBronHandlers } from './bridgeMijnBron.ts';
import { leerlingenHandlers, type HandlersOf } from './bridgeLeerlingen.ts';
import { portsHandlers } from './bridgePorts.ts';
import { changesHandlers, userHandlers } from './bridgeUsers.ts';
import { emptyRunResult } from '../../shared/api/exchange.ts';
import type { ScheduleState } from '../../shared/api/schedule.ts';
import { countStates, createWorld, fakeCertificate } from './bridgeWorld.ts';

type Handlers = HandlersOf<OperationName>;

const PASSWORD = 'oefenwachtwoord';
const RECOVERY = 'K7M2P-9XQ4R-B3TV8-HZ5WD-N6CJ1A';
const POLL_PAUSE_MS = 30 * 60_000;
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Makes the fake. @param query how it starts, as in the address of the page */
export function createFakeBridge(query: URLSearchParams): LasBridge {
  const clock = createClock(new Date('2009-11-02T08:00:00.000Z'));
  const world = createWorld();
  const slow = query.has('slow') ? 1500 : 120;
  const [failing, failingCode] = (query.get('fail') ?? '').split(':');
  let state = (query.get('state') ?? 'open') as SessionStatus['state'];
  let kind = (query.get('kind') ?? 'oefen') as 'oefen' | 'echt';
  let wrong = 0;
  let stopped = false;
  if (query.has('certificate')) world.certificate = fakeCertificate;

  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const emit = <N extends EventName>(event: N, payload: EventPayload<N>) => {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  };
  const changed = (...topics: EventPayload<'data.changed'>['topics']) => emit('data.changed', { topics });
  const become = (next: SessionStatus['state']) => {
    state = next;
    emit('session.changed', {});
  };

  const status = (): SessionStatus => ({
    state,
    asksLogin: true,
    version: '0.1.0',
    now: clock.now().toISOString(),
    host: 'web',
    waitSeconds: wrong > 2 ? 5 : 0,
    oefenklok: state === 'open' && kind === 'oefen',
    demo: state === 'open' && query.has('demo'),
    ...(state === 'open' || state === 'recovery' || state === 'password'
      ? {
          kind,
          schoolName: world.settings.school.naam,
          brinnummer: world.settings.school.brinnummer,
          aanleverpunt: world.settings.school.aanleverpunt,
          userName: 'Mieke de Vries',
          login: 'mieke',
          role: (query.get('role') ?? 'beheerder') as Role,
        }
      : {}),
  });
  const check = (given: string) => {
    if (given !== PASSWORD) {
      wrong += 1;
      throw new LasError('wrong-password');
    }
    wrong = 0;
  };
  const run = async (
    what: 'versturen' | 'terugkoppelingen' | 'test certificaat' | 'registratieoverzicht' | 'identificatie',
  ) => {
    if (!world.certificate) throw new LasError('certificate-missing');
    const early =
      what !== 'versturen' && world.nextPollAt !== undefined && world.nextPollAt > clock.now().toISOString();
    if (early) throw new LasError('poll-too-early', { moment: world.nextPollAt?.slice(11, 16) ?? '' });
    stopped = false;
    const total = what === 'test certificaat' ? 1 : 24;
    let done = 0;
    for (; done < total && !(stopped as boolean); done += 1) {
      emit('exchange.progress', {
        kind: what,
        done,
        total,
        activity: `Melding ${done + 1} van ${total} wordt aangeboden.`,
      });
      await wait(slow);
    }
    const result = { ...emptyRunResult(what), stopped };
    if (what === 'versturen') Object.assign(result, { sent: done - 1, tegengehouden: 1 });
    if (what === 'terugkoppelingen')
      Object.assign(result, { received: 22, geregistreerd: 18, metSignaal: 3, afgekeurd: 1 });
    if (what !== 'versturen') world.nextPollAt = new Date(clock.now().getTime() + POLL_PAUSE_MS).toISOString();
    world.lastResult = result;
    changed('exchange', 'leerlingen');
    return result;
  };
  const schedule: ScheduleState = { everyMinutes: null, holdNeedsPerson: false };
  const handlers: Handlers = {
    'exchange.identify': () => run('identificatie'),
    'exchange.aboutLeerling': () => ({ confirmed: true }),
    'proposals.list': () => ({ total: 0, open: 0, ever: 0, rows: [] }),
    'proposals.apply': () => ({}),
    'proposals.decline': () => ({}),
    'session.status': status,
    'session.create': (input) => {
      if (input.user.password.length < 12) throw new LasError('weak-password', {}, 'user.password');
      kind = input.kind;
      world.settings = { ...world.settings, school: input.school };
      become('recovery');
      return { recoveryCode: RECOVERY };
    },
    'session.confirmRecoveryCode': ({ recoveryCode }) => {
      if (recoveryCode.replace(/[\s-]/g, '').toUpperCase() !== RECOVERY.replaceAll('-', ''))
        throw new LasError('wrong-recovery-code');
      become('open');
      return {};
    },
    'session.newRecoveryCode': () => ({ recoveryCode: RECOVERY }),
    'session.unlock': ({ password }) => {
      check(password);
      become('open');
      return status();
    },
    'session.unlockWithRecoveryCode': ({ recoveryCode }) => {
      if (recoveryCode.length < 26) throw new LasError('wrong-recovery-code');
      become('open');
      return status();
    },
    'session.lock': () => {
      become('locked');
      return {};
    },
    'session.keepAwake': () => ({}),
    'session.changePassword': ({ current }) => {
      check(current);
      return {};
    },
    'session.choosePassword': () => {
      become('open');
      return {};
    },
    ...userHandlers(changed),
    ...mijnBronHandlers(),
    ...changesHandlers(),
    ...leerlingenHandlers(world, changed),
    ...cardHandlers(world, () => clock.now()),
    ...backupHandlers(() => {
      become('open');
      return status();
    }),
    ...importHandlers(),
    ...csvHandlers(),
    ...enrolmentHandlers(world, changed),
    ...gezinHandlers(world),
    ...groepenHandlers(world, changed),
    ...aansluitingHandlers(clock, changed),
    ...ageingHandlers(clock),
    ...certificateHandlers(world, clock, () => changed('certificate', 'exchange')),
    ...portsHandlers(clock, () => changed('exchange')),
    'schedule.get': () => schedule,
    'schedule.set': ({ everyMinutes }) => Object.assign(schedule, { everyMinutes }),
    'exchange.overview': () => ({
      environment: { endpoint: world.settings.exchange.endpoint, ca: world.settings.exchange.caPem !== '' },
      certificateInstalled: world.certificate !== undefined,
      paused: false,
      counts: countStates(world.leerlingen.values()),
      berichten: {
        opgesteld: 0,
        tegengehouden: 0,
        verzonden: 0,
        onzeker: 0,
        geweigerd: 0,
        verwijderd: 0,
        'in behandeling': 0,
        geregistreerd: 0,
        'geregistreerd met signaal': 0,
        afgekeurd: 0,
        vervallen: 0,
      },
      refused: [],
      settled: 0,
      oldestChangeSince: '2009-11-02T07:40:00.000Z',
      deliverBy: '2009-11-09',
      lastExchangeAt: '2009-11-02T07:50:00.000Z',
      ...(world.nextPollAt && world.nextPollAt > clock.now().toISOString() ? { nextPollAt: world.nextPollAt } : {}),
      ...(world.lastResult ? { lastResult: world.lastResult } : {}),
    }),
    'exchange.send': () => run('versturen'),
    'exchange.requestTerugkoppelingen': () => run('terugkoppelingen'),
    'exchange.requestRegistratieoverzicht': () => run('registratieoverzicht'),
    'exchange.registratieoverzichten': () => ({ rows: [] }),
    'exchange.unmatched': () => ({ total: 0, rows: [] }),
    'registratieoverzicht.compared': () => ({
      counts: {
        onlyBron: 0,
        onlyHere: 0,
        double: 0,
        uitgeschreven: 0,
        future: 0,
        bekostiging: 0,
        ambulant: 0,
        gegevens: 0,
      },
      open: 0,
      left: 0,
      total: 0,
      rows: [],
    }),
    'registratieoverzicht.keys': () => ({ keys: [] }),
    'registratieoverzicht.takeOver': () => ({ taken: 0, failures: [] }),
    'registratieoverzicht.deliverAgain': () => ({}),
    'registratieoverzicht.letStand': () => ({}),
    'exchange.testCertificate': () => run('test certificaat'),
    'exchange.stop': () => {
      stopped = true;
      return {};
    },
    'exchange.berichten': ({ state: only, leerlingId, offset, limit }) => {
      const rows = world.berichten.filter(
        (row) =>
          (only === undefined || row.state === only) && (leerlingId === undefined || row.leerlingId === leerlingId),
      );
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    'exchange.sendAnyway': () => ({}),
    'exchange.offerAgain': () => ({}),
    'exchange.remove': () => ({}),
    'exchange.withdrawRemoval': () => ({}),
    ...exportHandlers(),
    'settings.get': () => structuredClone(world.settings),
    'settings.save': (input) => {
      const { ports } = world.settings.exchange;
      const { password: _, ...proxy }: ProxyInput = input.exchange.proxy ?? world.settings.exchange.proxy;
      const { site = world.settings.exchange.site, ...exchange } = input.exchange;
      world.settings = { ...input, exchange: { ports, ...exchange, site, proxy } };
      changed('settings');
      return world.settings;
    },
    'oefenklok.advance': ({ minutes }) => {
      clock.set(new Date(clock.now().getTime() + minutes * 60_000));
      emit('session.changed', {});
      return { now: clock.now().toISOString() };
    },
    'demo.state': () => demoState(),
    'demo.run': async ({ step }) => {
      await wait(slow * 5);
      world.demoDone.set(step, demoSentences[step]);
      if (step === 'certificaat') world.certificate = fakeCertificate;
      changed('demo', 'exchange', 'leerlingen', 'certificate');
      return demoState();
    },
  };

  const demoState = (): Output<'demo.state'> => {
    const steps = Object.keys(demoSentences) as (keyof typeof demoSentences)[];
    const next = steps.find((step) => !world.demoDone.has(step));
    return {
      steps: steps.map((step) => {
        const summary = world.demoDone.get(step);
        return { step, done: summary !== undefined, ...(summary ? { summary } : {}) };
      }),
      ...(next ? { next } : {}),
    };
  };

  return {
    async invoke(name, input): Promise<Result<unknown>> {
      const operation = operations[name as OperationName];
      const parsed = operation.input.safeParse(input);
      if (!parsed.success)
        return { ok: false, error: failure('invalid-input', { detail: parsed.error.issues[0]?.message ?? '' }) };
      await wait(slow / 2);
      if (name === failing) return { ok: false, error: failure(failingCode as ErrorCode) };
      if (!['open', 'recovery', 'password'].includes(state) && operation.access !== 'locked')
        return { ok: false, error: failure('locked') };
      try {
        const value = await (handlers[name as OperationName] as (given: unknown) => unknown)(parsed.data);
        return { ok: true, value: operation.output.parse(JSON.parse(JSON.stringify(value))) };
      } catch (error) {
        if (error instanceof LasError) return { ok: false, error: error.failure };
        console.error(name, error);
        return { ok: false, error: failure('internal') };
      }
    },
    on(event, listener) {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listener));
      return () => void known.delete(listener);
    },
    host: {
      saveFile: async () => true,
      chooseFile: async ({ extensions }) => ({ token: 'gekozen', name: `bestand.${extensions[0] ?? ''}`, size: 1 }),
      chooseTarget: async ({ name }) => ({ token: 'doel', name }),
      fileWritten: async () => true,
      chooseFolder: async () => ({ token: 'map', name: 'map' }),
      print: async () => print(),
      openLink: async () => true,
    },
  };
}

const demoSentences = {
  certificaat: 'Het certificaat van 99ZZ00 is geïnstalleerd en getest: BRON antwoordt.',
  versturen: '236 meldingen verstuurd, 4 tegengehouden door de voorcontrole.',
  terugkoppelingen: '220 geregistreerd, 9 geregistreerd met signaal, 7 afgekeurd.',
  verbeteren: '11 leerlingen verbeterd aan de hand van de signalen.',
  'opnieuw versturen': '11 meldingen verstuurd. 11 geregistreerd.',
} as const;
