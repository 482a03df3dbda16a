import type { MockBron } from '../../tests/mock-bron/server.ts';
import { importAdministration, openDemoLas, prepareAdministration, type DemoLas } from './administration.mts';
import { BRIN, startDemoBron } from './bron.mts';
import { takenBsns } from './data.mts';
import { readDemoEdexml, type DemoFile } from './edexml.mts';
import { drawOefenpersonen, withOefenpersonen, type Oefenpersoon } from './oefenpersonen.mts';
import { readCorrections, writeGuide, type Place } from './place.mts';
import { knowPersons, writeBrin, writeBrp } from './registers.mts';

/** A demo that is ready for its first step. */
export interface Prepared {
  mock: MockBron;
  las: DemoLas;
  brinnummer: string;
  pupils: number;
  /** Set for a demo with the pupils of a file. */
  fromFile: boolean;
}

export interface PrepareOptions {
  /** The EDEXML file with the pupils; the invented school when left out. */
  edexml: string | undefined;
  oefenpersonen: boolean;
  say(line: string): void;
  /** Gets what has to be closed at the end, in the order in which it was opened. */
  opened: (() => Promise<void>)[];
}

interface Pupils {
  file: DemoFile;
  drawn: readonly Oefenpersoon[];
}

async function readPupils(edexml: string, oefenpersonen: boolean): Promise<Pupils> {
  const file = await readDemoEdexml(edexml);
  return { file, drawn: oefenpersonen ? drawOefenpersonen(file, takenBsns()) : [] };
}

/** The mock BRON, which knows the school and the persons of the file. */
async function startBronFor({ file, drawn }: Pupils, place: Place): Promise<MockBron> {
  const candidates = withOefenpersonen(file.candidates, drawn);
  writeBrp(place.brp, candidates);
  writeBrin(place.brin, file);
  const mock = await startDemoBron(place.bron, { start: file.start, brp: place.brp, brin: place.brin });
  knowPersons(mock, candidates);
  return mock;
}

/** Everything that comes before the first step of the guided card. */
export async function prepare(place: Place, options: PrepareOptions): Promise<Prepared> {
  const { edexml, oefenpersonen, say, opened } = options;
  const pupils = edexml === undefined ? undefined : await readPupils(edexml, oefenpersonen);
  const mock = pupils ? await startBronFor(pupils, place) : await startDemoBron(place.bron);
  opened.push(() => mock.close());
  say(`Mock BRON     ${mock.addresses.soap} (site ${mock.addresses.site}, control ${mock.addresses.control})`);
  const brinnummer = pupils?.file.school.brinnummer ?? BRIN;
  await writeGuide(place, mock, brinnummer, pupils ? [] : readCorrections());
  say(`Certificate   downloaded from the site with a wachtwoordbrief: ${place.certificate}`);
  const las = await openDemoLas(place.administration, mock, { demoGuide: place.guide });
  opened.push(() => las.close());
  const added = pupils
    ? await importAdministration(las, mock, pupils.file, pupils.drawn)
    : await prepareAdministration(las, mock);
  const { total } = await las.call('leerlingen.list', { show: 'alle', limit: 1 });
  say(`School        ${brinnummer}, ${total} pupils (${added} of them new): ${place.administration}`);
  return { mock, las, brinnummer, pupils: pupils?.file.candidates.length ?? total, fromFile: pupils !== undefined };
}
