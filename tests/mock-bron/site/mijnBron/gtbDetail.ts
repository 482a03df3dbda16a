import { findGtbSignaal } from '../../../../shared/bekostiging/signalen/catalog.ts';
import { gtbRows } from '../../../../shared/bekostiging/rows.ts';
import { rowGroups, type CountRow, type RowGroup } from '../../../../shared/bekostiging/rows/row.ts';
import { formatDutchDate } from '../../../../shared/domain/dates.ts';
import type { Gtb } from '../../../../shared/mijnBron/gtb.ts';
import { markup, type Piece } from '../markup.ts';
import { notice } from '../notices.ts';
import { facts, table } from '../table.ts';
import type { Visit } from './access.ts';
import { frame } from './frame.ts';
import { day, downloadLink, maskedPgn } from './shown.ts';

const inUnit = ({ unit }: CountRow, value: number) =>
  unit === 'honderdsten' ? (value / 100).toFixed(2).replace('.', ',') : value;

function groupTable(group: RowGroup, rows: readonly CountRow[], { aantallen }: Gtb): Piece {
  const shown = rows.filter((row) => row.group === group && (!row.hiddenWhenZero || aantallen[row.code] !== 0));
  return (
    shown.length > 0 &&
    table(
      rowGroups[group],
      [{ title: 'Wat' }, { title: 'Aantal', number: true }],
      shown.map((row) => [row.label, inUnit(row, aantallen[row.code] ?? 0)]),
    )
  );
}

const signaalLink = (code: string) =>
  markup`<a href="/kennisbank/gtb/${code}">${code}</a> ${findGtbSignaal(code)?.text ?? ''}`;

function pupils(caption: string, list: Gtb['notCounted'], none: string): Piece {
  if (list.length === 0) return notice(none);
  return table(
    caption,
    [
      { title: 'Leerlingnummer' },
      { title: 'PGN (laatste cijfers)' },
      { title: 'Geboortedatum' },
      { title: 'Ingeschreven' },
      { title: 'Waarom' },
    ],
    list.map(({ leerlingnummer, pgn, geboortedatum, datumInschrijving, signalen }) => [
      leerlingnummer ?? 'geen',
      maskedPgn(pgn),
      formatDutchDate(geboortedatum),
      day(datumInschrijving),
      signalen.map((code, index) => [index > 0 && markup`<br>`, signaalLink(code)]),
    ]),
  );
}

/** One GTB: what is counted, who is not counted and why, and who is counted although something looks odd (C-59). */
export function gtbPage(visit: Visit, gtb: Gtb): string {
  const rows = gtbRows(gtb.soort, gtb.peildatum);
  const groups = Object.keys(rowGroups) as RowGroup[];
  return frame(visit, {
    title: `GTB van ${day(gtb.peildatum)}, vestiging ${gtb.vestigingsvolgnummer}`,
    tab: '/mijn-bron/gtb',
    body: markup`<p><a href="/mijn-bron/gtb/overzicht">Terug naar GTB overzicht</a></p>
${facts([
  ['School', `${gtb.brinnummer} ${gtb.naam}`],
  ['Kenmerk', gtb.kenmerk],
  ['Gemaakt', day(gtb.madeOn)],
  ['Aangeleverd tot en met', day(gtb.processedUntil)],
])}
<h2>Aantallen</h2>
<div class="columns">${groups.map((group) => groupTable(group, rows, gtb))}</div>
<h2>Leerlingen die niet meetellen</h2>
<p>Het signaal is de reden waarom een leerling niet meetelt voor de bekostiging.</p>
${pupils('Leerlingen die niet meetellen', gtb.notCounted, 'Alle leerlingen tellen mee.')}
<h2>Leerlingen met een attentiesignaal</h2>
<p>Deze leerlingen tellen mee, maar misschien zit er een fout in hun inschrijving.</p>
${pupils('Leerlingen met een attentiesignaal', gtb.attention, 'Er zijn geen attentiesignalen.')}
<p>Wijkt dit af van uw administratie, wijzig dan de gegevens in uw LAS en wissel opnieuw uit.</p>
${downloadLink(`gtb/${gtb.kenmerk}.json`)}`,
  });
}
