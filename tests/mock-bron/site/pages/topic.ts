import { askWhom, type Topic } from '../kennisbank/topics.ts';
import { layout } from '../layout.ts';
import { markup } from '../markup.ts';

/** A subject of the Stappenplan. */
export const topicPage = ({ title, text, todo, ask, links = [] }: Topic): string =>
  layout({
    title,
    menu: '/kennisbank',
    body: markup`${text.map((paragraph) => markup`<p>${paragraph}</p>`)}
${todo.length > 0 && markup`<h2>Wat u doet</h2><ol>${todo.map((line) => markup`<li>${line}</li>`)}</ol>`}
${
  links.length > 0 &&
  markup`<h2>Zie ook</h2><ul>${links.map(([path, name]) => markup`<li><a href="${path}">${name}</a></li>`)}</ul>`
}
<h2>Nog een vraag?</h2><p>${askWhom[ask]}</p>
<p><a href="/kennisbank">Alle onderwerpen en signalen</a></p>`,
  });
