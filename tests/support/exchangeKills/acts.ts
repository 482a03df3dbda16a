import { expect } from 'vitest';
import type { OperationName, Input } from '../../../shared/api/contract.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { FaultKind } from '../../mock-bron/faults.ts';
import type { CoreProcess } from '../coreProcess.ts';
import { addPupil, asWpo, changePersoon, correctInschrijving, testPersons } from '../pupils.ts';
import type { Death } from './death.ts';
import type { Act, KillWorld } from './world.ts';

export const { hera, zeus, remi, odin } = testPersons;
/** BRON registers the first, signals something about the second and third, and refuses the fourth. */
export const outcomes: readonly Persoonsgegevens[] = [
  hera,
  { ...zeus, postcode: '2517JR' },
  { ...remi, postcode: '2548AE' },
  { ...odin, geslacht: 'V' },
];
export const [SIGNALLED, DECIDED] = [2, 3];
export const notFilled = correctInschrijving({ gewicht: [] });

export async function addAll({ las }: KillWorld, persons: readonly Persoonsgegevens[]): Promise<void> {
  for (const persoon of persons) await addPupil(las, persoon);
}

/** None of these needs time. */
export const lose = (world: KillWorld, nr: number, ...kinds: FaultKind[]) =>
  kinds.forEach((kind) => world.mock.setFault({ kind, nr, times: 1 }));

/** Has the program of this process ask for what there is. */
export async function fetchAll(world: KillWorld): Promise<void> {
  world.wait(31);
  await world.runner.requestTerugkoppelingen();
}

export async function exchange(world: KillWorld): Promise<void> {
  await world.runner.send();
  await fetchAll(world);
  world.wait(31);
}

export const makeBackup = ({ las, backup }: KillWorld) =>
  las.call('backup.make', { target: las.grant(backup, 'write') });

export async function whileDown(world: KillWorld, work: () => Promise<unknown>): Promise<void> {
  await world.stopMock();
  await work();
  await world.startMock();
}

/** Has another program begin this, and die. */
export async function interrupted(world: KillWorld, act: Act, death: Death): Promise<void> {
  await world.stop();
  await world.live(act, { death });
  world.wait(1);
}

/** A run may fail with a cause. */
const attempt =
  <N extends OperationName>(name: N, input: Input<N>): Act =>
  (core) =>
    core.invoke(name, input);

export const send = attempt('exchange.send', {});
export const fetch = attempt('exchange.requestTerugkoppelingen', {});

export async function overview(core: CoreProcess): Promise<void> {
  await core.call('exchange.requestRegistratieoverzicht', {});
  await core.call('exchange.requestTerugkoppelingen', {});
}

export const registered = async (world: KillWorld) => {
  await addAll(world, [hera, { ...zeus, postcode: '2517JR' }]);
  await exchange(world);
};

/** Asks that BRON removes what it has registered. */
export async function askRemovals(las: Pick<CoreProcess, 'call'>): Promise<void> {
  const { rows } = await las.call('leerlingen.list', {});
  for (const { id } of rows)
    for (const { id: inschrijvingId, version } of (await las.call('leerlingen.get', { id })).inschrijvingen)
      await las.call('exchange.remove', { inschrijvingId, version, reason: 'Verkeerd kind.' });
}

export async function askCorrections(core: CoreProcess): Promise<void> {
  const datumInschrijving = '2009-08-24';
  const { rows } = await core.call('leerlingen.list', {});
  for (const { id } of rows)
    for (const { id: inschrijvingId, version } of (await core.call('leerlingen.get', { id })).inschrijvingen)
      await core.call('enrolment.correctStart', { inschrijvingId, version, datumInschrijving, atBron: true });
}

export async function offerAgain(core: CoreProcess): Promise<void> {
  const { rows } = await core.call('exchange.berichten', {});
  for (const { id } of rows.filter(({ offerable }) => offerable))
    await core.call('exchange.offerAgain', { berichtId: id, reason: 'De Helpdesk BRON vroeg erom.' });
  await core.call('exchange.send', {});
}

export async function takenUp(core: CoreProcess): Promise<void> {
  while ((await core.call('exchange.overview', {})).running);
}

/** With three meldingen under way whose answers BRON has not made yet, a backup is put back, and BRON tells that it has none of them. */
export async function givenUp(world: KillWorld): Promise<void> {
  await addAll(world, outcomes);
  for (const _ of outcomes) world.mock.setFault({ kind: 'late', nr: 3, seconds: 3 * 3600, times: 1 });
  await world.runner.send();
  await makeBackup(world);
  await world.restore();
  // Of everybody, and of those who are not in that.
  for (let round = 0; round < 2; round += 1) {
    await world.runner.requestRegistratieoverzicht();
    await fetchAll(world);
  }
  world.wait(3 * 61);
}

const MOVED = '2009-10-01';

/** Has each pupil move to another vestiging as an uitschrijving and a new inschrijving, and sends the one and then the other. */
export async function split(core: CoreProcess): Promise<void> {
  const { rows } = await core.call('leerlingen.list', {});
  for (const { id } of rows)
    for (const { id: inschrijvingId, version, gegevens } of (await core.call('leerlingen.get', { id }))
      .inschrijvingen) {
      const vestiging = [...asWpo(gegevens).vestiging, { begindatum: MOVED, vestigingsvolgnummer: '01' }];
      const moved = { ...asWpo(gegevens), vestiging };
      await core.call('enrolment.split', { inschrijvingId, version, gegevens: moved, date: MOVED });
    }
  await core.call('exchange.send', {});
  await core.call('exchange.requestTerugkoppelingen', {});
  await core.call('exchange.send', {});
}

/** Never is a pupil left with one half of it. */
export async function expectNoHalf({ las }: KillWorld): Promise<void> {
  const { rows } = await las.call('leerlingen.list', {});
  for (const { id } of rows) {
    const { inschrijvingen } = await las.call('leerlingen.get', { id });
    const periods = inschrijvingen.map(({ gegevens }) => [gegevens.datumInschrijving, gegevens.datumUitschrijving]);
    const whole = [['2009-08-01', undefined]];
    const both = [
      [MOVED, undefined],
      ['2009-08-01', '2009-09-30'],
    ];
    expect([whole, both]).toContainEqual(periods);
  }
}

/** Asks BRON for the numbers of all, and for the answers. */
export async function identify(core: CoreProcess): Promise<void> {
  await core.call('exchange.identify', {});
  await core.call('exchange.requestTerugkoppelingen', {});
}

/** A pupil whom the BRP does not know, registered under the onderwijsnummer that BRON gave, and of whom the geslacht changes. */
export async function withoutBrp(world: KillWorld): Promise<void> {
  const { burgerservicenummer: _, ...unknown } = { ...odin, achternaam: 'Nieuweling', voornamen: 'Noa' };
  await addPupil(world.las, { ...unknown, straatnaam: 'Leyweg', huisnummer: '7' });
  await world.las.call('exchange.identify', {});
  await fetchAll(world);
  const { rows } = await world.las.call('proposals.list', {});
  for (const { id } of rows) await world.las.call('proposals.apply', { id });
  await exchange(world);
  await changePersoon(world.las, 1, { geslacht: 'V' });
}
