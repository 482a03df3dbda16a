import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIdleLock, type IdleLock } from '../../electron/core/session/idleLock.ts';

let minutes: number | undefined;
let idle: IdleLock;
let said: (number | null)[];
let locked: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  said = [];
  locked = 0;
  idle = createIdleLock(
    () => minutes,
    () => {
      locked += 1;
      minutes = undefined;
    },
    (seconds) => said.push(seconds),
  );
});
afterEach(() => {
  idle.stop();
  vi.useRealTimers();
});
const pass = (seconds: number) => void vi.advanceTimersByTime(seconds * 1000);

describe('the idle lock', () => {
  it('warns a minute before it locks, again and again, and then locks', () => {
    minutes = 10;
    pass(535);
    expect([said, locked]).toEqual([[], 0]);
    pass(60);
    expect(said[0]).toBe(60);
    expect(said.at(-1)).toBe(5);
    pass(5);
    expect(locked).toBe(1);
    pass(3600);
    expect(locked).toBe(1);
  });

  it('takes the warning back as soon as somebody is at work, and counts from then', () => {
    minutes = 10;
    pass(570);
    idle.keepAwake();
    expect(said.at(-1)).toBeNull();
    const count = said.length;
    idle.keepAwake();
    pass(530);
    expect([said.length, locked]).toEqual([count, 0]);
    pass(70);
    expect(locked).toBe(1);
  });

  it('warns for half of a time of one minute', () => {
    minutes = 1;
    pass(25);
    expect(said).toEqual([]);
    pass(5);
    expect(said).toEqual([30]);
  });

  it('does not count while it is told not to, and takes a warning back', () => {
    minutes = 10;
    pass(560);
    expect(said.at(-1)).toBe(40);
    minutes = undefined;
    pass(5);
    expect(said.at(-1)).toBeNull();
    pass(3600);
    expect(locked).toBe(0);
  });
});
