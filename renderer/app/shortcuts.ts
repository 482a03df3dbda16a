import { useEffect, useEffectEvent } from 'react';
import { useNavigation } from './navigation.ts';

/** What a key combination asks for. */
export type Shortcut = { kind: 'screen'; index: number } | { kind: 'search' } | { kind: 'lock' } | { kind: 'help' };

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** The shortcut that the keys stand for: Ctrl+1 to Ctrl+9 and Ctrl+0 for the tenth screen, Ctrl+F, Ctrl+L, F1. AltGr arrives as Ctrl+Alt and is none. */
export function shortcutOf({ key, ctrlKey, altKey, shiftKey, metaKey }: Keys, screens: number): Shortcut | undefined {
  if (key === 'F1' && !ctrlKey && !altKey && !shiftKey && !metaKey) return { kind: 'help' };
  if (!ctrlKey || altKey || shiftKey || metaKey) return undefined;
  if (/^\d$/.test(key)) {
    // The keys as they lie beside each other: after 9 comes 0.
    const index = (Number(key) + 9) % 10;
    return index < screens ? { kind: 'screen', index } : undefined;
  }
  if (key.toLowerCase() === 'f') return { kind: 'search' };
  return key.toLowerCase() === 'l' ? { kind: 'lock' } : undefined;
}

const dialogIsOpen = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/** Listens to the shortcuts; while a dialog asks something only locking works. */
export function useShortcuts(screens: number, act: (shortcut: Shortcut) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const shortcut = shortcutOf(event, screens);
    if (!shortcut || (shortcut.kind !== 'lock' && dialogIsOpen())) return;
    event.preventDefault();
    act(shortcut);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

/** Puts the cursor in the search field of the list of pupils as soon as that is on the page. */
export function focusSearch(triesLeft = 40): void {
  // Later, because the page that is left still shows; it may stay, when the person has unsaved work.
  setTimeout(() => {
    const here = useNavigation.getState().route.screen === 'leerlingen';
    const field = here ? document.querySelector<HTMLInputElement>('main input[type="search"]') : null;
    if (field) {
      field.focus();
      field.select();
    } else if (triesLeft > 0) focusSearch(triesLeft - 1);
  }, 50);
}
