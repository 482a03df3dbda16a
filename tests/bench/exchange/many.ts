import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { creation, createAdministration, startTestLas } from '../../support/administration.ts';
import { addPupil } from '../../support/pupils.ts';
import { timed, type Measure } from '../measure.ts';
import { temporaryFolder } from '../world.ts';
import { inventCitizens, writeBrp, type Citizen } from './citizens.ts';
import { connectTo, startBenchMock, type BenchMock } from './mockProcess.ts';

const SCHOOLS = 25;
const AANLEVERPUNTEN = ['00', '01'];
const PUPILS = 4;
/** As many administrations exchange at once. */
const AT_ONCE = 5;

/** One aanleverpunt and its pupils. */
interface Place {
  brinnummer: string;
  aanleverpunt: string;
  citizens: Citizen[];
}

const brinnummerOf = (index: number) => `97A${String.fromCharCode('A'.charCodeAt(0) + index)}`;

/** Schools that do not exist, each with two aanleverpunten, and pupils that are of one only. */
function inventPlaces(citizens: readonly Citizen[]): Place[] {
  const schools = Array.from({ length: SCHOOLS }, (_, index) => brinnummerOf(index));
  return schools
    .flatMap((brinnummer) => AANLEVERPUNTEN.map((aanleverpunt) => ({ brinnummer, aanleverpunt })))
    .map((place, index) => ({ ...place, citizens: citizens.slice(index * PUPILS, (index + 1) * PUPILS) }));
}

function writeBrin(folder: string): string {
  const schools = Array.from({ length: SCHOOLS }, (_, index) => ({
    brinnummer: brinnummerOf(index),
    naam: `Basisschool ${index}`,
    plaats: 'Oefenstad',
    soort: 'BAO',
    vestigingen: [{ volgnummer: '00' }],
    aanleverpunten: AANLEVERPUNTEN,
  }));
  const path = join(folder, 'brin.json');
  writeFileSync(path, JSON.stringify({ source: 'Invented for the bench.', schools }));
  return path;
}

/** An administration of its own delivers its pupils and fetches what becomes of them. Gives how many did not come back registered. */
async function exchange(mock: BenchMock, { brinnummer, aanleverpunt, citizens }: Place): Promise<number> {
  const world = await startTestLas();
  try {
    const school = {
      ...creation.school,
      brinnummer,
      aanleverpunt,
      vestigingen: [{ volgnummer: '00', naam: 'School' }],
    };
    await createAdministration(world, { ...creation, school });
    await connectTo(world, mock, await mock.certificate(brinnummer, aanleverpunt));
    for (const citizen of citizens) await addPupil(world, citizen);
    const { problems } = await world.call('exchange.send', {});
    const { geregistreerd, problems: others } = await world.call('exchange.requestTerugkoppelingen', {});
    return PUPILS - geregistreerd + problems.length + others.length;
  } finally {
    await world.close();
  }
}

/** Fifty aanleverpunten exchange with one mock. */
export async function measureManySchools(): Promise<Measure[]> {
  const folder = temporaryFolder();
  const citizens = inventCitizens(SCHOOLS * AANLEVERPUNTEN.length * PUPILS);
  const places = inventPlaces(citizens);
  const mock = await startBenchMock('--brp', writeBrp(folder, citizens), '--brin', writeBrin(folder));
  const queue = [...places];
  let errors = 0;
  const work = async () => {
    for (let place = queue.shift(); place; place = queue.shift()) {
      errors += await exchange(mock, place).catch((error: unknown) => {
        console.error(error);
        return PUPILS;
      });
    }
  };
  const duration = await timed(() => Promise.all(Array.from({ length: AT_ONCE }, work)));
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
  return [
    { name: `exchanging for ${places.length} aanleverpunten of ${PUPILS} pupils`, value: duration, unit: 'ms' },
    { name: `errors with ${places.length} aanleverpunten on one mock`, value: errors, unit: 'count', limit: 0 },
  ];
}
