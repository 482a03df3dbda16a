import type { AskedQuestion } from '../../mijnBron/mijnBron.ts';
import { markup, type Piece } from '../markup.ts';
import { done, notice } from '../notices.ts';
import { facts } from '../table.ts';
import type { Fields, Visit } from './access.ts';
import { field, wrongSummary, type Wrong } from './fields.ts';
import { frame, tokenField } from './frame.ts';
import { day } from './shown.ts';

const asked = ({ nummer, onderwerp, tekst, askedOn, answerBy, antwoord, answeredOn }: AskedQuestion): Piece =>
  markup`<section aria-label="Vraag ${nummer}"><h3>${onderwerp}</h3>
${facts([
  ['Nummer', nummer],
  ['Gesteld', day(askedOn)],
  ['Uw vraag', tekst],
  antwoord === undefined ? ['Antwoord', `uiterlijk ${day(answerBy)}`] : [`Antwoord van ${day(answeredOn)}`, antwoord],
])}</section>`;

/** The contact form of the Helpdesk BRON (Stappenplan 3.5), and what was asked before. */
export interface QuestionsPage {
  questions: readonly AskedQuestion[];
  typed?: Fields;
  wrong?: Wrong;
  saved?: boolean;
}

export function questionsPage(
  visit: Visit,
  { questions, typed = {}, wrong = new Map(), saved }: QuestionsPage,
): string {
  const [newest] = questions;
  const wrongText = wrong.get('tekst');
  return frame(visit, {
    title: 'Vraag aan de Helpdesk BRON',
    tab: '/mijn-bron/vragen',
    body: markup`${saved && newest !== undefined && done(`Uw vraag is ontvangen onder nummer ${newest.nummer}. U krijgt uiterlijk ${day(newest.answerBy)} antwoord.`)}${wrongSummary(wrong)}
<p>U krijgt binnen twee werkdagen antwoord. Staat uw vraag al in <a href="/kennisbank">de Kennisbank</a>, dan hoeft u niet te wachten.</p>
${notice('Noem geen namen of nummers van leerlingen.')}
<form method="post" action="/mijn-bron/vragen">${tokenField(visit)}
${field({ name: 'onderwerp', label: 'Onderwerp', value: typed.onderwerp ?? '', wrong: wrong.get('onderwerp') })}
<label for="tekst">Uw vraag</label>
<textarea id="tekst" name="tekst" rows="6" maxlength="4000"${wrongText !== undefined && markup` aria-invalid="true" aria-describedby="tekst-wrong"`}>
${typed.tekst ?? ''}</textarea>
${wrongText !== undefined && markup`<p class="wrong" id="tekst-wrong">${wrongText}</p>`}
<p><button type="submit">Vraag versturen</button></p>
</form>
<h2>Uw vragen</h2>
${questions.length === 0 ? notice('U hebt nog niets gevraagd.') : questions.map(asked)}`,
  });
}

/** Reads a typed question; what is left empty gets a sentence. */
export function readQuestion(typed: Fields): { question: { onderwerp: string; tekst: string }; wrong: Wrong } {
  const wrong = new Map<string, string>();
  const read = (name: string, sentence: string) => {
    const text = (typed[name] ?? '').trim();
    if (text === '') wrong.set(name, sentence);
    return text;
  };
  const question = {
    onderwerp: read('onderwerp', 'Vul een onderwerp in.'),
    tekst: read('tekst', 'Vul in wat u wilt vragen.'),
  };
  return { question, wrong };
}
