import { makeStaticStyles } from '@fluentui/react-components';

const useGlobalStyles = makeStaticStyles({
  'html, body': { margin: 0 },
  body: { backgroundColor: 'Canvas' },
  '.only-print': { display: 'none' },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': { animationDuration: '1ms !important', transitionDuration: '1ms !important' },
  },
  '@media print': {
    '.no-print': { display: 'none !important' },
    '.only-print': { display: 'block' },
  },
});

/** Styles of the page as a whole. */
export function GlobalStyle() {
  useGlobalStyles();
  return null;
}
