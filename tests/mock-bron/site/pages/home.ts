import { layout } from '../layout.ts';
import { markup } from '../markup.ts';

/** The front page. */
export const homePage = (): string =>
  layout({
    title: 'Welkom bij de Oefen-BRON',
    menu: '/',
    body: markup`<p>Met deze nagebootste BRON probeert u een leerlingenadministratiesysteem uit zonder echte gegevens.</p>
<div class="columns">
<section><h2>Voor uw school</h2>
<ul>
<li><a href="/mijn-bron">Mijn BRON</a>: contactgegevens, aantallen, documenten, voortgang, GTB</li>
<li><a href="/certificaat">Beveiligingscertificaat downloaden</a> (stap 9 van het stappenplan)</li>
<li><a href="/kennisbank">Kennisbank</a>: signalen en de meest gestelde vragen</li>
<li><a href="/helpdesk">Vraag aan de Helpdesk BRON</a></li>
</ul></section>
<section><h2>Voor leveranciers</h2>
<ul>
<li><a href="/koppelvlak/BpokServices_V1.0.wsdl">WSDL van de webservice POKANAAL</a></li>
</ul></section>
</div>
<p>Het woord BRON heeft drie betekenissen: de <strong>organisatie BRON</strong>, een onderdeel van DUO; de
<strong>Helpdesk BRON</strong>, waar u terechtkunt met vragen; en het <strong>systeem BRON</strong>, het register waarmee uw
leerlingenadministratie gegevens uitwisselt.</p>`,
  });
