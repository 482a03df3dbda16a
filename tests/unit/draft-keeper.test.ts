import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DraftKeeper } from '../../renderer/app/draftKeeper.ts';
import { failure, type ErrorCode } from '../../shared/api/errors.ts';

/** What the core answers next; without one it keeps the work. */
let refusals: ErrorCode[];
let asked: { name: string; content: unknown }[];

beforeEach(() => {
  vi.useFakeTimers();
  refusals = [];
  asked = [];
  vi.stubGlobal('window', {
    las: {
      invoke: (name: string, input: { content?: string }) => {
        asked.push({ name, content: input.content });
        const code = refusals.shift();
        return Promise.resolve(code ? { ok: false, error: failure(code) } : { ok: true, value: { id: 7 } });
      },
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const work = (content: string) => ({ form: 'leerling', subject: '', title: 'Nieuwe leerling', content }) as const;
const contents = () => asked.map(({ content }) => content);

it('tries again, without anything typed, until the core can keep the work', async () => {
  const keeper = new DraftKeeper();
  refusals = ['import-running', 'disk-full'];
  keeper.keep(work('a'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(contents()).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(contents()).toEqual(['a', 'a', 'a']);
  expect(keeper.id).toBe(7);
});

it('tries again with what is newest only', async () => {
  const keeper = new DraftKeeper();
  refusals = ['import-running'];
  keeper.keep(work('a'));
  keeper.flush();
  keeper.keep(work('b'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(contents()).toEqual(['a', 'b']);
});

it.each([
  ['when it was forgotten meanwhile', 'disk-full', (keeper: DraftKeeper) => keeper.forget()],
  ['when the core is locked: somebody else may come next', 'locked', () => undefined],
] as const)('does not try again %s', async (_when, code, then) => {
  const keeper = new DraftKeeper();
  refusals = [code];
  keeper.keep(work('a'));
  keeper.flush();
  then(keeper);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(contents()).toEqual(['a']);
});
