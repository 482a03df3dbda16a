import { join } from 'node:path';
import { SENDING } from '../../../electron/core/exchange/runner.ts';
import type { LasOptions } from '../../../electron/core/lasOptions.ts';
import { runProgress } from '../../../shared/api/exchange.ts';
import { addPupils, DEMO_LOGIN, DEMO_PASSWORD, openAdministration, openDemoLas } from '../administration.mts';
import { drawBao } from './bao.mts';
import type { PathSoort } from './choices.mts';
import { days } from './days.mts';
import { smaller, type PathSchool } from './pathSchool.mts';
import { drawSo } from './so.mts';
import { createWalk, GEMACHTIGDE, type Walk } from './walk.mts';
import { schoolYears, startPathBron } from './world.mts';

const pathSchools: Readonly<Record<PathSoort, () => PathSchool>> = { bao: drawBao, so: drawSo };

/** Where a path is walked. */
export interface PathPlace {
  folder: string;
  say(line: string): void;
  /** Gets what has to be closed at the end, in the order in which it was opened. */
  opened: (() => Promise<void>)[];
  /** For a short test: so many pupils, and passwords that are quick to judge. */
  pupils?: number;
  kdfCost?: LasOptions['kdfCost'];
}

/** The administration in this folder, with the mock BRON of the path. */
async function openPath({ folder, say, opened, pupils, kdfCost }: PathPlace, school: PathSoort): Promise<Walk> {
  const drawn = pathSchools[school]();
  const path = pupils === undefined ? drawn : smaller(drawn, pupils);
  const mock = await startPathBron(folder, path);
  opened.push(() => mock.close());
  say(`Mock BRON     ${mock.addresses.soap} (site ${mock.addresses.site}, control ${mock.addresses.control})`);
  let most: number | undefined;
  const las = await openDemoLas(administrationIn(folder), mock, {
    ...(kdfCost === undefined ? {} : { kdfCost }),
    emit: (event, payload) => {
      if (event !== 'exchange.progress' || most === undefined) return;
      const { activity, done } = runProgress.parse(payload);
      if (activity === SENDING && done >= most) void las.call('exchange.stop', {});
    },
  });
  opened.push(() => las.close());
  const stopAfter = (count: number | undefined) => {
    most = count;
  };
  const walk = createWalk({ las, mock, path, folder, say, stopAfter });
  opened.push(() => {
    walk.close();
    return Promise.resolve();
  });
  return walk;
}

/** Lets the gemachtigde choose a password; afterwards the beheerder is at work again. */
async function addGemachtigde({ las, path }: Walk): Promise<void> {
  const { login, password } = GEMACHTIGDE;
  const { naam } = path.school.gemachtigde;
  const { oneTimePassword } = await las.call('users.add', { naam, login, role: 'gemachtigde' });
  await las.call('session.lock', {});
  await las.call('session.unlock', { login, password: oneTimePassword });
  await las.call('session.choosePassword', { next: password });
  await las.call('session.lock', {});
  await las.call('session.unlock', { login: DEMO_LOGIN, password: DEMO_PASSWORD });
}

/** Folder of the administration of the path. */
export const administrationIn = (folder: string): string => join(folder, 'administratie');

/**
 * The school on the day of the first vooraankondiging: BRON has planned its aansluiting, and pupils, holidays and users are in the
 * program. `fresh` is false in a folder where all that was done before. @throws Error when the folder holds the path of another school
 */
export async function begin(place: PathPlace, school: PathSoort): Promise<{ walk: Walk; fresh: boolean }> {
  const walk = await openPath(place, school);
  const { las, mock, path } = walk;
  const { brinnummer } = path.school;
  await openAdministration(las, mock, path.school);
  const held = (await las.call('settings.get', {})).school.brinnummer;
  if (held !== brinnummer) throw new Error('this folder holds the path of another school; use --fresh');
  if (mock.organisation.schools().includes(brinnummer)) return { walk, fresh: false };
  await las.call('schoolYears.saveVakantieregio', { vakantieregio: 'midden' });
  const { years } = await las.call('schoolYears.list', {});
  for (const year of schoolYears.filter(({ schooljaar }) => !years.some((one) => one.schooljaar === schooljaar)))
    await las.call('schoolYears.save', { ...year, holidays: [...year.holidays] });
  const added = await addPupils(las, path.pupils);
  if ((await las.call('users.list', {})).users.length === 1) await addGemachtigde(walk);
  place.say(`School        ${brinnummer}, ${added} pupils: ${administrationIn(place.folder)}`);
  const { plannedWeek, start } = days;
  mock.organisation.plan({ brinnummer, plannedWeek, start, vakantieregio: 'midden', outdated: true });
  mock.organisation.giveCfi(brinnummer, path.cfi);
  return { walk, fresh: true };
}
