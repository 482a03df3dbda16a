import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventListener } from '../../electron/core/processClient.ts';
import { tellDeadlines } from '../../electron/shell/deadlines.ts';
import { Notification, resetElectron, state } from '../fakes/electron.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
let answers: Record<string, unknown>;
let tell: EventListener;
const show = vi.fn();
const core = {
  invoke: vi.fn(async (name: string) =>
    name in answers
      ? { ok: true as const, value: answers[name] }
      : { ok: false as const, error: { code: 'not-allowed' as const, message: '', remedy: '' } },
  ),
  subscribe: (listener: EventListener) => {
    tell = listener;
    return () => undefined;
  },
};
const summary = (late: number, soon: number) => ({ counts: { onTime: 4, soon, late } });
const changed = async () => {
  tell('session.changed', {});
  await settle();
};

beforeEach(() => {
  resetElectron();
  answers = {
    'session.status': { state: 'open', now: '2009-11-02T08:00:00.000Z', schoolName: 'De Proef', userName: 'Mieke' },
    'ageing.summary': summary(2, 1),
  };
  show.mockClear();
  core.invoke.mockClear();
  tellDeadlines(core, show);
});

describe('a notification of deadlines', () => {
  it('tells how many are late and soon, without a name, and brings the program to the front', async () => {
    await changed();
    expect(state.notifications).toHaveLength(1);
    const { options } = state.notifications[0]!;
    expect(options.body).toBe(
      'De termijn is voorbij voor 2 wijzigingen die BRON nog niet heeft.\nDe termijn is bijna voorbij voor 1 wijziging die BRON nog niet heeft.',
    );
    expect(JSON.stringify(options)).not.toMatch(/Proef|Mieke|\d{9}/);
    state.notifications[0]!.emit('click');
    expect(show).toHaveBeenCalledOnce();
  });

  it.each([
    ['near its term', 'beheerder', '2009-11-09', true],
    ['past it', 'beheerder', '2009-10-31', true],
    ['far from it', 'beheerder', '2009-11-10', false],
    ['not the concern of this user', 'administratie', '2009-11-09', false],
  ])('tells of a destruction that is %s', async (_, role, before, told) => {
    const now = '2009-11-02T08:00:00.000Z';
    answers = { 'session.status': { state: 'open', role, now }, 'retention.due': { proposed: 3, before } };
    await changed();
    expect(state.notifications.map(({ options }) => options.body)).toEqual(
      told ? ['De termijn om gegevens overal te vernietigen is bijna of al voorbij.'] : [],
    );
  });

  it('comes once a day, and again when there is something else to tell', async () => {
    await changed();
    await changed();
    expect(state.notifications).toHaveLength(1);
    answers['ageing.summary'] = summary(3, 0);
    await changed();
    expect(state.notifications).toHaveLength(2);
    answers['session.status'] = { state: 'open', now: '2009-11-03T08:00:00.000Z' };
    await changed();
    expect(state.notifications).toHaveLength(3);
  });

  it.each([
    ['nothing is near', { 'ageing.summary': summary(0, 0) }],
    ['the role may not know', { 'ageing.summary': undefined }],
    ['it is locked', { 'session.status': { state: 'locked', now: '2009-11-02T08:00:00.000Z' } }],
    ['it was started safely', { 'session.status': { state: 'open', safe: true, now: '2009-11-02T08:00:00.000Z' } }],
  ])('does not come when %s', async (_, given) => {
    answers = Object.fromEntries(Object.entries({ ...answers, ...given }).filter(([, value]) => value !== undefined));
    await changed();
    expect(state.notifications).toEqual([]);
  });

  it('goes when the administration locks, of which nothing is asked then', async () => {
    await changed();
    answers['session.status'] = { state: 'locked', now: '2009-11-02T08:00:00.000Z' };
    core.invoke.mockClear();
    await changed();
    expect(state.notifications[0]!.close).toHaveBeenCalledOnce();
    expect(core.invoke.mock.calls).toEqual([['session.status', {}]]);
  });

  it('is left out where the computer shows none', async () => {
    Notification.isSupported.mockReturnValueOnce(false);
    await changed();
    expect(core.invoke).not.toHaveBeenCalled();
  });
});
