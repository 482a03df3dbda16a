// The core process of the long run. Its clock stands where the test puts it, it does what it does by itself when the test gives a beat,
// and it tells what its memory holds. Started with --expose-gc; LONG_RUN_NOW says where the clock begins.
import { createLas } from '../../../electron/core/las.ts';
import { serveCore } from '../../../electron/core/serveCore.ts';
import { createClock } from '../../../shared/domain/clock.ts';
import { heldMemory } from '../../bench/exchange/memory.ts';
import type { OpenMemory } from './world.ts';

const clock = createClock(new Date(process.env['LONG_RUN_NOW'] ?? ''));
let beat: () => Promise<unknown> = () => Promise.resolve();

const ofTheTest: Record<string, (input: unknown) => unknown> = {
  'longRun.clock': (instant) => clock.set(new Date(instant as string)),
  'longRun.beat': () => beat(),
  'longRun.memory': (): OpenMemory => ({ ...heldMemory(), open: process.getActiveResourcesInfo() }),
};

await serveCore(() =>
  Promise.resolve(async (options) => {
    const las = await createLas({
      ...options,
      clock,
      kdfCost: { memoryKiB: 8, iterations: 1, parallelism: 1 },
      heartbeat: (given) => {
        beat = given;
      },
    });
    return {
      grant: (token, path, use) => las.grant(token, path, use),
      close: () => las.close(),
      invoke: async (name, input) => {
        const own = ofTheTest[name];
        return own ? { ok: true, value: await own(input) } : las.invoke(name, input);
      },
    };
  }),
);
