import { makeStaticStyles, tokens } from '@fluentui/react-components';

const useGlobalStyles = makeStaticStyles({
  'html, body, #root': { height: '100%', margin: 0 },
  body: { backgroundColor: 'Canvas' },
  '*, *::before, *::after': { boxSizing: 'border-box' },
  '.only-print': { display: 'none' },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': { animationDuration: '1ms !important', transitionDuration: '1ms !important' },
  },
  '@media print': {
    'html, body, #root': { height: 'auto' },
    '.no-print': { display: 'none !important' },
    '.only-print': { display: 'block' },
  },
});

/** Styles of the page as a whole. */
export function GlobalStyle() {
  useGlobalStyles();
  return null;
}

/** Colours of a focus ring that shows on every background. */
export const focusRing = {
  outlineWidth: '2px',
  outlineStyle: 'solid',
  outlineColor: tokens.colorStrokeFocus2,
  outlineOffset: '2px',
} as const;
