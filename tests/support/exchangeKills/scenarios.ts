import { PASSWORD } from '../administration.ts';
import { addPupil, changeInschrijving, changePersoon, correctInschrijving } from '../pupils.ts';
import type { Act, KillWorld } from './world.ts';
import {
  hera,
  zeus,
  remi,
  odin,
  outcomes,
  SIGNALLED,
  DECIDED,
  notFilled,
  addAll,
  lose,
  fetchAll,
  exchange,
  makeBackup,
  whileDown,
  interrupted,
  send,
  fetch,
  overview,
  registered,
  askRemovals,
  askCorrections,
  offerAgain,
  takenUp,
  givenUp,
  split,
  expectNoHalf,
  identify,
  withoutBrp,
} from './acts.ts';

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

/** A backup is put back of a time at which meldingen were under way; BRON has more since. */
async function putBack(world: KillWorld): Promise<void> {
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
  'BRON tells what it has': { prepare: putBack, act: overview },
  'BRON tells of those who are gone': {
    prepare: async (world) => {
      await putBack(world);
      await world.runner.requestRegistratieoverzicht();
      await fetchAll(world);
      world.wait(31);
    },
    act: overview,
  },
  'a person sends after a restore': {
    prepare: async (world) => {
      await putBack(world);
      for (const _ of ['everybody', 'those who are gone']) {
        await world.runner.requestRegistratieoverzicht();
        await fetchAll(world);
      }
    },
    act: send,
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
