import { markup, type Markup, type Piece } from '../markup.ts';

export interface Field {
  name: string;
  label: string;
  value: string;
  hint?: string;
  wrong?: string | undefined;
  /** What the browser may fill in by itself. */
  autocomplete?: string;
  inputmode?: string;
}

/** Names have dots, ids have none. */
export const idOf = (name: string): string => name.replaceAll('.', '-');

/** A field with its label, what it asks for, and what is wrong with it. */
export function field({ name, label, value, hint, wrong, autocomplete = 'off', inputmode = 'text' }: Field): Markup {
  const id = idOf(name);
  const described = [hint !== undefined && `${id}-hint`, wrong !== undefined && `${id}-wrong`]
    .filter(Boolean)
    .join(' ');
  return markup`<label for="${id}">${label}</label>
${hint !== undefined && markup`<p class="hint" id="${id}-hint">${hint}</p>`}
<input id="${id}" name="${name}" value="${value}" maxlength="200" autocomplete="${autocomplete}" inputmode="${inputmode}"${
    described !== '' && markup` aria-describedby="${described}"`
  }${wrong !== undefined && markup` aria-invalid="true"`}>
${wrong !== undefined && markup`<p class="wrong" id="${id}-wrong">${wrong}</p>`}`;
}

/** What is wrong on a form, by the name of the field. */
export type Wrong = ReadonlyMap<string, string>;

/** What is wrong with a form as a whole, each with a link to its field. */
export const wrongSummary = (wrong: Wrong): Piece =>
  wrong.size > 0 &&
  markup`<div class="notice problem" role="alert"><p>Er is nog niets opgeslagen. Verbeter dit en sla opnieuw op:</p>
<ul>${[...wrong].map(([name, text]) => markup`<li><a href="#${idOf(name)}">${text}</a></li>`)}</ul></div>`;
