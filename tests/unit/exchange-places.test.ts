import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/api/errors.ts';
import { berichtState, type ExchangeOverview } from '../../shared/api/exchange.ts';
import { bronState } from '../../shared/api/leerlingen.ts';
import { catalog } from '../../shared/pve/signalen/catalog.ts';
import { placeOrder, placeTexts, toAsk } from '../../renderer/screens/uitwisselen/placeTexts.ts';

const now = '2009-11-02T09:00:00.000Z';
const zero = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
const overview = (more: Partial<ExchangeOverview> = {}): ExchangeOverview => ({
  environment: { endpoint: '', ca: false },
  certificateInstalled: true,
  counts: zero(bronState.options),
  berichten: zero(berichtState.options),
  refused: [],
  settled: 0,
  paused: false,
  ...more,
});
const reason = { count: 2, text: 'BRON gaf een technische fout.', failure: failure('bron-fault') };
const uncertain = {
  since: now,
  attempts: 3,
  nextAttemptAt: '2009-11-02T09:08:00.000Z',
  stuck: false,
  reasons: [reason],
};

const hold = {
  restoredAt: now,
  backupDay: '2009-11-01',
  daysToKnow: ['2009-11-01'],
  pupilsToKnow: 0,
  waiting: 0,
  unasked: 1,
};

describe('where everything is', () => {
  it('every state has its place, with what it means and what happens next', () => {
    expect([...placeOrder].sort()).toEqual([...bronState.options].sort());
    for (const state of placeOrder) {
      const { meaning, next } = placeTexts[state];
      expect(meaning).toMatch(/\.$/);
      expect(next(overview(), now)).toMatch(/\.$/);
    }
  });

  it('nobody has to do anything for what is uncertain, until it lasts long; then there is somebody to ask', () => {
    const { turn, details, next } = placeTexts.onzeker;
    const young = overview({ uncertain });
    expect(turn(young)).toBe('nobody');
    expect(next(young, now)).toContain('vanzelf opnieuw aangeboden, vandaag om 10:08');
    expect(details?.(young, now)).toEqual([
      '2 meldingen: BRON gaf een technische fout.',
      'Al 3 keer aangeboden; de oudste melding is van vandaag om 10:00.',
    ]);
    expect(next(young, '2009-11-02T09:10:00.000Z')).toContain('zo meteen');
    expect(toAsk('onzeker', young)).toEqual([]);
    const stuck = overview({ uncertain: { ...uncertain, stuck: true } });
    expect(turn(stuck)).toBe('u');
    expect(toAsk('onzeker', stuck)).toEqual([reason]);
  });

  it('says what the program does by itself, and what it does not while only a person can take the cause away', () => {
    const nextTurnAt = '2009-11-02T09:30:00.000Z';
    for (const state of ['aan te leveren', 'in behandeling'] as const) {
      const { next, turn } = placeTexts[state];
      expect(turn(overview())).toBe('u');
      expect(turn(overview({ nextTurnAt }))).toBe('nobody');
      expect(next(overview({ nextTurnAt }), now)).toContain('vanzelf');
    }
    expect(placeTexts['aan te leveren'].next(overview({ nextTurnAt }), now)).toContain('vandaag om 10:30');
    const { turn, next } = placeTexts.onzeker;
    const paused = overview({ uncertain, paused: true });
    expect(turn(paused)).toBe('u');
    expect(next(paused, now)).not.toContain('vanzelf');
    expect(next(overview({ uncertain, hold }), now)).toContain('zodra bekend is wat BRON heeft');
  });

  it('what was refused says who can solve it; a refusal without a known cause asks nobody', () => {
    const refused = [reason, { count: 1, text: 'BRON geeft signaal 999 [999].' }];
    expect(toAsk('geweigerd', overview({ refused }))).toEqual([reason]);
    expect(placeTexts.geweigerd.next(overview({ refused }), now)).toBe(reason.failure.remedy);
  });

  it('sending that is held, and the half hour of rest, say what is waited for', () => {
    expect(placeTexts['aan te leveren'].turn(overview({ hold }))).toBe('nobody');
    expect(placeTexts['aan te leveren'].next(overview({ hold }), now)).toContain('zodra bekend is wat BRON heeft');
    const resting = overview({ nextPollAt: '2009-11-02T09:30:00Z' });
    expect(placeTexts['in behandeling'].next(resting, now)).toContain('weer ophalen om 10:30');
  });
});

it('what a signaal means can be read by a teacher as well: nobody is addressed', () => {
  for (const { code, title, meaning } of catalog.values())
    expect(`${code} ${title} ${meaning}`).not.toMatch(/\b(u|uw)\b/i);
});
