import { begin, type PathPlace } from './begin.mts';
import type { PathChoice, PathSoort } from './choices.mts';
import { compare } from './compare.mts';
import { days, stepDays } from './days.mts';
import { phaseTo } from './phase.mts';
import { preparation } from './preparation.mts';
import type { Walk } from './walk.mts';

/** The outcome of the path, in the order in which it is printed. */
export interface PathOutcome {
  /** Steps of the Stappenplan that are done. */
  stappen: number;
  einde: string;
  /** Werkweken of the fase that are over. */
  weken: number;
  norm: { leerlingen: number; ab: number };
  bron: { leerlingen: number; ab: number };
  gtb: { peildatum: string; totaal: number };
  /** Pupils and rows of the vergelijkingsoverzicht that differ in the end. */
  verschillen: number;
}

/** What BRON and the program say in the end. */
async function outcomeOf(walk: Walk): Promise<PathOutcome> {
  const { brinnummer } = walk.path.school;
  const { voortgang } = walk.mock.organisation.state(brinnummer);
  const { plan } = await walk.state();
  if (plan.state !== voortgang.state) throw new Error(`BRON says ${voortgang.state}, the program ${plan.state}`);
  const { norm = { leerlingen: 0, ambulant: 0 } } = voortgang;
  const compared = await compare(walk);
  return {
    stappen: plan.steps.filter(({ state }) => state === 'done').length,
    einde: voortgang.state,
    weken: voortgang.perWeek.length,
    norm: { leerlingen: norm.leerlingen, ab: norm.ambulant },
    bron: { leerlingen: voortgang.leerlingen.registered, ab: voortgang.ambulant.registered },
    gtb: { peildatum: compared.peildatum, totaal: compared.totaal },
    verschillen: compared.different + compared.rows,
  };
}

type Step = (walk: Walk) => Promise<string>;

/** Does steps in order from the first of the Stappenplan on. @throws Error when one is not done afterwards */
async function doSteps(walk: Walk, steps: readonly Step[]): Promise<void> {
  for (const [index, step] of steps.entries()) {
    const number = index + 1;
    walk.say(`Stap ${String(number).padStart(2)}       ${await step(walk)}`);
    const { plan } = await walk.state();
    if (plan.steps[index]?.state !== 'done') throw new Error(`stap ${number} is not done`);
  }
}

/** Walks the whole path, and tells where it ends. @throws Error when a step is not done as it has to be, and in a folder that was used before */
export async function walkTenWeeks(place: PathPlace, { school, end }: PathChoice): Promise<PathOutcome> {
  const { walk, fresh } = await begin(place, school);
  if (!fresh) throw new Error('in this folder the path was begun before; use --fresh');
  await doSteps(walk, [...preparation, ...phaseTo(end)]);
  return outcomeOf(walk);
}

/**
 * Makes the path ready for a person who goes on with step `from`: the steps before it are done. A folder that was used before goes on
 * where it was.
 */
export async function prepareTenWeeks(place: PathPlace, school: PathSoort, from: number): Promise<Walk> {
  const { walk, fresh } = await begin(place, school);
  if (!fresh) return walk;
  await doSteps(walk, [...preparation, ...phaseTo('gekwalificeerd')].slice(0, from - 1));
  // Nobody is there to post it: without it no wachtwoordbrief goes out.
  if (from <= 2) walk.mock.organisation.receiveAkkoordverklaring(walk.path.school.brinnummer, days.announced);
  await walk.goTo(stepDays[from - 1] ?? days.over);
  return walk;
}
