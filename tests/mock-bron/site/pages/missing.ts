import { layout } from '../layout.ts';
import { markup } from '../markup.ts';

/** A page that is not there. */
export const missingPage = (): string =>
  layout({
    title: 'Pagina niet gevonden',
    body: markup`<p>Deze pagina bestaat niet. Ga <a href="/">naar de beginpagina</a> of zoek in <a href="/kennisbank">de Kennisbank</a>.</p>`,
  });
