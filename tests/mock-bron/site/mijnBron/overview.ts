import type { Voortgang } from '../../../../shared/mijnBron/progress.ts';
import { markup, type Markup } from '../markup.ts';
import { facts } from '../table.ts';
import type { Visit } from './access.ts';
import { frame } from './frame.ts';
import { day } from './shown.ts';

const states: Record<Voortgang['state'], string> = {
  voorbereiding: 'Voorbereiding op de fase aansluiting BRON',
  aansluiting: 'Fase aansluiting BRON',
  gekwalificeerd: 'Gekwalificeerd: de gegevens in BRON worden gebruikt voor de bekostiging',
  aangesloten: 'Aangesloten: er is geen akkoord gegeven, u moet de gegevens in BRON nog aanvullen',
  closed: 'Opgeheven of samengegaan vóór het einde van de fase aansluiting',
};

/** Where a school is, in names and values. */
export const whereFacts = (voortgang: Voortgang): Markup =>
  facts([
    ['Uw school is in', states[voortgang.state]],
    ['Geplande startweek', day(voortgang.plannedWeek, 'nog niet bekend')],
    ['Start', day(voortgang.start, 'nog niet bekend')],
    ['Wachtwoordbrief verzonden', day(voortgang.letterOn)],
    ['Certificaat gedownload', day(voortgang.certificateDownloadedOn)],
    ['Certificaat getest', day(voortgang.certificateTestedOn)],
    [
      'Werkweken over',
      voortgang.weeksLeft === undefined ? 'de tien weken lopen niet' : `${voortgang.weeksLeft} van 10`,
    ],
    ...(voortgang.endedOn === undefined ? [] : [['Afgerond', day(voortgang.endedOn)] as const]),
  ]);

/** The first page of Mijn BRON. */
export const overviewPage = (visit: Visit, voortgang: Voortgang): string =>
  frame(visit, {
    title: 'Mijn BRON',
    tab: '/mijn-bron',
    body: markup`${whereFacts(voortgang)}
<h2>Wat u hier doet</h2>
<ul>
<li><a href="/mijn-bron/contactgegevens">Contactgegevens</a> controleren en wijzigen (stap 2 en 7)</li>
<li><a href="/mijn-bron/aantallen">Aantallen</a> leerlingen doorgeven (stap 6)</li>
<li><a href="/mijn-bron/documenten">Documenten</a> lezen (stap 1, 5, 11 en 13)</li>
<li><a href="/certificaat">Het beveiligingscertificaat</a> downloaden (stap 9)</li>
<li><a href="/mijn-bron/voortgang">Voortgang</a> volgen (stap 11)</li>
<li><a href="/mijn-bron/gtb">GTB en vergelijkingsoverzicht</a> controleren en een reactie geven (stap 12)</li>
<li><a href="/mijn-bron/vragen">Een vraag stellen</a> aan de Helpdesk BRON</li>
</ul>`,
  });
