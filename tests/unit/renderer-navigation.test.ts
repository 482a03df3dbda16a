import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultTopics } from '../../renderer/app/api.ts';
import { openOn, useNavigation } from '../../renderer/app/navigation.ts';
import { menuScreenOf, windowTitle } from '../../renderer/app/screens.tsx';
import { shortcutOf } from '../../renderer/app/shortcuts.ts';

const navigation = () => useNavigation.getState();
const guard = { save: async () => true, discard: () => undefined };
afterEach(() => navigation().reset());

describe('navigation', () => {
  it('goes there and back, and up when there is no way back', () => {
    navigation().go({ screen: 'leerlingen' });
    navigation().go({ screen: 'leerling', id: 3 });
    navigation().back();
    expect(navigation().route).toEqual({ screen: 'leerlingen' });
    navigation().reset();
    useNavigation.setState({ route: { screen: 'leerling', id: 3 } });
    navigation().back();
    expect(navigation().route).toEqual({ screen: 'leerlingen' });
  });

  it.each([
    [{ screen: 'enrol' }, 'Leerling inschrijven - De Proef - Bronwijs'],
    [{ screen: 'bin' }, 'Prullenbak - De Proef - Bronwijs'],
  ] as const)('knows what is reached from the list of pupils: %o', (route, title) => {
    expect(menuScreenOf(route)).toBe('leerlingen');
    expect(windowTitle(route, 'De Proef')).toBe(title);
    useNavigation.setState({ route });
    navigation().back();
    expect(navigation().route).toEqual({ screen: 'leerlingen' });
  });

  it.each([
    ['#aansluiting', 'aansluiting'],
    ['#logboek', 'vandaag'],
    ['', 'vandaag'],
  ])('opens an address with the fragment "%s" on %s', (fragment, screen) => {
    openOn(fragment);
    expect(navigation().route).toEqual({ screen });
  });

  it('asks first when there is unsaved work', () => {
    navigation().setGuard(guard);
    navigation().go({ screen: 'instellingen' });
    expect(navigation().route).toEqual({ screen: 'vandaag' });
    navigation().answer(false);
    expect([navigation().route.screen, navigation().guard]).toEqual(['vandaag', guard]);
    navigation().go({ screen: 'instellingen' });
    navigation().answer(true);
    expect([navigation().route.screen, navigation().guard]).toEqual(['instellingen', undefined]);
  });

  it('guards other ways out as well, such as the lock', () => {
    const lock = vi.fn();
    navigation().setGuard(guard);
    navigation().leave(lock);
    expect(lock).not.toHaveBeenCalled();
    navigation().answer(true);
    expect(lock).toHaveBeenCalledOnce();
  });

  it('forgets everything when the administration is locked', () => {
    navigation().go({ screen: 'leerling', id: 3 });
    navigation().setGuard(guard);
    navigation().reset();
    expect(navigation()).toMatchObject({ route: { screen: 'vandaag' }, history: [], guard: undefined });
  });
});

describe('shortcuts', () => {
  const keys = (key: string, more = {}) =>
    shortcutOf({ key, ctrlKey: true, altKey: false, shiftKey: false, metaKey: false, ...more }, 6);

  it('are Ctrl with a digit, F or L', () => {
    expect(keys('1')).toEqual({ kind: 'screen', index: 0 });
    expect(keys('6')).toEqual({ kind: 'screen', index: 5 });
    expect(keys('7')).toBeUndefined();
    expect(keys('0')).toBeUndefined();
    expect(shortcutOf({ key: '0', ctrlKey: true, altKey: false, shiftKey: false, metaKey: false }, 10)).toEqual({
      kind: 'screen',
      index: 9,
    });
    expect([keys('f'), keys('F'), keys('l')].map((found) => found?.kind)).toEqual(['search', 'search', 'lock']);
  });

  it('have F1 for the manual', () => {
    expect(keys('F1', { ctrlKey: false })).toEqual({ kind: 'help' });
    expect([keys('F1'), keys('F1', { ctrlKey: false, shiftKey: true })]).toEqual([undefined, undefined]);
  });

  it('are none with AltGr, Shift or without Ctrl', () => {
    expect([keys('1', { altKey: true }), keys('f', { shiftKey: true }), keys('1', { ctrlKey: false })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the window', () => {
  it('is named after the screen and the school, never after a pupil', () => {
    expect(windowTitle({ screen: 'leerling', id: 3 }, 'De Oefenboom')).toBe('Leerling - De Oefenboom - Bronwijs');
    expect(windowTitle({ screen: 'vandaag' }, undefined)).toBe('Vandaag - Bronwijs');
    expect(menuScreenOf({ screen: 'leerling' })).toBe('leerlingen');
  });
});

describe('topics', () => {
  it('follow from the name of an operation', () => {
    expect(defaultTopics('certificate.get')).toEqual(['certificate']);
    expect(defaultTopics('terugkoppelingen.work')).toContain('leerlingen');
    expect(defaultTopics('session.status')).toEqual([]);
  });
});
