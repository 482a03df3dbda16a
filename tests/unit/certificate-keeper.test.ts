import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CertificateKeeper } from '../../electron/core/certificate/keeper.ts';
import type { Logger } from '../../electron/core/log/logger.ts';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { temporaryDatabase } from './databaseWorld.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const day = (number: number) => new Date(Date.UTC(2009, 10, number, 11));

it('tells the windows when time brings something, once, and has the old key destroyed in the end', () => {
  const { db } = temporaryDatabase();
  const add = db.prepare(
    `INSERT INTO certificate (fingerprint, holder, issuer, valid_from, valid_to, pem_certificate, pem_chain, pem_key, installed_at)
     VALUES (?, '99ZZ00', 'BRON', ?, ?, '', '', 'key', ?)`,
  );
  add.run('old', day(1).toISOString(), day(20).toISOString(), day(1).toISOString());
  add.run('next', day(10).toISOString(), day(400).toISOString(), day(2).toISOString());
  const clock = createFixedClock(day(9));
  const [emit, warn] = [vi.fn(), vi.fn()];
  const caller = { userId: 'u', role: 'beheerder' } as const;
  const keeper = new CertificateKeeper({ db, clock, emit, caller }, { warn } as unknown as Logger);
  const look = (at: Date) => {
    emit.mockClear();
    clock.set(at);
    vi.advanceTimersByTime(15_000);
    return emit.mock.calls.length;
  };
  const keys = () => db.prepare('SELECT fingerprint FROM certificate WHERE pem_key IS NOT NULL').pluck().all();

  expect([look(day(9)), look(day(10)), look(day(10))]).toEqual([0, 1, 0]);
  expect(emit).not.toHaveBeenCalled();
  expect(keys()).toEqual(['old', 'next']);
  expect(look(day(20))).toBe(1);
  expect(keys()).toEqual(['next']);
  // From here on only the warnings change: 60 days before the end.
  expect(look(day(339))).toBe(1);
  keeper.stop();
  expect(look(day(345))).toBe(0);
  expect(warn).not.toHaveBeenCalled();
});
