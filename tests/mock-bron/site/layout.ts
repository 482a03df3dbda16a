import { markup, type Markup, type Piece } from './markup.ts';

/** A place in the menu of the site. */
const menu = [
  ['/', 'Start'],
  ['/kennisbank', 'Kennisbank'],
  ['/ondersteuning', 'Ondersteuning en downloads'],
  ['/helpdesk', 'Helpdesk'],
  ['/certificaat', 'Certificaat'],
  ['/mijn-bron', 'Mijn BRON'],
] as const;
export type MenuPlace = (typeof menu)[number][0];

export interface Page {
  title: string;
  /** Where the page belongs in the menu; left out: nowhere. */
  menu?: MenuPlace;
  /** What stands above the page itself: of Mijn BRON who is logged in, and its tabs. */
  above?: Markup;
  body: Piece;
}

/** A link of a menu. */
export const menuItem = (path: string, text: string, current: boolean): Markup =>
  markup`<li><a href="${path}"${current && markup` aria-current="page"`}>${text}</a></li>`;

/** A whole page of the site. */
export const layout = ({ title, menu: place, above, body }: Page): string =>
  markup`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Oefen-BRON</title>
<link rel="stylesheet" href="/stijl.css">
</head>
<body>
<a class="skip" href="#inhoud">Naar de inhoud</a>
<header>
<p>Oefen-BRON</p><small>Nagebootst basisregister onderwijs, met verzonnen scholen en testpersonen</small>
<nav aria-label="Hoofdmenu"><ul>
${menu.map(([path, text]) => menuItem(path, text, path === place))}
</ul></nav>
</header>
${above}
<main id="inhoud" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
<footer>Dit is geen site van DUO. Hier staan alleen verzonnen gegevens.</footer>
</body>
</html>
`.text;
