import type { GtbLine } from '../../mijnBron/mijnBron.ts';
import { markup } from '../markup.ts';
import { notice } from '../notices.ts';
import { table } from '../table.ts';
import type { Visit } from './access.ts';
import { frame } from './frame.ts';
import { day } from './shown.ts';

/** The newest GTB of each vestiging: by its teldatum the last. The list has the newest peildatum first. */
export const newestOfEach = (lines: readonly GtbLine[]): GtbLine[] =>
  lines.filter(
    (line, index) =>
      lines.findIndex(({ vestigingsvolgnummer: other }) => other === line.vestigingsvolgnummer) === index,
  );

/** All GTBs of the school. */
export const gtbListPage = (visit: Visit, lines: readonly GtbLine[]): string => {
  const newest = newestOfEach(lines);
  return frame(visit, {
    title: 'GTB overzicht',
    tab: '/mijn-bron/gtb',
    body: markup`<p><a href="/mijn-bron/gtb">Terug naar GTB/AB overzicht</a></p>
<p>Voor de kwalificatie controleert u alleen de nieuwste GTB van elke vestiging: die met een teldatum na uw laatste uitwisseling, of als
die er niet is de laatste.</p>
${
  lines.length === 0
    ? notice(
        'Er is nog geen GTB van uw school. Wissel leerlinggegevens uit; binnen zeven werkdagen daarna staat de GTB hier.',
      )
    : table(
        'GTB’s van uw school, de nieuwste peildatum boven',
        [
          { title: 'Peildatum' },
          { title: 'Vestiging' },
          { title: 'Gemaakt' },
          { title: 'Leerlingen', number: true },
          { title: 'Nieuwste' },
          { title: 'Kenmerk' },
          { title: 'Bestand voor uw LAS' },
        ],
        lines.map((line) => [
          markup`<a href="/mijn-bron/gtb/overzicht/${line.kenmerk}">${day(line.peildatum)}</a>`,
          line.vestigingsvolgnummer,
          day(line.madeOn),
          line.totaal,
          newest.includes(line) ? 'controleer deze' : '',
          line.kenmerk,
          markup`<a href="/mijn-bron/bestand/gtb/${line.kenmerk}.json" aria-label="GTB ${line.kenmerk} downloaden">downloaden</a>`,
        ]),
      )
}`,
  });
};
