import { signalenAssumption, type GtbSignaal } from '../../../../shared/bekostiging/signalen/catalog.ts';
import { askWhom } from '../kennisbank/topics.ts';
import { layout } from '../layout.ts';
import { markup } from '../markup.ts';
import { notice } from '../notices.ts';

const kinds: Record<GtbSignaal['kind'], string> = {
  signaal: 'Signaal: de reden waarom een leerling niet meetelt voor de bekostiging.',
  attentiesignaal: 'Attentiesignaal: de leerling telt mee, maar misschien zit er een fout in de inschrijving.',
};

/** What a signaal or attentiesignaal of a GTB means and what to do (C-59). */
export const gtbSignaalPage = ({ code, kind, text, explanation, remedy, assumed }: GtbSignaal): string =>
  layout({
    title: `${code}: ${text}`,
    menu: '/kennisbank',
    body: markup`<p>${kinds[kind]}</p>
<h2>Wat het betekent</h2><p>${explanation}</p>
<h2>Wat u doet</h2><p>${remedy}</p>
${notice([assumed !== undefined && `${assumed} `, signalenAssumption])}
<h2>Nog een vraag?</h2><p>${askWhom.helpdesk}</p>
<p><a href="/kennisbank">Alle onderwerpen en signalen</a></p>`,
  });
