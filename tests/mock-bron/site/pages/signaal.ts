import type { CatalogEntry } from '../../../../shared/pve/signalen/catalog.ts';
import { askWhom } from '../kennisbank/topics.ts';
import { layout } from '../layout.ts';
import { markup } from '../markup.ts';

const ernstTexts = {
  A: 'BRON registreert niets van de melding tot dit is opgelost.',
  S: 'BRON heeft de melding geregistreerd en vraagt u iets na te kijken.',
} as const;

/** What a signaal of a terugkoppeling means and what to do. */
export const signaalPage = ({ code, ernst, title, meaning, cause, remedy }: CatalogEntry): string =>
  layout({
    title: `Signaal ${code}: ${title}`,
    menu: '/kennisbank',
    body: markup`<p><strong>${ernst === 'A' ? 'Afkeur' : 'Signaal'}.</strong> ${ernstTexts[ernst]}</p>
<h2>Wat het betekent</h2><p>${meaning}</p>
<h2>Hoe het meestal komt</h2><p>${cause}</p>
<h2>Wat u doet</h2><p>${remedy}</p>
<h2>Nog een vraag?</h2><p>${askWhom.helpdesk}</p>
<p><a href="/kennisbank">Alle onderwerpen en signalen</a></p>`,
  });
