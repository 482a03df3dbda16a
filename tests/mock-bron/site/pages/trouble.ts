import { layout } from '../layout.ts';
import { markup } from '../markup.ts';
import { problem } from '../notices.ts';

/** A request that could not be handled, in a sentence that says what to do. */
export const troublePage = (wrong: string): string =>
  layout({
    title: 'Dat lukte niet',
    body: markup`${problem(wrong)}<p>Ga <a href="/">naar de beginpagina</a>.</p>`,
  });
