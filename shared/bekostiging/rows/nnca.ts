/** Aanduiding NNCA of a pupil with a niet-Nederlandse culturele achtergrond, in the meaning of the school (PvE 7.1.11). */
export const NNCA = '2';
