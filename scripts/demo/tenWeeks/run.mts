import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { SENDING } from '../../../electron/core/exchange/runner.ts';
import { runProgress } from '../../../shared/api/exchange.ts';
import { addPupils, openAdministration, openDemoLas } from '../administration.mts';
import { drawBao } from './bao.mts';
import { compare } from './compare.mts';
import { phase } from './phase.mts';
import { preparation } from './preparation.mts';
import { days } from './days.mts';
import { createWalk, type Walk } from './walk.mts';
import { schoolYears, startPathBron } from './world.mts';

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
  /** Pupils and rows of the vergelijkingsoverzicht that differ. */
  verschillen: number;
  seconden: number;
}

export interface PathPlace {
  folder: string;
  say(line: string): void;
  /** Gets what has to be closed at the end, in the order in which it was opened. */
  opened: (() => Promise<void>)[];
}

/** The school on the day of the first vooraankondiging: BRON has planned its aansluiting, and the pupils are in the program. */
async function begin({ folder, say, opened }: PathPlace): Promise<Walk> {
  const path = drawBao();
  const { brinnummer } = path.school;
  const mock = await startPathBron(folder, path);
  opened.push(() => mock.close());
  say(`Mock BRON     ${mock.addresses.soap} (site ${mock.addresses.site}, control ${mock.addresses.control})`);
  let most: number | undefined;
  const las = await openDemoLas(join(folder, 'administratie'), mock, {
    emit: (event, payload) => {
      if (event !== 'exchange.progress' || most === undefined) return;
      const { activity, done } = runProgress.parse(payload);
      if (activity === SENDING && done >= most) void las.call('exchange.stop', {});
    },
  });
  opened.push(() => las.close());
  await openAdministration(las, mock, path.school);
  await las.call('schoolYears.saveVakantieregio', { vakantieregio: 'midden' });
  for (const year of schoolYears) await las.call('schoolYears.save', { ...year, holidays: [...year.holidays] });
  const added = await addPupils(las, path.pupils);
  say(`School        ${brinnummer}, ${added} pupils`);
  mock.organisation.plan({
    brinnummer,
    plannedWeek: days.plannedWeek,
    start: days.start,
    vakantieregio: 'midden',
    outdated: true,
  });
  mock.organisation.giveCfi(brinnummer, path.cfi);
  const walk = createWalk({
    las,
    mock,
    path,
    folder,
    say,
    stopAfter: (count) => {
      most = count;
    },
  });
  opened.push(() => {
    walk.close();
    return Promise.resolve();
  });
  return walk;
}

/** What BRON and the program say in the end. */
async function outcomeOf(walk: Walk, seconds: () => number): Promise<PathOutcome> {
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
    seconden: seconds(),
  };
}

/** Walks the whole path, and tells where it ends. @throws Error when a step is not done as it has to be */
export async function walkTenWeeks(place: PathPlace): Promise<PathOutcome> {
  const began = performance.now();
  const walk = await begin(place);
  for (const [index, step] of [...preparation, ...phase].entries()) {
    const number = index + 1;
    place.say(`Stap ${String(number).padStart(2)}       ${await step(walk)}`);
    const { plan } = await walk.state();
    if (plan.steps[index]?.state !== 'done') throw new Error(`stap ${number} is not done`);
  }
  return outcomeOf(walk, () => Math.round((performance.now() - began) / 100) / 10);
}
