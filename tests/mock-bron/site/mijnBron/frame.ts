import { layout, menuItem } from '../layout.ts';
import { markup, type Markup, type Piece } from '../markup.ts';
import { problem } from '../notices.ts';
import type { Session } from './sessions.ts';

const tabs = [
  ['/mijn-bron', 'Overzicht'],
  ['/mijn-bron/contactgegevens', 'Contactgegevens'],
  ['/mijn-bron/aantallen', 'Aantallen'],
  ['/mijn-bron/documenten', 'Documenten'],
  ['/mijn-bron/voortgang', 'Voortgang'],
  ['/mijn-bron/gtb', 'GTB/AB overzicht'],
  ['/mijn-bron/vragen', 'Vragen'],
] as const;
export type Tab = (typeof tabs)[number][0];

/** What each form of a session carries, so that no other page can send it. */
export const tokenField = ({ token }: Session): Markup => markup`<input type="hidden" name="token" value="${token}">`;

const whoIs = ({ user: { role, naam, brinnummer, aanleverpunt = '' } }: Session) =>
  role === 'gemachtigde'
    ? `${naam}, gemachtigde van school ${brinnummer}`
    : `${naam}, contactpersoon van aanleverpunt ${brinnummer}${aanleverpunt}`;

const above = (session: Session, tab: Tab | undefined): Markup =>
  markup`<section class="school" aria-label="Ingelogd"><p>Ingelogd: ${whoIs(session)}</p>
<form method="post" action="/mijn-bron/uitloggen">${tokenField(session)}<button class="plain" type="submit">Uitloggen</button></form></section>
<nav class="tabs" aria-label="Mijn BRON"><ul>
${tabs.map(([path, text]) => menuItem(path, text, path === tab))}
</ul></nav>`;

/** A page of Mijn BRON, under its tabs. */
export const frame = (session: Session, page: { title: string; tab?: Tab; body: Piece }): string =>
  layout({ title: page.title, menu: '/mijn-bron', above: above(session, page.tab), body: page.body });

/** Says what Mijn BRON does not do, and why. */
export const troubleIn = (session: Session, wrong: string): string =>
  frame(session, {
    title: 'Dat lukte niet',
    body: markup`${problem(wrong)}<p><a href="/mijn-bron">Naar het overzicht van Mijn BRON</a></p>`,
  });
