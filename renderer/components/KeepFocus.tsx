import { useEffect, useRef, type ReactNode } from 'react';

const FOCUSABLE =
  'button:not([disabled]), a[href], input:not([disabled]), select:not([disabled]), textarea:not([disabled])';
const dialogIsOpen = () => document.querySelector('[aria-modal="true"]') !== null;

/** An element with everything around it up to `part`, from the inside out. */
function around(element: Element, part: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at && at !== part; at = at.parentElement) found.push(at);
  return [...found, part];
}

/**
 * Where the keyboard goes when the first of these is gone: the first control in what is left around it, but not the button that
 * stood beside it, which a key held a moment too long would press.
 */
function nextTo([last, , ...outer]: readonly Element[]): HTMLElement | null {
  if (last instanceof HTMLElement && last.isConnected) return last;
  for (const element of outer) {
    const control = element.isConnected ? element.querySelector<HTMLElement>(FOCUSABLE) : null;
    if (control) return control;
  }
  return null;
}

/**
 * A part of a page that keeps the keyboard: when the control that had it goes, because of what it did or with a dialog that
 * closed, the keyboard goes back to where it was, or else as near to it as can be.
 */
export function KeepFocus({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const part = root.current;
    if (!part) return;
    let last: Element[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = around(target, part);
    };
    const elsewhere = ({ target }: PointerEvent) => {
      if (target instanceof Node && !part.contains(target) && !dialogIsOpen()) last = [];
    };
    const observer = new MutationObserver(() =>
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && !dialogIsOpen()) nextTo(last)?.focus({ preventScroll: true });
      }),
    );
    part.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', elsewhere);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      part.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', elsewhere);
      observer.disconnect();
    };
  }, []);
  return <div ref={root}>{children}</div>;
}
