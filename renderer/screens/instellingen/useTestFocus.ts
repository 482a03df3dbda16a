import { useCallback, useRef, type RefCallback } from 'react';

/** The button to test the certificate with, and how the keyboard goes there: also when it is still to come, after the first installation. */
export function useTestFocus(): { testButton: RefCallback<HTMLButtonElement>; focusTest: () => void } {
  const current = useRef<HTMLButtonElement>(null);
  const next = useRef(false);
  const testButton = useCallback((button: HTMLButtonElement | null) => {
    current.current = button;
    if (!button || !next.current) return;
    next.current = false;
    button.focus();
  }, []);
  const focusTest = () => {
    next.current = current.current === null;
    current.current?.focus();
  };
  return { testButton, focusTest };
}
