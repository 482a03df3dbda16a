import { expect } from 'vitest';
import type { OperationName, Input } from '../../../shared/api/contract.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { FaultKind } from '../../mock-bron/faults.ts';
import { PASSWORD } from '../administration.ts';
import type { CoreProcess } from '../coreProcess.ts';
import { addPupil, asWpo, changeInschrijving, changePersoon, correctInschrijving, testPersons } from '../pupils.ts';
import type { Death } from './death.ts';
import type { Act, KillWorld } from './world.ts';

/** A world and what is done in it by a program that may die of it. */
export interface Scenario {
  /** Makes the world; the program runs in this process. */
  prepare(world: KillWorld): Promise<void>;
  /** What is wrong in the meantime. */
  arrange?(world: KillWorld): Promise<void> | void;
  act: Act;
  /** What must hold as soon as the program runs again. */
  expectWhole?(world: KillWorld): Promise<void>;
}

const { hera, zeus, remi, odin } = testPersons;
/** BRON registers the first, signals something about the second and third, and refuses the fourth. */
const outcomes: readonly Persoonsgegevens[] = [
  hera,
  { ...zeus, postcode: '2517JR' },
  { ...remi, postcode: '2548AE' },
  { ...odin, geslacht: 'V' },
];
const [SIGNALLED, DECIDED] = [2, 3];
const notFilled = correctInschrijving({ gewicht: [] });

async function addAll({ las }: KillWorld, persons: readonly Persoonsgegevens[]): Promise<void> {
  for (const persoon of persons) await addPupil(las, persoon);
}

/** None of these needs time. */
const lose = (world: KillWorld, nr: number, ...kinds: FaultKind[]) =>
  kinds.forEach((kind) => world.mock.setFault({ kind, nr, times: 1 }));

/** Has the program of this process ask for what there is. */
async function fetchAll(world: KillWorld): Promise<void> {
  world.wait(31);
  await world.runner.requestTerugkoppelingen();
}

async function exchange(world: KillWorld): Promise<void> {
  await world.runner.send();
  await fetchAll(world);
  world.wait(31);
}

const makeBackup = ({ las, backup }: KillWorld) => las.call('backup.make', { target: las.grant(backup, 'write') });

async function whileDown(world: KillWorld, work: () => Promise<unknown>): Promise<void> {
  await world.stopMock();
  await work();
  await world.startMock();
}

/** Has another program begin this, and die. */
async function interrupted(world: KillWorld, act: Act, death: Death): Promise<void> {
  await world.stop();
  await world.live(act, { death });
  world.wait(1);
}

/** A run may fail with a cause. */
const attempt =
  <N extends OperationName>(name: N, input: Input<N>): Act =>
  (core) =>
    core.invoke(name, input);

const send = attempt('exchange.send', {});
const fetch = attempt('exchange.requestTerugkoppelingen', {});

async function overview(core: CoreProcess): Promise<void> {
  await core.call('exchange.requestRegistratieoverzicht', {});
  await core.call('exchange.requestTerugkoppelingen', {});
}

const registered = async (world: KillWorld) => {
  await addAll(world, [hera, { ...zeus, postcode: '2517JR' }]);
  await exchange(world);
};

/** Asks that BRON removes what it has registered. */
async function askRemovals(las: Pick<CoreProcess, 'call'>): Promise<void> {
  const { rows } = await las.call('leerlingen.list', {});
  for (const { id } of rows)
    for (const { id: inschrijvingId, version } of (await las.call('leerlingen.get', { id })).inschrijvingen)
      await las.call('exchange.remove', { inschrijvingId, version, reason: 'Verkeerd kind.' });
}

async function askCorrections(core: CoreProcess): Promise<void> {
  const datumInschrijving = '2009-08-24';
  const { rows } = await core.call('leerlingen.list', {});
  for (const { id } of rows)
    for (const { id: inschrijvingId, version } of (await core.call('leerlingen.get', { id })).inschrijvingen)
      await core.call('enrolment.correctStart', { inschrijvingId, version, datumInschrijving, atBron: true });
}

async function offerAgain(core: CoreProcess): Promise<void> {
  const { rows } = await core.call('exchange.berichten', {});
  for (const { id } of rows.filter(({ offerable }) => offerable))
    await core.call('exchange.offerAgain', { berichtId: id, reason: 'De Helpdesk BRON vroeg erom.' });
  await core.call('exchange.send', {});
}

async function takenUp(core: CoreProcess): Promise<void> {
  while ((await core.call('exchange.overview', {})).running);
}

/** With three meldingen under way whose answers BRON has not made yet, a backup is put back, and BRON tells that it has none of them. */
async function givenUp(world: KillWorld): Promise<void> {
  await addAll(world, outcomes);
  for (const _ of outcomes) world.mock.setFault({ kind: 'late', nr: 3, seconds: 3 * 3600, times: 1 });
  await world.runner.send();
  await makeBackup(world);
  await world.restore();
  await world.runner.requestRegistratieoverzicht();
  await fetchAll(world);
  world.wait(3 * 61);
}

const MOVED = '2009-10-01';

/** Has each pupil move to another vestiging as an uitschrijving and a new inschrijving, and sends the one and then the other. */
async function split(core: CoreProcess): Promise<void> {
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
async function expectNoHalf({ las }: KillWorld): Promise<void> {
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
async function identify(core: CoreProcess): Promise<void> {
  await core.call('exchange.identify', {});
  await core.call('exchange.requestTerugkoppelingen', {});
}

/** A pupil whom the BRP does not know, registered under the onderwijsnummer that BRON gave, and of whom the geslacht changes. */
async function withoutBrp(world: KillWorld): Promise<void> {
  const { burgerservicenummer: _, ...unknown } = { ...odin, achternaam: 'Nieuweling', voornamen: 'Noa' };
  await addPupil(world.las, { ...unknown, straatnaam: 'Leyweg', huisnummer: '7' });
  await world.las.call('exchange.identify', {});
  await fetchAll(world);
  const { rows } = await world.las.call('proposals.list', {});
  for (const { id } of rows) await world.las.call('proposals.apply', { id });
  await exchange(world);
  await changePersoon(world.las, 1, { geslacht: 'V' });
}

export const scenarios = {
  'first meldingen': {
    prepare: async (world) => {
      await addAll(world, [hera, zeus, remi]);
      await addPupil(world.las, odin, notFilled);
    },
    act: send,
  },
  'newer content': {
    prepare: async (world) => {
      await addAll(world, [hera, zeus]);
      await addPupil(world.las, remi, notFilled);
      await addPupil(world.las, odin, notFilled);
      await whileDown(world, () => world.runner.send());
      for (const [index] of outcomes.entries()) await changeInschrijving(world.las, index + 1, { aanduidingNnca: '2' });
    },
    act: send,
  },
  'BRON is down': {
    prepare: (world) => addAll(world, [hera, zeus, remi]),
    arrange: (world) => world.stopMock(),
    act: send,
  },
  'no answer': {
    prepare: (world) => addAll(world, [hera, zeus, remi]),
    arrange: (world) => lose(world, 3, 'break-before', 'break-after', 'http-500-after'),
    act: send,
  },
  'offered again': {
    prepare: async (world) => {
      await addAll(world, [hera, zeus, remi]);
      lose(world, 3, 'break-before', 'break-after', 'http-500-after');
      await world.runner.send();
      world.wait(61);
    },
    act: send,
  },
  'sent all the same': {
    prepare: async (world) => {
      const wrong = [{ begindatum: '2009-08-01', leerjaar: 'drie', groep: '3a' }];
      await addPupil(world.las, hera, correctInschrijving({ leerjaarGroep: wrong }));
      await addPupil(world.las, zeus);
      await world.runner.send();
    },
    act: async (core) => {
      const { rows } = await core.call('exchange.berichten', {});
      const berichtId = rows.find(({ state }) => state === 'tegengehouden')?.id ?? 0;
      await core.call('exchange.sendAnyway', { berichtId, reason: 'Om te zien wat BRON zegt.' });
      await core.call('exchange.send', {});
    },
  },
  'a person offers again': {
    prepare: async (world) => {
      await addAll(world, outcomes);
      world.mock.setFault({ kind: 'signaal-359', nr: 3, times: 1 });
      await exchange(world);
    },
    act: offerAgain,
  },
  'first terugkoppelingen': {
    prepare: async (world) => {
      await addAll(world, outcomes);
      await world.runner.send();
    },
    act: fetch,
  },
  'later terugkoppelingen': {
    prepare: async (world) => {
      await addAll(world, outcomes);
      await exchange(world);
      const { rows } = await world.las.call('terugkoppelingen.work', {});
      const { signaalId = 0 } = rows.find(({ leerlingId }) => leerlingId === DECIDED) ?? {};
      await world.las.call('terugkoppelingen.tickOff', { signaalId, note: 'Klopt zo.' });
      for (const [index] of outcomes.entries()) await changeInschrijving(world.las, index + 1, { aanduidingNnca: '2' });
      await changePersoon(world.las, SIGNALLED, { postcode: zeus.postcode });
      await world.runner.send();
    },
    act: fetch,
  },
  'terugkoppelingen before the next attempt': {
    prepare: async (world) => {
      await addAll(world, outcomes);
      lose(world, 3, 'break-after', 'http-500-after', 'break-after', 'reset-after');
      await world.runner.send();
    },
    act: fetch,
  },
  decisions: {
    prepare: async (world) => {
      await addAll(world, outcomes);
      await exchange(world);
    },
    act: async (core) => {
      const { rows } = await core.call('terugkoppelingen.work', { ernst: 'S' });
      for (const { signaalId = 0 } of rows)
        await core.call('terugkoppelingen.tickOff', { signaalId, note: 'Klopt zo.' });
      for (const { signaalId = 0 } of rows) await core.call('terugkoppelingen.reopen', { signaalId });
    },
  },
  'a backup is put back': {
    prepare: async (world) => {
      await addAll(world, [hera, zeus]);
      await world.runner.send();
      await addPupil(world.las, remi);
      await addPupil(world.las, odin, notFilled);
      await whileDown(world, () => world.runner.send());
      await makeBackup(world);
      await exchange(world);
      world.noteRestore();
    },
    act: async (core, { backup }) => {
      const secret = { password: PASSWORD };
      const { draft } = await core.call('restore.inspect', { file: core.grant(backup, 'read') });
      await core.call('restore.preview', { draft, secret });
      await core.call('restore.commit', { draft, secret });
    },
  },
  'BRON tells what it has': {
    prepare: async (world) => {
      await addPupil(world.las, hera);
      await exchange(world);
      await addPupil(world.las, { ...odin, geslacht: 'V' });
      await world.runner.send();
      await addPupil(world.las, remi);
      lose(world, 3, 'break-before');
      await world.runner.send();
      await makeBackup(world);
      await addPupil(world.las, zeus);
      await world.runner.send();
      // With a clock that is ahead BRON is asked under a number that is too high for today's.
      world.jump(24 * 60);
      await fetchAll(world);
      world.jump(-24 * 60);
      world.wait(31);
      await world.restore();
    },
    act: overview,
  },
  'BRON tells it again': {
    prepare: async (world) => {
      await makeBackup(world);
      await addAll(world, [zeus, hera, remi]);
      await exchange(world);
      await world.restore();
      await world.runner.requestRegistratieoverzicht();
      await fetchAll(world);
      await addAll(world, [zeus, hera]);
      world.wait(31);
    },
    act: overview,
  },
  'BRON has it no longer': {
    prepare: async (world) => {
      await addAll(world, [hera, zeus]);
      await exchange(world);
      world.mock.reset();
    },
    act: overview,
  },
  'the verzoek gets no answer': {
    prepare: async (world) => {
      await addAll(world, [hera, zeus]);
      await exchange(world);
    },
    arrange: (world) => lose(world, 5, 'break-after'),
    act: overview,
  },
  'the answer comes after all': { prepare: givenUp, act: fetch },
  'BRON removes': {
    prepare: registered,
    act: async (core) => {
      await askRemovals(core);
      await core.call('exchange.send', {});
      await core.call('exchange.requestTerugkoppelingen', {});
    },
  },
  'BRON corrects a date': {
    prepare: registered,
    act: async (core) => {
      await askCorrections(core);
      await core.call('exchange.send', {});
      await core.call('exchange.requestTerugkoppelingen', {});
      await core.call('exchange.send', {});
    },
  },
  'an inschrijving is split': {
    prepare: async (world) => {
      await addAll(world, [hera, zeus]);
      await exchange(world);
    },
    act: split,
    expectWhole: expectNoHalf,
  },
  'a removal gets no answer': {
    prepare: async (world) => {
      await registered(world);
      await askRemovals(world.las);
    },
    arrange: (world) => lose(world, 4, 'break-after', 'http-500-after'),
    act: async (core) => {
      await core.invoke('exchange.send', {});
      await core.call('exchange.requestTerugkoppelingen', {});
    },
  },
  'a removal is offered again': {
    prepare: async (world) => {
      await registered(world);
      await askRemovals(world.las);
      lose(world, 4, 'break-before', 'break-after');
      await world.runner.send();
      world.wait(61);
    },
    act: send,
  },
  'BRON refuses to remove': {
    prepare: async (world) => {
      await registered(world);
      world.mock.reset();
      await askRemovals(world.las);
      await world.runner.send();
    },
    act: async (core) => {
      await core.call('exchange.requestTerugkoppelingen', {});
      await offerAgain(core);
    },
  },
  'pupils are identified': {
    prepare: (world) => addAll(world, [hera, { ...odin, geslacht: 'V' }]),
    act: identify,
  },
  'an identification gets no answer': {
    prepare: (world) => addAll(world, [hera]),
    arrange: (world) => lose(world, 1, 'break-after'),
    act: identify,
  },
  'an identification is offered again': {
    prepare: async (world) => {
      await addPupil(world.las, hera);
      lose(world, 1, 'break-before');
      await world.las.call('exchange.identify', {});
      world.wait(61);
    },
    act: send,
  },
  'sleutelgegevens change': {
    prepare: withoutBrp,
    act: async (core) => {
      await core.call('exchange.send', {});
      await core.call('exchange.requestTerugkoppelingen', {});
      await core.call('exchange.send', {});
    },
  },
  'sleutelgegevens change once more': {
    prepare: async (world) => {
      await withoutBrp(world);
      await whileDown(world, () => world.runner.send());
      await changePersoon(world.las, 1, { postcode: '2514GL' });
    },
    act: send,
  },
  'sleutelgegevens get no answer': {
    prepare: withoutBrp,
    arrange: (world) => lose(world, 2, 'break-after'),
    act: async (core) => {
      await core.call('exchange.send', {});
      await core.call('exchange.requestTerugkoppelingen', {});
    },
  },
  'sleutelgegevens are offered again': {
    prepare: async (world) => {
      await withoutBrp(world);
      lose(world, 2, 'break-before');
      await world.runner.send();
      world.wait(61);
    },
    act: send,
  },
  'sending was interrupted': {
    prepare: async (world) => {
      await addAll(world, [hera, zeus, remi]);
      await interrupted(world, send, { change: 'melding: opgesteld -> verzonden', occurrence: 2, moment: 'committed' });
    },
    act: takenUp,
  },
  'a bundle was interrupted': {
    prepare: async (world) => {
      await addAll(world, outcomes);
      await world.runner.send();
      await interrupted(world, fetch, { change: 'terugkoppeling: bericht 10', occurrence: 1, moment: 'inside' });
    },
    act: takenUp,
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
