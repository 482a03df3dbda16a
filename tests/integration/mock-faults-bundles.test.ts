import { describe, expect, it } from 'vitest';
import { encodeEnvelope } from '../../shared/pve/berichten/soap.ts';
import type { Fault } from '../mock-bron/faults.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils, terugkoppelingIds } from '../mock-bron/testing/meldingen.ts';
import type { MockWorld } from '../mock-bron/testing/world.ts';
import { eachWithMock } from '../support/mockWorld.ts';

let world: MockWorld;
let school: TestSchool;

eachWithMock((made, madeSchool) => {
  world = made;
  school = madeSchool;
});

const sent = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6'];
async function sendAll() {
  const persons = Object.values(pupils);
  for (const [index, id] of sent.entries()) {
    const person = persons[index];
    if (person) await school.meld(correctMelding(id, person));
  }
}
const inOrderOfBytes = async (berichtidentificatie: string) => {
  const { body } = await school.post(encodeEnvelope(6, { berichtidentificatie }, school.header));
  return [...body.toString('utf8').matchAll(/<berichtidentificatie>(M\d)</g)].map(([, id]) => id);
};
const fetchAll = async () => {
  const bundles: string[][] = [];
  for (let poll = 1; ; poll += 1) {
    const bundle = terugkoppelingIds(await school.poll(String(poll).padStart(4, '0')));
    if (bundle.length === 0) return bundles;
    bundles.push(bundle as string[]);
  }
};
const under = async (fault: Fault) => {
  world.mock.reset();
  world.mock.setFault(fault);
  await sendAll();
  return fetchAll();
};

describe('bundles that BRON would not make', () => {
  it('bundle-shuffled: another order, the same with the same seed', async () => {
    const once = async (seed: string) => {
      world.mock.reset();
      world.mock.setFault({ kind: 'bundle-shuffled', seed });
      await sendAll();
      return inOrderOfBytes('0001');
    };
    const first = await once('s');
    expect(first).not.toEqual(sent);
    expect([...first].sort()).toEqual(sent);
    expect(await once('s')).toEqual(first);
    expect(await once('t')).not.toEqual(first);
  });

  it('bundle-shuffled with items: over many bundles, nothing lost and nothing twice', async () => {
    const bundles = await under({ kind: 'bundle-shuffled', items: 2, seed: 's' });
    expect(bundles.map((bundle) => bundle.length)).toEqual([2, 2, 2]);
    expect(bundles.flat()).not.toEqual(sent);
    expect(bundles.flat().sort()).toEqual(sent);
  });

  it('bundle-split: one in each, or as many as asked', async () => {
    expect(await under({ kind: 'bundle-split' })).toEqual(sent.map((id) => [id]));
    expect((await under({ kind: 'bundle-split', items: 4 })).map((bundle) => bundle.length)).toEqual([4, 2]);
  });

  it('bundle-doubled: every terugkoppeling twice', async () => {
    await sendAll();
    world.mock.setFault({ kind: 'bundle-doubled', times: 1 });
    expect(await inOrderOfBytes('0001')).toEqual([...sent, ...sent]);
    expect(await inOrderOfBytes('0001')).toEqual(sent);
  });

  it('bundle-replayed: what was confirmed comes again under a new verzoek, the next bundle afterwards', async () => {
    await sendAll();
    expect(await inOrderOfBytes('0001')).toEqual(sent);
    expect(await inOrderOfBytes('0002')).toEqual([]);
    world.mock.setFault({ kind: 'bundle-replayed', times: 1 });
    expect(await inOrderOfBytes('0003')).toEqual(sent);
    world.mock.advanceClock(1800);
    await school.meld(correctMelding('M7', pupils.hera));
    expect(await inOrderOfBytes('0004')).toEqual(['M7']);
    expect(world.mock.state().voorraad).toMatchObject([{ handedOut: 1, waiting: 0 }]);
  });
});
