import type { Vergelijkingsoverzicht } from '../../../../shared/mijnBron/comparison.ts';
import { formatDutchDate, isDate } from '../../../../shared/domain/dates.ts';
import { markup, type Piece } from '../markup.ts';
import { notice } from '../notices.ts';
import { table } from '../table.ts';
import type { Visit } from './access.ts';
import { frame } from './frame.ts';
import { day, downloadLink, maskedPgn } from './shown.ts';

type Row = Vergelijkingsoverzicht['rows'][number];
type Side = NonNullable<Row['bron']>;

/** What differs, and what the school does about it (assumed: DUO's layout was not found). */
const kinds: Record<Row['kind'], readonly [difference: string, advice: string]> = {
  V1: [
    'Ontbreekt in BRON',
    'Vul de ambulante begeleiding aan in uw LAS en wissel uit: anders wordt de bekostiging teruggevorderd.',
  ],
  V2: ['Alleen in BRON', 'Controleer de gegevens. Kloppen zij, dan hoeft u niets te doen.'],
  V3: ['Indicatiedatum verschilt', 'Controleer de datum op de beschikking.'],
  V4: ['Onderwijssoort verschilt', 'Controleer de onderwijssoort op de beschikking.'],
  V5: ['CVI-nummer verschilt', 'Controleer het nummer op de beschikking.'],
  V6: ['REC verschilt', 'Controleer het BRIN-nummer van het REC.'],
  V7: ['Begeleidende school verschilt', 'Controleer het BRIN-nummer van de WEC-school.'],
  V8: ['Begeleidingsperiode verschilt', 'Controleer de begin- en einddatum.'],
  V9: ['Inschrijving verschilt', 'Controleer de datum inschrijving en de datum uitschrijving.'],
  V10: ['Budget bij vorige school', 'U hoeft niets te doen: dit schooljaar ligt het budget bij de vorige school.'],
};

const names: Record<keyof Side, string> = {
  onderwijssoort: 'onderwijssoort',
  datumIndicatiestelling: 'indicatie',
  cviNummer: 'CVI-nummer',
  brinnummerRec: 'REC',
  brinnummerWec: 'WEC-school',
  start: 'begin',
  end: 'einde',
  datumInschrijving: 'inschrijving',
  datumUitschrijving: 'uitschrijving',
};
const keys = Object.keys(names) as (keyof Side)[];

/** What one side has that the other has not. */
function sideText(side: Side | undefined, other: Side | undefined): Piece {
  if (side === undefined) return 'niets';
  const lines = keys.filter((key) => side[key] !== undefined && side[key] !== other?.[key]);
  return lines.length === 0
    ? 'hetzelfde'
    : lines.map((key, index) => {
        const value = side[key] ?? '';
        return [index > 0 && markup`<br>`, `${names[key]}: ${isDate(value) ? formatDutchDate(value) : value}`];
      });
}

const rows = ({ rows: list }: Vergelijkingsoverzicht): Piece =>
  table(
    'Leerlingen bij wie de gegevens verschillen',
    [
      { title: 'Leerling' },
      { title: 'Geboortedatum' },
      { title: 'Verschil' },
      { title: 'DUO-CFI' },
      { title: 'BRON' },
      { title: 'Wat u doet' },
    ],
    list.map(({ kind, pgn, cviNummer, geboortedatum, cfi, bron }) => [
      pgn === undefined && cviNummer !== undefined ? `CVI ${cviNummer}` : maskedPgn(pgn),
      formatDutchDate(geboortedatum),
      kinds[kind][0],
      sideText(cfi, bron),
      sideText(bron, cfi),
      kinds[kind][1],
    ]),
  );

const recovery = notice(
  'Staat een leerling die u eerder met een formulier hebt opgegeven niet in BRON, dan wordt de bekostiging van die leerling teruggevorderd tot uiterlijk 1-8-2008.',
);

/** The vergelijkingsoverzicht, or the notice that there is none (C-62). */
export const comparisonPage = (visit: Visit, overview: Vergelijkingsoverzicht | undefined, none = ''): string =>
  frame(visit, {
    title: 'Vergelijkingsoverzicht Ambulant Begeleide Leerlingen',
    tab: '/mijn-bron/gtb',
    body: markup`<p><a href="/mijn-bron/gtb">Terug naar GTB/AB overzicht</a></p>
<p>Dit overzicht vergelijkt wat u met formulieren aan DUO-CFI hebt doorgegeven met wat u met BRON hebt uitgewisseld. Het is er alleen in
de fase aansluiting, alleen voor WPO-scholen, en alleen als er iets verschilt.</p>
${
  overview === undefined
    ? notice(
        `${none} Hebt u gegevens uitgewisseld en is er na zeven werkdagen geen nieuw overzicht, dan stemmen de gegevens overeen.`,
      )
    : [
        markup`<p>Overzicht ${overview.kenmerk}, gemaakt op ${day(overview.madeOn)}.</p>`,
        overview.rows.some(({ kind }) => kind === 'V1') && recovery,
        rows(overview),
        markup`<p>Kloppen de gegevens in BRON, dan hoeft u niets te doen, ook als die van DUO-CFI anders zijn: BRON wordt gebruikt voor de
bekostiging. Kloppen zij niet, wijzig ze dan in uw LAS en wissel opnieuw uit.</p>`,
        downloadLink('vergelijkingsoverzicht.json'),
      ]
}`,
  });
