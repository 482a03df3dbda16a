import { makeStaticStyles } from '@fluentui/react-components';

// As text: makeStaticStyles takes media queries no other way.
const useGlobalStyles = makeStaticStyles(`
  html, body { margin: 0; }
  body { background-color: Canvas; }
  .only-print { display: none; }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation-duration: 1ms !important; transition-duration: 1ms !important; }
  }
  @media print {
    @page { margin: 15mm; }
    .no-print { display: none !important; }
    .only-print { display: block; }
  }
`);

/** Styles of the page as a whole: margins, movement, and what shows on paper only or on screen only. */
export function GlobalStyle() {
  useGlobalStyles();
  return null;
}
