import type { Vergelijkingsoverzicht } from '../../../../shared/mijnBron/comparison.ts';
import type { Voortgang } from '../../../../shared/mijnBron/progress.ts';
import { reactieChoices } from '../../../../shared/mijnBron/reactie.ts';
import { reactieTexts, type ReactieChoice } from '../../../../shared/mijnBron/reactieTexts.ts';
import type { GtbLine, ReceivedReactie } from '../../mijnBron/mijnBron.ts';
import { markup, type Markup, type Piece } from '../markup.ts';
import { done, notice, problem } from '../notices.ts';
import { facts, table } from '../table.ts';
import type { Visit } from './access.ts';
import { frame, tokenField } from './frame.ts';
import { day } from './shown.ts';

/** What a reactie is about: the newest GTB of each vestiging, the vergelijkingsoverzicht, and the aantallen. */
export interface Subject {
  gtbs: readonly GtbLine[];
  overview: Vergelijkingsoverzicht | undefined;
  voortgang: Voortgang;
}

const gtbTable = (gtbs: readonly GtbLine[]) =>
  table(
    'De nieuwste GTB van elke vestiging',
    [{ title: 'Vestiging' }, { title: 'Peildatum' }, { title: 'Leerlingen', number: true }, { title: 'Kenmerk' }],
    gtbs.map(({ vestigingsvolgnummer, peildatum, totaal, kenmerk }) => [
      vestigingsvolgnummer,
      day(peildatum),
      totaal,
      markup`<a href="/mijn-bron/gtb/overzicht/${kenmerk}">${kenmerk}</a>`,
    ]),
  );

function about({ gtbs, overview, voortgang: { norm, leerlingen, ambulant } }: Subject): Markup {
  const against = (registered: number, wanted: number | undefined) =>
    `${registered} in BRON, normaantal ${wanted ?? 'nog niet opgegeven'}`;
  return markup`${gtbTable(gtbs)}
${facts([
  [
    'Vergelijkingsoverzicht',
    overview === undefined
      ? 'is er niet voor uw school'
      : markup`<a href="/mijn-bron/gtb/vergelijking">${overview.kenmerk}</a>, ${overview.rows.length === 1 ? '1 verschil' : `${overview.rows.length} verschillen`}`,
  ],
  ['Leerlingen', against(leerlingen.registered, norm?.leerlingen)],
  ['Ambulant begeleid', against(ambulant.registered, norm?.ambulant)],
])}`;
}

const given = (reacties: readonly ReceivedReactie[]): Piece =>
  reacties.length === 0
    ? notice('U hebt nog geen reactie gegeven.')
    : table(
        'Gegeven reacties, de nieuwste boven',
        [{ title: 'Ontvangen' }, { title: 'Reactie' }, { title: 'Door' }],
        reacties.map(({ receivedOn, choice, by }) => [day(receivedOn), reactieTexts[choice].title, by]),
      );

const back = markup`<p><a href="/mijn-bron/gtb">Terug naar GTB/AB overzicht</a></p>`;

function choices(visit: Visit, subject: Subject): Piece {
  if (visit.user.role !== 'gemachtigde') {
    return notice('Alleen de gemachtigde van de school geeft een reactie. Vraag de gemachtigde om in te loggen.');
  }
  if (subject.gtbs.length === 0) {
    return notice(
      'Er is nog geen GTB van uw school. Wissel eerst leerlinggegevens uit; binnen zeven werkdagen daarna staat de GTB klaar.',
    );
  }
  return markup`<form method="post" action="/mijn-bron/gtb/reactie">${tokenField(visit)}
<fieldset><legend>Uw reactie</legend>
${reactieChoices.map(
  (
    choice,
  ) => markup`<p class="choice"><input type="radio" id="${choice}" name="choice" value="${choice}" required aria-describedby="${choice}-hint"><label for="${choice}">${reactieTexts[choice].title}</label></p>
<p class="hint" id="${choice}-hint">${reactieTexts[choice].says}</p>`,
)}</fieldset>
<p><button type="submit">Verder naar de samenvatting</button></p>
</form>`;
}

/** The statement that the school can exchange, which it needs to end as aangesloten (C-69). */
function ableToExchange(visit: Visit, saidOn: string | undefined): Piece {
  return markup`<h2>Kunt u uitwisselen?</h2>
<p>Geeft u geen akkoord en zijn de tien werkweken voorbij, dan is uw school aangesloten als u hebt aangegeven dat u gegevens kunt
uitwisselen.</p>
${
  saidOn !== undefined
    ? notice(`U hebt op ${day(saidOn)} aangegeven dat u gegevens kunt uitwisselen.`)
    : visit.user.role === 'gemachtigde' &&
      markup`<form method="post" action="/mijn-bron/gtb/uitwisselen">${tokenField(visit)}<p><button class="plain" type="submit">Wij kunnen gegevens uitwisselen</button></p></form>`
}`;
}

export interface ReactiePage {
  subject: Subject;
  reacties: readonly ReceivedReactie[];
  ableOn: string | undefined;
  saved?: boolean;
  refusal?: string;
}

/** "Geef hier uw reactie". */
export const reactiePage = (visit: Visit, { subject, reacties, ableOn, saved, refusal }: ReactiePage): string =>
  frame(visit, {
    title: 'Geef hier uw reactie',
    tab: '/mijn-bron/gtb',
    body: markup`${saved && done('Uw reactie is ontvangen.')}${refusal !== undefined && problem(refusal)}${back}
<p>Alleen u kunt bepalen of de kwantiteit en de kwaliteit van de gegevens juist zijn. Met kwaliteit is de inhoud van de GTB en van het
vergelijkingsoverzicht samen bedoeld.</p>
${subject.gtbs.length > 0 && markup`<h2>Waar uw reactie over gaat</h2>${about(subject)}`}
<h2>Uw keuze</h2>
${choices(visit, subject)}
${ableToExchange(visit, ableOn)}
<h2>Eerder gegeven</h2>
${given(reacties)}`,
  });

/** What the gemachtigde is about to agree to, before it is sent. */
export function summaryPage(visit: Visit, choice: ReactieChoice, subject: Subject): string {
  const { title, says, then } = reactieTexts[choice];
  const { gtbs, overview } = subject;
  return frame(visit, {
    title: 'Samenvatting van uw reactie',
    tab: '/mijn-bron/gtb',
    body: markup`<p>Lees na wat u gaat versturen. Een verstuurde reactie kunt u niet intrekken; u kunt wel een nieuwe geven zolang de fase
loopt en uw school nog niet gekwalificeerd is.</p>
${facts([
  ['Uw reactie', markup`<strong>${title}</strong>`],
  ['Dat betekent', says],
  ['Daarna', then],
  ['Door', `${visit.user.naam}, gemachtigde`],
])}
<h2>Waar uw reactie over gaat</h2>
${about(subject)}
<form method="post" action="/mijn-bron/gtb/reactie/versturen">${tokenField(visit)}
<input type="hidden" name="choice" value="${choice}">
<input type="hidden" name="gtbs" value="${gtbs.map(({ kenmerk }) => kenmerk).join(' ')}">
<input type="hidden" name="overview" value="${overview?.kenmerk ?? ''}">
<p><button type="submit">Reactie versturen</button> <a href="/mijn-bron/gtb/reactie">Terug zonder te versturen</a></p>
</form>`,
  });
}
