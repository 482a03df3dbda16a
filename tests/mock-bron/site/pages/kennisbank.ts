import { gtbSignalen, type GtbSignaal } from '../../../../shared/bekostiging/signalen/catalog.ts';
import type { CatalogEntry } from '../../../../shared/pve/signalen/catalog.ts';
import { search, signalen } from '../kennisbank/search.ts';
import { manualTopics, otherTopics, stepTopics, type Topic } from '../kennisbank/topics.ts';
import { layout } from '../layout.ts';
import { markup, type Markup, type Piece } from '../markup.ts';
import { notice } from '../notices.ts';

const topicItem = ({ slug, title }: Topic) => markup`<li><a href="/kennisbank/onderwerp/${slug}">${title}</a></li>`;
const signaalItem = ({ code, title }: CatalogEntry) =>
  markup`<li><a href="/kennisbank/signaal/${code}">${code}: ${title}</a></li>`;
const gtbItem = ({ code, text }: GtbSignaal) => markup`<li><a href="/kennisbank/gtb/${code}">${code}: ${text}</a></li>`;
const list = (heading: string, items: readonly Markup[]): Piece =>
  items.length > 0 && markup`<h2>${heading}</h2><ul>${items}</ul>`;

function everything(): Piece {
  const ofErnst = (ernst: CatalogEntry['ernst']) => signalen.filter((entry) => entry.ernst === ernst).map(signaalItem);
  return [
    list('De dertien stappen', stepTopics.map(topicItem)),
    list('Handleidingen', manualTopics.map(topicItem)),
    list('Andere onderwerpen', otherTopics.map(topicItem)),
    list('Signalen: BRON registreert niets', ofErnst('A')),
    list('Signalen: geregistreerd, maar kijk het na', ofErnst('S')),
    list('Signalen en attentiesignalen op de GTB', gtbSignalen.map(gtbItem)),
  ];
}

function found(question: string): Piece {
  const { topics, signalen: entries, gtb } = search(question);
  const count = topics.length + entries.length + gtb.length;
  return [
    count === 0
      ? notice(
          markup`Niets gevonden. Zoek op een ander woord of op de drie cijfers van een signaal, of
<a href="/helpdesk">stel uw vraag aan de Helpdesk BRON</a>.`,
        )
      : markup`<p role="status">${count === 1 ? '1 pagina' : `${count} pagina’s`} gevonden.</p>`,
    list('Onderwerpen', topics.map(topicItem)),
    list('Signalen', entries.map(signaalItem)),
    list('Signalen op de GTB', gtb.map(gtbItem)),
    markup`<p><a href="/kennisbank">Alle onderwerpen en signalen</a></p>`,
  ];
}

/** The Kennisbank: everything in it, or what was found. */
export const kennisbankPage = (question: string): string =>
  layout({
    title: 'Kennisbank',
    menu: '/kennisbank',
    body: markup`<p>Hier vindt u antwoord op de meest gestelde vragen, en van elk signaal in een terugkoppeling wat het betekent en wat u doet.</p>
<form method="get" action="/kennisbank" role="search">
<label for="zoek">Zoek een woord of de code van een signaal</label>
<input id="zoek" name="zoek" type="search" maxlength="100" value="${question}">
<p><button type="submit">Zoeken</button></p>
</form>
${question === '' ? everything() : found(question)}`,
  });
