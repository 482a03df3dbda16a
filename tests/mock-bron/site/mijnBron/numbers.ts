import { markup, type Piece } from '../markup.ts';
import { done, notice, problem } from '../notices.ts';
import type { ReportedAantallen } from '../../mijnBron/mijnBron.ts';
import type { School } from '../../registers/brin.ts';
import { table } from '../table.ts';
import type { Fields, Visit } from './access.ts';
import { field, wrongSummary, type Wrong } from './fields.ts';
import { frame, tokenField } from './frame.ts';
import { day, downloadLink } from './shown.ts';

const wordings = {
  wpo: {
    all: 'Aantal leerlingen dat nu onderwijs volgt aan uw school, met de ambulant begeleide leerlingen erbij',
    guided: 'Aantal leerlingen van het totaal dat ambulant wordt begeleid',
  },
  wec: {
    all: 'Aantal leerlingen dat nu onderwijs volgt aan uw school',
    guided:
      'Aantal leerlingen op andere scholen dat door uw school ambulant wordt begeleid; zij horen niet bij het eerste aantal',
  },
};

const reportedTable = (reported: readonly ReportedAantallen[]): Piece =>
  reported.length === 0
    ? notice('U hebt nog geen aantallen doorgegeven.')
    : table(
        'Doorgegeven aantallen, het nieuwste boven',
        [{ title: 'Doorgegeven' }, { title: 'Leerlingen', number: true }, { title: 'Ambulant begeleid', number: true }],
        reported.map(({ reportedOn, leerlingen, ambulant }) => [day(reportedOn), leerlingen, ambulant]),
      );

/** How many pupils the school has, as it says itself (Stappenplan step 6). */
export interface NumbersPage {
  soort: School['soort'] | undefined;
  reported: readonly ReportedAantallen[];
  /** As typed; left out: what was reported last. */
  typed?: Fields;
  wrong?: Wrong;
  refusal?: string;
  saved?: boolean;
}

export function numbersPage(
  visit: Visit,
  { soort, reported, typed, wrong = new Map(), refusal, saved }: NumbersPage,
): string {
  const words = soort === 'WEC' ? wordings.wec : wordings.wpo;
  const [newest] = reported;
  const value = (name: 'leerlingen' | 'ambulant') => typed?.[name] ?? String(newest?.[name] ?? '');
  const number = (name: 'leerlingen' | 'ambulant', label: string, hint: string) =>
    field({ name, label, hint, value: value(name), wrong: wrong.get(name), inputmode: 'numeric' });
  return frame(visit, {
    title: 'Aantallen',
    tab: '/mijn-bron/aantallen',
    body: markup`${saved && done('De aantallen zijn doorgegeven.')}${refusal !== undefined && problem(refusal)}${wrongSummary(wrong)}
<p>Met deze normaantallen volgt de organisatie BRON hoe ver u bent; aan het einde van de fase moeten zij gelijk zijn aan wat in BRON
staat. Komen er leerlingen bij of vertrekken er leerlingen, geef dan de nieuwe aantallen door.</p>
<form method="post" action="/mijn-bron/aantallen">${tokenField(visit)}
${number('leerlingen', 'Ingeschreven leerlingen', words.all)}
${number('ambulant', 'Ambulant begeleide leerlingen', words.guided)}
<p><button type="submit">Aantallen doorgeven</button></p>
</form>
<h2>Eerder doorgegeven</h2>
${reportedTable(reported)}
${downloadLink('aantallen.json')}`,
  });
}

/** Reads typed numbers; what is no number gets a sentence. */
export function readNumbers(typed: Fields): { aantallen: { leerlingen: number; ambulant: number }; wrong: Wrong } {
  const wrong = new Map<string, string>();
  const read = (name: string, what: string) => {
    const text = (typed[name] ?? '').trim();
    if (!/^\d{1,5}$/.test(text)) wrong.set(name, `Vul bij ${what} een heel getal in, bijvoorbeeld 214.`);
    return Number(text);
  };
  const aantallen = {
    leerlingen: read('leerlingen', 'ingeschreven leerlingen'),
    ambulant: read('ambulant', 'ambulant begeleide leerlingen'),
  };
  return { aantallen, wrong };
}
