// Runs the stages of `npm test`. Words choose stages (typecheck, lint, unit, conformance, integration, e2e, or one of the
// checks of lint); --full adds the long proofs; other words go to the chosen test stage as a filter.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { metRules } from '../shared/aansluiting/rules.ts';
import type { Counts } from './counts.mts';
import { root, stages, type Stage } from './stages.mts';

interface Outcome extends Counts {
  stage: Stage;
  seconds: number;
}

const words = process.argv.slice(2);
const full = words.includes('--full');
const known = new Set(stages.flatMap((stage) => stage.words));
const chosen = words.filter((word) => known.has(word));
const filters = words.filter((word) => word !== '--full' && !known.has(word));
const selected = select();
// One test stage (with what it needs) is watched by a person: its output appears as it comes.
const live = selected.filter(({ name }) => !selected.some(({ needs }) => needs === name)).length === 1;
const slots = Math.min(2, availableParallelism());
const workers = live ? availableParallelism() : Math.max(1, Math.floor(availableParallelism() / slots));

function select(): Stage[] {
  const named =
    chosen.length === 0 ? [...stages] : stages.filter((stage) => stage.words.some((w) => chosen.includes(w)));
  if (filters.length > 0 && (named.length !== 1 || !named[0]?.counts)) {
    console.error(`Unknown stage: ${filters.join(' ')}. Stages: ${[...known].join(', ')}; and --full.`);
    process.exit(2);
  }
  const needed = new Set(named.map((stage) => stage.needs));
  return stages.filter((stage) => named.includes(stage) || needed.has(stage.name));
}

const caches = join(root, 'node_modules/.cache');
mkdirSync(caches, { recursive: true });
const scratch = mkdtempSync(join(caches, 'test-'));
// What Node makes of our sources is kept: a core that a test starts is there in half the time. It also keeps the WebAssembly that strips
// types out of threads, where V8 now and then aborts after some thousands of them (ThreadIsolation::UnregisterWasmAllocation, Node 24.21).
const compiled = { NODE_COMPILE_CACHE: join(caches, 'compile') };
const children = new Set<ChildProcess>();

function endTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  else {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    children.forEach(endTree);
    rmSync(scratch, { recursive: true, force: true });
    process.exit(130);
  });
}

/** Starts Node with `args`; gives the exit code, what it printed (empty when live) and whether its time was up. */
async function start(args: string[], env: Record<string, string>, minutes: number) {
  const colour = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that its children can be ended with it.
    detached: process.platform !== 'win32',
    env: { ...process.env, ...compiled, ...colour, ...(full ? { LAS_FULL: '1' } : {}), ...env },
  });
  children.add(child);
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    endTree(child);
  }, minutes * 60_000);
  const code = await new Promise<number>((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (exit) => resolve(exit ?? 1));
  });
  clearTimeout(timer);
  children.delete(child);
  return { code, late, output: Buffer.concat(chunks).toString('utf8').trimEnd() };
}

const nothing: Counts = { passed: 0, failed: 0, skipped: [], rules: [] };

function readCounts(stage: Stage, file: string, code: number): Counts {
  if (!stage.counts) return { ...nothing, ...(code === 0 ? { passed: 1 } : { failed: 1 }) };
  let counts: Counts = { ...nothing };
  try {
    counts = stage.counts(readFileSync(file, 'utf8'));
  } catch {
    // No report: the tool stopped before it could write one, or there were no tests.
  }
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

const line = (mark: string, stage: Stage, rest: string) => console.log(`${mark} ${stage.title.padEnd(28)} ${rest}`);
const indent = (text: string) => text.replace(/^/gm, '    ');

async function run(stage: Stage, before: readonly Outcome[]): Promise<Outcome> {
  const begin = performance.now();
  const done = (counts: Counts): Outcome => ({ stage, seconds: (performance.now() - begin) / 1000, ...counts });
  const skipped = (reason: string) => done({ ...nothing, skipped: [{ name: stage.title, reason }] });

  const needed = before.find((outcome) => outcome.stage.name === stage.needs);
  if (needed && needed.passed === 0) {
    line('-', stage, `not run: ${needed.stage.title} did not succeed`);
    return skipped(`${needed.stage.title} did not succeed`);
  }
  const reason = stage.skip?.();
  if (reason) {
    line('-', stage, `not run: ${reason}`);
    return skipped(reason);
  }
  line('>', stage, 'started');
  const countsFile = join(scratch, `${stage.name}.json`);
  let command;
  try {
    command = await stage.command({ countsFile, filters, workers });
  } catch (error) {
    line('x', stage, error instanceof Error ? error.message : String(error));
    return done({ ...nothing, failed: 1 });
  }
  const limit = full ? stage.limit * 6 : stage.limit;
  const { code, late, output } = await start(command.args, command.env ?? {}, limit);
  const outcome = done(readCounts(stage, countsFile, code));
  const ok = outcome.failed === 0;
  line(ok ? '+' : 'x', stage, `${outcome.seconds.toFixed(1)} s${late ? ` (ended: more than ${limit} minutes)` : ''}`);
  if (output && (!ok || stage.counts)) console.log(`${indent(output)}\n`);
  return outcome;
}

async function runAll(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const running = new Map<Stage, Promise<void>>();
  for (const stage of selected) {
    const room = stage.alone ? 1 : slots;
    while (running.size >= room || [...running.keys()].some(({ alone, name }) => alone ?? name === stage.needs)) {
      await Promise.race(running.values());
    }
    const ends = run(stage, outcomes).then((outcome) => {
      outcomes.push(outcome);
      running.delete(stage);
    });
    running.set(stage, ends);
  }
  await Promise.all(running.values());
  return outcomes;
}

const begin = performance.now();
const outcomes = await runAll();
rmSync(scratch, { recursive: true, force: true });

const total = { passed: 0, failed: 0, skipped: 0 };
console.log('');
for (const { stage, passed, failed, skipped, seconds } of outcomes) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped.length;
  const counts = stage.counts
    ? `${passed} passed, ${failed} failed, ${skipped.length} skipped`
    : failed > 0
      ? 'FAILED'
      : passed > 0
        ? 'passed'
        : 'skipped';
  line(
    failed > 0 ? 'x' : passed > 0 || skipped.length === 0 ? '+' : '-',
    stage,
    `${seconds.toFixed(1).padStart(6)} s   ${counts}`,
  );
}
// Only a whole run can tell that a rule has no test.
if (chosen.length === 0 && filters.length === 0) {
  const proved = new Set(outcomes.flatMap(({ rules }) => rules));
  const unproved = metRules.filter((rule) => !proved.has(rule));
  if (unproved.length > 0) {
    console.log(`no test of these rules of the Stappenplan passed: ${unproved.join(', ')}`);
    total.failed += 1;
  }
}
for (const { name, reason } of outcomes.flatMap((outcome) => outcome.skipped)) {
  console.log(`skipped: ${name}: ${reason ?? 'NO REASON GIVEN'}`);
}
console.log(`in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
