import type { Voortgang } from '../../../../shared/mijnBron/progress.ts';
import { markup, type Piece } from '../markup.ts';
import { notice } from '../notices.ts';
import { table } from '../table.ts';
import type { Visit } from './access.ts';
import { frame } from './frame.ts';
import { whereFacts } from './overview.ts';
import { day, downloadLink } from './shown.ts';

/** Score: what is registered against the normaantal, at most 100 (assumed; Stappenplan step 11 gives no formula). */
const percentage = (registered: number, norm: number) =>
  norm === 0 ? 100 : Math.floor((100 * Math.min(registered, norm)) / norm);

function scoreRow(
  title: string,
  norm: number | undefined,
  { registered, onSchedule }: Voortgang['leerlingen'],
): Piece[] {
  if (norm === undefined) return [title, 'nog niet opgegeven', registered, '', ''];
  const score = percentage(registered, norm);
  return [
    title,
    norm,
    registered,
    markup`<progress max="100" value="${score}" aria-label="Score ${title.toLowerCase()}"></progress> ${score}%`,
    onSchedule ? 'ja' : 'nee, u loopt achter',
  ];
}

const scores = ({ norm, leerlingen, ambulant }: Voortgang) =>
  table(
    'Normaantallen tegenover wat in BRON staat',
    [
      { title: 'Groep' },
      { title: 'Normaantal', number: true },
      { title: 'In BRON', number: true },
      { title: 'Score' },
      { title: 'Op schema' },
    ],
    [
      scoreRow('Leerlingen', norm?.leerlingen, leerlingen),
      scoreRow('Ambulant begeleide leerlingen', norm?.ambulant, ambulant),
    ],
  );

const weeks = (perWeek: Voortgang['perWeek']) =>
  perWeek.length === 0
    ? notice('Er is nog geen werkweek voorbij.')
    : table(
        'In BRON aan het einde van elke werkweek',
        [
          { title: 'Week' },
          { title: 'Tot en met' },
          { title: 'Leerlingen', number: true },
          { title: 'Ambulant begeleid', number: true },
        ],
        perWeek.map(({ week, until, leerlingen, ambulant }) => [week, day(until), leerlingen, ambulant]),
      );

/** How far the school is, always up to date (C-53). */
export const progressPage = (visit: Visit, voortgang: Voortgang): string =>
  frame(visit, {
    title: 'Voortgang',
    tab: '/mijn-bron/voortgang',
    body: markup`${whereFacts(voortgang)}
<h2>Aantallen</h2>
${voortgang.norm === undefined && notice(markup`Geef eerst uw <a href="/mijn-bron/aantallen">aantallen</a> door: daarmee wordt uw voortgang gemeten.`)}
${scores(voortgang)}
<p>Alleen leerlingen van het huidige schooljaar tellen mee. Aan het einde van de fase moeten beide aantallen gelijk zijn aan de
normaantallen.</p>
<h2>Per werkweek</h2>
${weeks(voortgang.perWeek)}
${downloadLink('voortgang.json')}`,
  });
