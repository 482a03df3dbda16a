import { markup } from '../markup.ts';
import type { Visit } from './access.ts';
import { frame } from './frame.ts';

/** The tab "GTB/AB overzicht" and its three choices (Stappenplan step 12). */
export const gtbChoicesPage = (visit: Visit): string =>
  frame(visit, {
    title: 'GTB/AB overzicht',
    tab: '/mijn-bron/gtb',
    body: markup`<p>Binnen zeven werkdagen na een uitwisseling zijn uw gegevens hier verwerkt.</p>
<ul>
<li><a href="/mijn-bron/gtb/overzicht">GTB overzicht</a>: de GTB’s van uw school</li>
<li><a href="/mijn-bron/gtb/vergelijking">Vergelijkingsoverzicht Ambulant Begeleide Leerlingen</a>: de verschillen met wat u eerder aan
DUO-CFI hebt doorgegeven, als die er zijn</li>
<li><a href="/mijn-bron/gtb/reactie">Geef hier uw reactie</a>: of u het eens bent met de gegevens zoals zij in BRON staan</li>
</ul>
<p>Hoe u controleert leest u in de <a href="/kennisbank/onderwerp/handleiding-gtb">handleiding controleren GTB</a> en de
<a href="/kennisbank/onderwerp/handleiding-vergelijkingsoverzicht">handleiding controleren vergelijkingsoverzicht</a>.</p>`,
  });
