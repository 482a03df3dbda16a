import { markup, type Markup, type Piece } from './markup.ts';

/** What went wrong and what to do about it; read out at once. */
export const problem = (text: Piece): Markup => markup`<div class="notice problem" role="alert"><p>${text}</p></div>`;

/** What was done. */
export const done = (text: Piece): Markup => markup`<div class="notice done" role="status"><p>${text}</p></div>`;

/** Something to know on this page. */
export const notice = (text: Piece): Markup => markup`<div class="notice"><p>${text}</p></div>`;
