import { afterEach, describe, expect, it } from 'vitest';
import { encodeEnvelope } from '../../shared/pve/berichten/soap.ts';
import type { Load } from '../mock-bron/load.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils, terugkoppelingIds } from '../mock-bron/testing/meldingen.ts';
import { createMockWorld, type MockWorld } from '../mock-bron/testing/world.ts';

let world: MockWorld;
let school: TestSchool;

async function begin(load: Load) {
  world = await createMockWorld({ load });
  school = await world.school();
}
afterEach(async () => {
  await world.close();
  expect(world.errors).toEqual([]);
});

const persons = Object.values(pupils);
const melding = (index: number) =>
  encodeEnvelope(3, correctMelding(`M${index}`, persons[index] ?? pupils.hera), school.header);
const timed = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const sendAtOnce = () => Promise.all(persons.map((_, index) => school.post(melding(index))));

describe('a busy BRON', () => {
  it('answers late, and later the more it is asked', async () => {
    await begin({ answerMs: { from: 100, to: 100 }, atOnce: 2 });
    expect(await timed(() => school.post(melding(0)))).toBeGreaterThan(90);
    expect(await timed(sendAtOnce)).toBeGreaterThan(290);
    world.mock.setLoad({});
    expect(await timed(sendAtOnce)).toBeLessThan(290);
    expect(world.mock.register('99ZZ')).toHaveLength(persons.length);
  });

  it('turns away with 503 whom it cannot let wait, and takes nothing of them', async () => {
    await begin({ answerMs: { from: 200, to: 200 }, atOnce: 1, queue: 1 });
    const answers = await sendAtOnce();
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused).toHaveLength(persons.length - 2);
    expect(refused.every(({ headers }) => headers['retry-after'] === '60')).toBe(true);
    expect(world.mock.register('99ZZ')).toHaveLength(2);
    world.mock.setLoad({});
    expect((await sendAtOnce()).every(({ status }) => status === 200)).toBe(true);
    expect(world.mock.register('99ZZ')).toHaveLength(persons.length);
  });

  it('lets those who wait in when it gets more places', async () => {
    await begin({ answerMs: { from: 600_000, to: 600_000 }, atOnce: 1 });
    const first = school.post(melding(0));
    first.catch(() => undefined);
    const second = school.post(melding(1));
    await expect.poll(() => world.mock.messages({ direction: 'in' }).length).toBe(1);
    world.mock.setLoad({ atOnce: 2 });
    expect((await second).status).toBe(200);
  });

  it('processes in another order than it was sent, the same with the same seed', async () => {
    const order = async () => {
      await begin({ processingSeconds: { from: 0, to: 3600 } });
      for (const index of persons.keys()) await school.post(melding(index));
      const bundles: (string | undefined)[] = [];
      for (let minute = 0; minute <= 60; minute += 1) {
        bundles.push(...terugkoppelingIds(await school.poll(String(minute).padStart(4, '0'))));
        world.mock.advanceClock(1860);
      }
      return bundles;
    };
    const first = await order();
    expect([...first].sort()).toEqual(persons.map((_, index) => `M${index}`));
    await world.close();
    expect(await order()).toEqual(first);
  });
});
