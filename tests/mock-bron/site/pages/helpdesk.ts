import { layout } from '../layout.ts';
import { markup } from '../markup.ts';

/** How the Helpdesk BRON is reached (Stappenplan 3.5). No telephone number: that of the real one stands on its own site only. */
export const helpdeskPage = (): string =>
  layout({
    title: 'Helpdesk BRON',
    menu: '/helpdesk',
    body: markup`<p>Zoek uw vraag eerst op in <a href="/kennisbank">de Kennisbank</a>. Staat het antwoord daar niet, stel uw vraag dan aan de
Helpdesk BRON. U krijgt binnen <strong>twee werkdagen</strong> antwoord, tijdens de fase aansluiting en daarna.</p>
<p><a class="button" href="/mijn-bron/vragen">Naar het contactformulier</a></p>
<p>Voor het contactformulier logt u in bij Mijn BRON. Deze nagebootste helpdesk heeft geen telefoonnummer; dat van de echte
Helpdesk BRON en de openingstijden staan op www.bron.nl.</p>
<p>Gaat uw vraag over het bijwerken van uw LAS, het installeren van het certificaat of het openen van poorten, kijk dan bij
<a href="/kennisbank/onderwerp/wie-helpt-u">Wie helpt u waarmee</a>.</p>`,
  });
