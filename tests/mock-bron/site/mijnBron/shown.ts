import { formatDutchDate } from '../../../../shared/domain/dates.ts';
import { markup, type Markup, type Piece } from '../markup.ts';

/** A date for a reader; what is not there yet is said in words. */
export const day = (date: string | undefined, otherwise = 'nog niet'): string =>
  date === undefined ? otherwise : formatDutchDate(date);

/** A link with which what a page shows is kept as a file for the LAS. */
export const downloadLink = (name: string): Markup =>
  markup`<p><a href="/mijn-bron/bestand/${name}">Downloaden als bestand voor uw LAS</a></p>`;

/** The last four digits of a PGN: enough to find a pupil, too few to copy. */
export const maskedPgn = (pgn: string | undefined): Piece => (pgn === undefined ? 'geen' : `•••••${pgn.slice(-4)}`);
