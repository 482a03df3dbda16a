import { describe, expect, it } from 'vitest';
import type { BerichtRow, ExchangeOverview, RunResult } from '../../shared/api/exchange.ts';
import { berichtState, emptyRunResult } from '../../shared/api/exchange.ts';
import type { ScheduleState } from '../../shared/api/schedule.ts';
import { bronState, type InschrijvingCard } from '../../shared/api/leerlingen.ts';
import { inschrijvingWpo, gewichtWpo } from '../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { bronSentence, savedSentence } from '../../renderer/screens/leerlingen/card/sentences.ts';
import { choicesOf, lengthHint, shownValue } from '../../renderer/texts/values.ts';
import { countdown, distanceTo, longDate, momentOf } from '../../renderer/screens/uitwisselen/moments.ts';
import {
  cycle,
  progressText,
  reasonOf,
  resultLines,
  resultTitle,
} from '../../renderer/screens/uitwisselen/sentences.ts';
import {
  choiceOf,
  everyMinutesOf,
  nextSentence,
  pauseEnds,
  scheduleChoices,
} from '../../renderer/screens/uitwisselen/scheduleSentences.ts';
import { deadlineSentence, nextAction } from '../../renderer/screens/vandaag/today.ts';
import { correctInschrijving } from '../support/pupils.ts';

const now = '2009-11-02T09:00:00.000Z';
const zero = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

const overview = (
  counts: Partial<ExchangeOverview['counts']>,
  more: Partial<ExchangeOverview> = {},
): ExchangeOverview => ({
  environment: { endpoint: '', ca: false },
  certificateInstalled: true,
  paused: false,
  counts: { ...zero(bronState.options), ...counts },
  berichten: zero(berichtState.options),
  refused: [],
  settled: 0,
  ...more,
});

const result = (changes: Partial<RunResult>): RunResult => ({ ...emptyRunResult('versturen'), ...changes });

describe('moments', () => {
  it('are in Dutch time and words', () => {
    expect(longDate('2009-11-16')).toBe('16 november 2009');
    expect(longDate('geen datum')).toBe('geen datum');
    expect(momentOf('2009-11-02T23:30:00Z', now)).toBe('3 november 2009 om 00:30');
    expect(momentOf('2009-11-02T09:05:00Z', now)).toBe('vandaag om 10:05');
    expect(distanceTo('2009-11-16', now)).toBe('over 14 dagen');
    expect(distanceTo('2009-11-01', now)).toBe('gisteren');
  });

  it('count down to nothing', () => {
    expect(countdown('2009-11-02T09:04:09Z', Date.parse(now))).toBe('4:09');
    expect(countdown(now, Date.parse(now))).toBeUndefined();
  });
});

describe('the schedule', () => {
  const state = (changes: Partial<ScheduleState>): ScheduleState => ({
    everyMinutes: 30,
    holdNeedsPerson: false,
    ...changes,
  });

  it('says when the program exchanges next', () => {
    expect(nextSentence(state({ everyMinutes: null }), now)).toMatch(/^Het programma wisselt niet vanzelf uit/);
    expect(nextSentence(state({ nextAt: '2009-11-02T09:30:00Z' }), now)).toBe(
      'Volgende uitwisseling: vandaag om 10:30.',
    );
    expect(nextSentence(state({ nextAt: '2009-11-02T08:00:00Z' }), now)).toBe('Volgende uitwisseling: zo meteen.');
    expect(nextSentence(state({}), now)).toBe('Het programma wisselt nu niet vanzelf uit.');
  });

  it('says what ends a pause, and what else is paused while it is off', () => {
    expect(pauseEnds(state({}))).toMatch(/^Het gaat vanzelf weer verder/);
    expect(pauseEnds(state({ everyMinutes: null }))).toMatch(/^Ook onzekere meldingen/);
  });

  it('keeps what was chosen', () => {
    for (const { value } of scheduleChoices) expect(choiceOf(everyMinutesOf(value))).toBe(value);
  });
});

describe('where an inschrijving stands, in one sentence', () => {
  const card = (changes: Partial<InschrijvingCard>): InschrijvingCard => ({
    id: 1,
    version: 1,
    gegevens: correctInschrijving(),
    bronState: 'aan te leveren',
    knownByBron: false,
    findings: [],
    signalen: [],
    ...changes,
  });

  it('has one for every state', () => {
    for (const state of bronState.options) expect(bronSentence(card({ bronState: state }))).toMatch(/^[A-Z].*[^.]$/);
  });

  it('says by when it must be with BRON, and since when it is', () => {
    expect(bronSentence(card({ deliverBy: '2009-11-16' }))).toBe('Nog niet bij BRON, uiterlijk 16 november 2009');
    const bronStand = { gegevens: {}, persoon: {}, registeredAt: now };
    expect(bronSentence(card({ bronState: 'geregistreerd', bronStand }))).toBe(
      'Geregistreerd in BRON op 2 november 2009',
    );
  });

  it('says after saving what goes to BRON, or what holds it back', () => {
    expect(savedSentence({ deliverBy: '2009-11-16', blocking: 0 })).toContain('uiterlijk 16 november 2009');
    expect(savedSentence({ deliverBy: '2009-11-16', blocking: 1 })).toContain('Er is nog 1 punt');
    expect(savedSentence({ blocking: 0 })).toContain('BRON heeft alles al');
  });
});

describe('the exchange in sentences', () => {
  it('leaves out what did not happen', () => {
    expect(resultLines(result({ sent: 12, tegengehouden: 1 })).map(({ text }) => text)).toEqual([
      '12 meldingen zijn bij BRON afgeleverd.',
      '1 melding is tegengehouden omdat BRON haar zou afkeuren.',
    ]);
    expect(resultTitle(result({ waiting: 1 }))).toBe('Versturen is klaar.');
    expect(resultLines(result({ waiting: 1 })).map(({ text }) => text)).toEqual([
      '1 melding wacht tot BRON een eerdere wijziging van die leerling heeft verwerkt: haal eerst de terugkoppelingen op.',
    ]);
    expect(resultTitle(result({}))).toBe('Er was niets te versturen: BRON heeft alles.');
    expect(resultTitle(result({ kind: 'terugkoppelingen', received: 1 }))).toMatch(/^1 terugkoppeling is/);
    expect(progressText({ kind: 'versturen', done: 12, total: 240, activity: '' })).toBe(
      'Bezig met versturen: 12 van 240',
    );
  });

  const row: BerichtRow = {
    id: 1,
    berichtidentificatie: '00A7Q20000000001',
    state: 'onzeker',
    createdAt: now,
    attempts: 1,
    nextAttemptAt: '2009-11-02T09:05:00Z',
    offerable: false,
    settled: false,
    reason: 'BRON antwoordde niet binnen 30 seconden.',
    findings: [],
  };

  it('does not tell of a newer melding where one lapsed: there may be none', () => {
    const { reason: _, ...lapsed } = row;
    expect(reasonOf({ ...lapsed, state: 'vervallen' }, now)).toBe(
      'Geldt niet meer: deze melding wordt niet meer verstuurd.',
    );
  });

  it('explains an uncertain melding with the moment of the next attempt', () => {
    expect(reasonOf(row, now)).toBe(
      'BRON antwoordde niet binnen 30 seconden. Verstuurd zonder bruikbaar antwoord: het is niet zeker of BRON de melding heeft. Wordt niet eerder dan vandaag om 10:05 opnieuw aangeboden.',
    );
  });

  it('points at one step to do now', () => {
    const steps = cycle(overview({ 'aan te leveren': 3, afgekeurd: 2, 'in behandeling': 5 }));
    expect(
      Object.entries(steps)
        .filter(([, step]) => step.now)
        .map(([key]) => key),
    ).toEqual(['deliver']);
    expect(steps.receive.count).toBe(5);
  });
});

describe('today', () => {
  it('puts first what stops everything', () => {
    expect(nextAction(overview({}), now)).toBe('firstPupil');
    expect(nextAction(overview({ 'aan te leveren': 1 }, { certificateInstalled: false }), now)).toBe('certificate');
    expect(nextAction(overview({ 'aan te leveren': 1, afgekeurd: 1 }), now)).toBe('send');
    expect(nextAction(overview({ afgekeurd: 1 }), now)).toBe('repair');
    expect(nextAction(overview({ 'in behandeling': 1 }), now)).toBe('request');
    expect(nextAction(overview({ 'in behandeling': 1 }, { nextPollAt: '2009-11-02T09:30:00.000Z' }), now)).toBe('wait');
    expect(nextAction(overview({ geregistreerd: 9 }), now)).toBe('nothing');
  });

  it('tells a deadline that has passed', () => {
    const late = overview(
      { 'aan te leveren': 1 },
      { oldestChangeSince: '2009-10-12T08:00:00Z', deliverBy: '2009-10-26' },
    );
    expect(deadlineSentence(late, now)).toMatchObject({ late: true });
    expect(deadlineSentence(overview({}), now)).toBeUndefined();
  });
});

describe('values of the gegevensset', () => {
  const element = (key: string) => inschrijvingWpo.elements.find((item) => item.key === key)!;

  it('are shown with their label, and as wrong when no list has them', () => {
    expect(shownValue(element('datumInschrijving'), '2009-08-01')).toBe('1-8-2009');
    expect(shownValue(element('aanduidingNnca'), '9')).toBe('9 (niet in de waardelijst)');
    expect(shownValue(element('adviesVo'), undefined)).toBe('(leeg)');
  });

  it('offer the gewichten of the regeling only, each once', () => {
    const gewicht = gewichtWpo.elements.find(({ key }) => key === 'gewicht')!;
    expect(choicesOf(gewicht, { scheme: '2' })?.map(({ code }) => code)).toEqual(['0', '0,30', '1,20']);
    const all = choicesOf(gewicht, {})?.map(({ code }) => code);
    expect(new Set(all).size).toBe(all?.length);
  });

  it('say when a text is longer than BRON takes', () => {
    expect(lengthHint(element('voorschoolseMaanden'), '123')).toContain('ten hoogste 2');
    expect(lengthHint(element('voorschoolseMaanden'), '12')).toBeUndefined();
  });
});
