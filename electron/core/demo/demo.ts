import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { LasError } from '../../../shared/api/errors.ts';
import { inschrijvingGegevens, persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { demoStep, type DemoState, type DemoStep } from '../../../shared/api/settings.ts';
import type { HandlersOf } from '../context.ts';
import { describeCertificate, readPkcs12 } from '../certificate/pkcs12.ts';
import { checkCertificate, installCertificate } from '../certificate/store.ts';
import { nextPollAt } from '../exchange/poll.ts';
import type { ExchangeRunner } from '../exchange/runner.ts';
import { refreshLeerling } from '../exchange/state.ts';
import { readInschrijving, readLeerling, writeInschrijving, writeLeerling } from '../leerlingen/repository.ts';
import { readSetting, writeSetting } from '../school/settings.ts';
import type { Oefenklok } from '../session/oefenklok.ts';
import type { OpenSession } from '../session/session.ts';

/** What the demo hands to the guided card: the downloaded certificate and what the secretary would look up to correct. */
const guideSchema = z.object({
  certificate: z.object({ file: z.string(), password: z.string() }),
  corrections: z.array(
    z.object({
      leerlingnummer: z.string(),
      persoon: persoonsgegevens.partial(),
      inschrijving: inschrijvingGegevens.partial(),
    }),
  ),
});

export type DemoGuide = z.infer<typeof guideSchema>;

/** The guided card of the demo. */
export interface Demo {
  guide(): DemoGuide;
}

/** @param file JSON file written by the demo's start script. */
export const createDemo = (file: string): Demo => ({
  guide: () => guideSchema.parse(JSON.parse(readFileSync(file, 'utf8'))),
});

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

/** Moves the Oefenklok past the 30 minutes that BRON asks for after an empty answer. */
async function waitForPoll(context: DemoContext): Promise<void> {
  const next = nextPollAt(context);
  if (!next) return;
  const minutes = Math.ceil((next.getTime() - context.clock.now().getTime()) / 60_000);
  await context.oefenklok?.advance(Math.max(1, minutes));
  context.emit('session.changed', {});
}

async function installAndTest(context: DemoContext, guide: DemoGuide): Promise<string> {
  const material = readPkcs12(readFileSync(guide.certificate.file), guide.certificate.password);
  checkCertificate(context.db, context.clock, describeCertificate(material.pemCertificate));
  const certificate = installCertificate(context.db, context.clock, material);
  context.emit('data.changed', { topics: ['certificate', 'exchange'] });
  await waitForPoll(context);
  await context.runner.testCertificate();
  return `Het certificaat van ${certificate.grantedTo} is geïnstalleerd en getest: BRON antwoordt.`;
}

async function send(context: DemoContext): Promise<string> {
  const { sent, tegengehouden, problems } = await context.runner.send();
  if (problems[0]) throw new LasError('invalid-input', { detail: problems[0] });
  return `${sent} meldingen verstuurd, ${tegengehouden} tegengehouden door de voorcontrole.`;
}

async function receive(context: DemoContext): Promise<string> {
  await waitForPoll(context);
  const { geregistreerd, metSignaal, afgekeurd } = await context.runner.requestTerugkoppelingen();
  return `${geregistreerd} geregistreerd, ${metSignaal} geregistreerd met signaal, ${afgekeurd} afgekeurd.`;
}

function correct(context: DemoContext, guide: DemoGuide): string {
  const { db, clock, emit } = context;
  db.transaction(() => {
    for (const { leerlingnummer, persoon, inschrijving } of guide.corrections) {
      const found = db
        .prepare<[string], { leerling_id: number; id: number }>(
          'SELECT i.leerling_id, i.id FROM leerling l JOIN inschrijving i ON i.leerling_id = l.id WHERE l.leerlingnummer = ?',
        )
        .get(leerlingnummer);
      if (!found) continue;
      const leerling = readLeerling(db, found.leerling_id);
      writeLeerling(context, { ...leerling.gegevens, ...persoon }, found.leerling_id, leerling.version);
      const { gegevens, version } = readInschrijving(db, found.id);
      writeInschrijving(context, found.leerling_id, { ...gegevens, ...inschrijving }, found.id, version);
      refreshLeerling(db, clock, found.leerling_id);
    }
  }).immediate();
  emit('data.changed', { topics: ['leerlingen', 'exchange'] });
  return `${guide.corrections.length} leerlingen verbeterd aan de hand van de signalen.`;
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

/** The operations of the demo's guided card. */
export function demoHandlers(context: DemoContext): HandlersOf<'demo'> {
  const demand = (): DemoGuide => {
    if (!context.demo) throw new LasError('no-oefenklok');
    return context.demo.guide();
  };
  return {
    'demo.state': () => {
      demand();
      return stateOf(context);
    },
    'demo.run': async ({ step }) => {
      const summary = await perform(context, demand(), step);
      writeSetting(context.db, DONE, { ...readSetting<Done>(context.db, DONE), [step]: summary });
      context.emit('data.changed', { topics: ['demo', 'exchange', 'leerlingen'] });
      return stateOf(context);
    },
  };
}
