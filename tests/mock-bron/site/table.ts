import { markup, type Markup, type Piece } from './markup.ts';

export interface Column {
  title: string;
  /** Numbers stand to the right. */
  number?: boolean;
}

/** A table with a caption and headings; the first cell of a row is its heading. */
export const table = (caption: string, columns: readonly Column[], rows: readonly (readonly Piece[])[]): Markup => {
  const numeric = (index: number) => columns[index]?.number === true && markup` class="number"`;
  return markup`<div class="table" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${columns.map(({ title }, index) => markup`<th scope="col"${numeric(index)}>${title}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (cells) => markup`<tr>${cells.map((cell, index) =>
    index === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td${numeric(index)}>${cell}</td>`,
  )}</tr>
`,
)}</tbody></table></div>`;
};

/** Facts with their names. */
export const facts = (list: readonly (readonly [name: string, value: Piece])[]): Markup =>
  markup`<dl>${list.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
