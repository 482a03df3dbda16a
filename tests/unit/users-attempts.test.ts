import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LasError } from '../../shared/api/errors.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { createAttempts, waitAfter } from '../../electron/core/users/attempts.ts';
import { codeOfPromise, temporaryFolder } from './databaseWorld.ts';

const start = new Date('2009-11-02T08:00:00Z');
const wrong = () => Promise.reject(new LasError('wrong-password'));
const right = () => Promise.resolve('key');

function setUp() {
  const file = join(temporaryFolder(), 'attempts.json');
  const clock = createFixedClock(start);
  const later = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000));
  return { file, clock, later, attempts: createAttempts({ file, clock }) };
}
const failTimes = async (times: number, { attempts, later }: ReturnType<typeof setUp>) => {
  for (let i = 0; i < times; i += 1) {
    later(attempts.secondsToWait());
    expect(await codeOfPromise(attempts.guard(wrong))).toBe('wrong-password');
  }
};

describe('attempts', () => {
  it('are free three times; then the wait doubles to a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1000].map(waitAfter)).toEqual([
      0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900,
    ]);
  });

  it('are refused during the wait, with the seconds that are left', async () => {
    const world = setUp();
    await failTimes(3, world);
    world.later(1.5);
    const refusal = world.attempts.guard(() => expect.unreachable());
    await expect(refusal).rejects.toMatchObject({
      failure: { code: 'wait-before-retry', message: expect.stringContaining(' 4 ') },
    });
    world.later(3.5);
    expect(await world.attempts.guard(right)).toBe('key');
    expect(world.attempts.secondsToWait()).toBe(0);
  });

  it('start anew after the right password', async () => {
    const world = setUp();
    await failTimes(5, world);
    world.later(20);
    await world.attempts.guard(right);
    await failTimes(2, world);
    expect(world.attempts.secondsToWait()).toBe(0);
  });

  it('are remembered over a restart, also when the program is killed during one', async () => {
    const world = setUp();
    await failTimes(2, world);
    void world.attempts.guard(() => new Promise(() => undefined));
    const restarted = createAttempts({ file: world.file, clock: world.clock });
    expect(restarted.secondsToWait()).toBe(5);
  });

  it('do not count when something else went wrong', async () => {
    const world = setUp();
    await failTimes(2, world);
    expect(await codeOfPromise(world.attempts.guard(() => Promise.reject(new LasError('keys-damaged'))))).toBe(
      'keys-damaged',
    );
    expect(world.attempts.secondsToWait()).toBe(0);
    await failTimes(1, world);
    expect(world.attempts.secondsToWait()).toBe(5);
  });

  it('wait no longer than they must when the clock is set back', async () => {
    const world = setUp();
    await failTimes(6, world);
    world.later(-3600 * 24 * 365);
    expect(world.attempts.secondsToWait()).toBe(40);
    world.later(40);
    expect(world.attempts.secondsToWait()).toBe(0);
  });

  it('begin at none with an unreadable file, and are refused where nothing can be written', async () => {
    const world = setUp();
    writeFileSync(world.file, '{"version":1,"failures":"x"}');
    expect(world.attempts.secondsToWait()).toBe(0);
    mkdirSync(`${world.file}.d`);
    const blocked = createAttempts({ file: join(world.file, 'attempts.json'), clock: world.clock });
    await expect(blocked.guard(right)).rejects.toThrow();
  });
});
