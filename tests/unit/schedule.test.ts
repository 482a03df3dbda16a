import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causes } from '../../shared/api/causes.ts';
import { needsPerson } from '../../shared/api/schedule.ts';
import { intervals, nextStep, nextTurnAt, type Rhythm, type Step, type Work } from '../../shared/domain/schedule.ts';

const NOW = new Date('2009-11-02T12:00:00Z');
const DAY = 24 * 60;
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

const hourly: Rhythm = { everyMinutes: 60, turnAt: after(-60), failures: 0, paused: false };
const quiet: Work = { deliverable: false, comparing: false, awaiting: false, polledAt: after(-60), mayPoll: true };

const both: Step = { kind: 'run', send: true, poll: true };
const sendOnly: Step = { kind: 'run', send: true, poll: false };
const pollOnly: Step = { kind: 'run', send: false, poll: true };
const wait: Step = { kind: 'wait' };

const steps: [what: string, rhythm: Partial<Rhythm>, work: Partial<Work>, step: Step][] = [
  ['off', { everyMinutes: undefined }, { deliverable: true }, wait],
  ['paused', { paused: true }, { deliverable: true }, wait],
  ['a minute early', { turnAt: after(-59) }, { deliverable: true }, wait],
  ['never had a turn', { turnAt: undefined }, { deliverable: true }, both],
  ['something to deliver', {}, { deliverable: true }, both],
  ['something to deliver in the half hour after an empty answer', {}, { deliverable: true, mayPoll: false }, sendOnly],
  ['something to deliver, to be compared first', {}, { deliverable: true, comparing: true }, { kind: 'nothing' }],
  [
    'BRON has yet to answer, to be compared first',
    {},
    { deliverable: true, comparing: true, awaiting: true },
    pollOnly,
  ],
  ['to be compared first, asked a day ago', {}, { comparing: true, polledAt: after(-DAY) }, pollOnly],
  ['BRON has yet to answer', {}, { awaiting: true }, pollOnly],
  ['BRON has yet to answer in that half hour', {}, { awaiting: true, mayPoll: false }, { kind: 'nothing' }],
  ['nothing at all', {}, {}, { kind: 'nothing' }],
  ['nothing at all, asked a day ago', {}, { polledAt: after(-DAY) }, both],
  ['nothing at all, never asked', {}, { polledAt: undefined }, both],
  ['asked later than now, by the clock of a day ahead', {}, { polledAt: after(DAY) }, both],
  ['late by three days: asleep, locked or closed', { turnAt: after(-3 * DAY) }, { deliverable: true }, both],
];

describe('what the schedule does', () => {
  it.each(steps)('%s', (_, rhythm, work, step) => {
    expect(nextStep({ ...hourly, ...rhythm }, () => ({ ...quiet, ...work }), NOW)).toEqual(step);
  });

  it('does not look for work before its turn', () => {
    const work = () => expect.unreachable();
    expect(nextStep({ ...hourly, turnAt: NOW }, work, NOW)).toEqual(wait);
  });
});

describe('when it has its next turn', () => {
  const turns: [what: string, rhythm: Partial<Rhythm>, minutes: number][] = [
    ['after a run', { turnAt: NOW }, 60],
    ['after one failure', { turnAt: NOW, failures: 1 }, 5],
    ['after two failures', { turnAt: NOW, failures: 2 }, 15],
    ['after three failures', { turnAt: NOW, failures: 3, everyMinutes: 240 }, 60],
    ['after four failures', { turnAt: NOW, failures: 4, everyMinutes: 240 }, 240],
    ['after three failures, never more rarely than otherwise', { turnAt: NOW, failures: 3, everyMinutes: 30 }, 30],
    ['after a clock that was set right by five minutes', { turnAt: after(5) }, 65],
    ['after a clock that was set back a day', { turnAt: after(DAY) }, 0],
    ['after a clock that was set forward a day', { turnAt: after(-DAY) }, 0],
  ];
  it.each(turns)('%s', (_, rhythm, minutes) => {
    expect(nextTurnAt({ ...hourly, ...rhythm }, NOW)).toEqual(after(minutes));
  });

  it('never waits longer than twice the interval, whatever the clock did', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...intervals),
        fc.integer({ min: -400 * DAY, max: 400 * DAY }),
        fc.nat(50),
        (everyMinutes, minutes, failures) => {
          const next = nextTurnAt({ everyMinutes, turnAt: after(minutes), failures, paused: false }, NOW);
          expect(next?.getTime()).toBeGreaterThanOrEqual(NOW.getTime());
          expect(next?.getTime()).toBeLessThanOrEqual(after(2 * everyMinutes).getTime());
        },
      ),
    );
  });
});

describe('whether a failure needs a person', () => {
  it('is told by the table of causes', () => {
    for (const [code, { unattended }] of Object.entries(causes)) expect(needsPerson(code)).toBe(unattended === 'stop');
  });

  it.each([
    ['endpoint-missing', true],
    ['loopback-refused', true],
    ['internal', false],
    ['disk-full', false],
  ])('%s: %s', (code, expected) => {
    expect(needsPerson(code)).toBe(expected);
  });
});
