import { manualTopics } from '../kennisbank/topics.ts';
import { layout } from '../layout.ts';
import { markup } from '../markup.ts';

/** Ondersteuning en downloads (Stappenplan chapter 3): the ways in which a school is helped, and the handleidingen. */
export const supportPage = (): string =>
  layout({
    title: 'Ondersteuning en downloads',
    menu: '/ondersteuning',
    body: markup`<h2>Handleidingen</h2>
<ul>${manualTopics.map(({ slug, title }) => markup`<li><a href="/kennisbank/onderwerp/${slug}">${title}</a></li>`)}</ul>
<h2>Brochure, stappenplan en handboek BRON PO</h2>
<p>Wat uw school hiervan heeft gekregen of kan downloaden staat in Mijn BRON bij
<a href="/mijn-bron/documenten">Documenten</a>. Kijk daar ook of er een nieuwere versie van het stappenplan is.</p>
<h2>Hoe u wordt ondersteund</h2>
<ul>
<li><strong>Handboek BRON PO:</strong> welke gegevens u in welke situatie aanlevert, uitleg over de GTB en over de signalen</li>
<li><strong>Deze site:</strong> informatie, handleidingen en Mijn BRON</li>
<li><strong><a href="/kennisbank">Kennisbank</a>:</strong> antwoord op de meest gestelde vragen</li>
<li><strong>Voortgangsmails:</strong> aan het einde van week 3 en week 6, naar de gemachtigde</li>
<li><strong><a href="/helpdesk">Helpdesk BRON</a>:</strong> antwoord binnen twee werkdagen</li>
<li><strong>Relatiebeheer:</strong> de relatiebeheerder is het aanspreekpunt van uw bevoegd gezag, vóór, tijdens en na de fase
aansluiting, en neemt vóór de start zelf contact op</li>
</ul>
<p>Wie u waarvoor vraagt staat in <a href="/kennisbank/onderwerp/wie-helpt-u">Wie helpt u waarmee</a>.</p>`,
  });
