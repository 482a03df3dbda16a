import { LasError } from '../../../shared/api/errors.ts';
import type { RunResult } from '../../../shared/api/exchange.ts';
import { demoStep, type DemoState, type DemoStep } from '../../../shared/api/settings.ts';
import { wipe } from '../certificate/identity.ts';
import { openCertificates } from '../certificate/open.ts';
import { certificateState, installCertificate, soughtBy } from '../certificate/store.ts';
import type { HandlersOf } from '../context.ts';
import { nextPollAt } from '../exchange/poll.ts';
import type { ExchangeRunner } from '../exchange/runner.ts';
import { readSchool, readSetting, writeSetting } from '../school/settings.ts';
import type { Oefenklok } from '../session/oefenklok.ts';
import type { OpenSession } from '../session/session.ts';
import { applyCorrections } from './correct.ts';
import { readDemoFile, readGuide, type DemoGuide } from './guide.ts';

/** The guided card of the demo. */
export interface Demo {
  /** Read anew each time: the start script may write it again. @throws LasError demo-file-missing */
  guide(): DemoGuide;
}

/** @param file JSON file written by the demo's start script. */
export const createDemo = (file: string): Demo => ({ guide: () => readGuide(file) });

export interface DemoContext extends OpenSession {
  runner: ExchangeRunner;
  oefenklok: Oefenklok | undefined;
  demo: Demo | undefined;
}

const DONE = 'demo.done';
type Done = Partial<Record<DemoStep, string>>;

const stepOrder = demoStep.options;

function stateOf({ db }: DemoContext): DemoState {
  const done = readSetting<Done>(db, DONE) ?? {};
  const next = stepOrder.find((step) => done[step] === undefined);
  const steps = stepOrder.map((step) => {
    const summary = done[step];
    return { step, done: summary !== undefined, ...(summary ? { summary } : {}) };
  });
  return { steps, ...(next ? { next } : {}) };
}

/** @throws LasError demo-step-too-early */
function demandEarlierSteps({ db }: DemoContext, step: DemoStep): void {
  const done = readSetting<Done>(db, DONE) ?? {};
  const missing = stepOrder.slice(0, stepOrder.indexOf(step)).find((earlier) => done[earlier] === undefined);
  if (missing) throw new LasError('demo-step-too-early', { step: missing });
}

/** Moves the Oefenklok past the 30 minutes that BRON asks for after an empty answer. */
async function waitForPoll(context: DemoContext): Promise<void> {
  const next = nextPollAt(context);
  if (!next) return;
  if (!context.oefenklok) throw new LasError('no-oefenklok');
  const minutes = Math.ceil((next.getTime() - context.clock.now().getTime()) / 60_000);
  await context.oefenklok.advance(Math.max(1, minutes));
  context.emit('session.changed', {});
}

/** What a run brought; one that met a problem fails here, so that the step is done again. @throws LasError run-incomplete */
function demandComplete(result: RunResult): RunResult {
  const [problem] = result.problems;
  if (problem) throw new LasError('run-incomplete', { problem: `${problem.message} ${problem.remedy}` });
  return result;
}

async function installAndTest(context: DemoContext, guide: DemoGuide): Promise<string> {
  const { db, clock, emit, runner } = context;
  const { file, password } = guide.certificate;
  const opened = await openCertificates(readDemoFile(file), password, soughtBy(db, clock));
  const [identity] = opened;
  if (identity && certificateState(db, clock).certificate?.fingerprint !== identity.certificate.fingerprint256) {
    installCertificate(db, clock, identity);
    emit('data.changed', { topics: ['certificate', 'exchange'] });
  }
  wipe(opened);
  await waitForPoll(context);
  demandComplete(await runner.testCertificate());
  return `Het certificaat van ${soughtBy(db, clock).holder} is geïnstalleerd en getest: BRON antwoordt.`;
}

async function send({ runner }: DemoContext): Promise<string> {
  const { sent, tegengehouden } = demandComplete(await runner.send());
  return `${sent} meldingen verstuurd, ${tegengehouden} tegengehouden door de voorcontrole.`;
}

async function receive(context: DemoContext): Promise<string> {
  await waitForPoll(context);
  const { geregistreerd, metSignaal, afgekeurd } = demandComplete(await context.runner.requestTerugkoppelingen());
  return `${geregistreerd} geregistreerd, ${metSignaal} geregistreerd met signaal, ${afgekeurd} afgekeurd.`;
}

function correct(context: DemoContext, guide: DemoGuide): string {
  const changed = applyCorrections(context, guide.corrections);
  context.emit('data.changed', { topics: ['leerlingen', 'exchange'] });
  return `${changed} leerlingen verbeterd aan de hand van de signalen.`;
}

async function perform(context: DemoContext, guide: DemoGuide, step: DemoStep): Promise<string> {
  switch (step) {
    case 'certificaat':
      return installAndTest(context, guide);
    case 'versturen':
      return send(context);
    case 'terugkoppelingen':
      return receive(context);
    case 'verbeteren':
      return correct(context, guide);
    case 'opnieuw versturen': {
      const sent = await send(context);
      return `${sent} ${await receive(context)}`;
    }
  }
}

/** The operations of the demo's guided card. Each step goes through the services of the screens and may be done again. */
export function demoHandlers(context: DemoContext): HandlersOf<'demo'> {
  const demand = (): Demo => {
    if (!context.demo || readSchool(context.db).kind !== 'oefen') throw new LasError('no-oefenklok');
    return context.demo;
  };
  return {
    'demo.state': () => {
      demand();
      return stateOf(context);
    },
    'demo.run': async ({ step }) => {
      const demo = demand();
      demandEarlierSteps(context, step);
      const summary = await perform(context, demo.guide(), step);
      writeSetting(context.db, DONE, { ...readSetting<Done>(context.db, DONE), [step]: summary });
      context.emit('data.changed', { topics: ['demo', 'exchange', 'leerlingen'] });
      return stateOf(context);
    },
  };
}
