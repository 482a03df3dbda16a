import type { Contactgegevens } from '../../../../shared/mijnBron/contact.ts';
import type { MijnBron } from '../../mijnBron/mijnBron.ts';
import { markup, type Markup, type Piece } from '../markup.ts';
import { done, notice, problem } from '../notices.ts';
import { facts } from '../table.ts';
import type { Fields, Visit } from './access.ts';
import { groupsOf, valueAt } from './contactForm.ts';
import { field, idOf, wrongSummary, type Wrong } from './fields.ts';
import { frame, tokenField } from './frame.ts';
import { day, downloadLink } from './shown.ts';

export type Freeze = ReturnType<MijnBron['contactFreeze']>;

type Hoofdvestiging = Contactgegevens['hoofdvestiging'];
const address = ({ straatnaam, huisnummer, postcode, plaats }: Hoofdvestiging['adres']) =>
  `${straatnaam} ${huisnummer}, ${postcode.slice(0, 4)} ${postcode.slice(4)} ${plaats}`;
const person = ({ naam, telefoonnummer, email }: Hoofdvestiging['gemachtigde']) =>
  `${naam}, ${telefoonnummer}, ${email}`;

function held({ hoofdvestiging, aanleverpunten, akkoordverklaring }: Contactgegevens): Piece {
  const { brinnummer, vestigingsvolgnummer, naam, adres, gemachtigde } = hoofdvestiging;
  return [
    markup`<h2>Hoofdvestiging</h2>
${facts([
  ['BRIN-nummer', brinnummer],
  ['Vestigingsnummer', vestigingsvolgnummer],
  ['Naam', naam],
  ['Adres', address(adres)],
  ['Gemachtigde', person(gemachtigde)],
  ['Akkoordverklaring van het bevoegd gezag', day(akkoordverklaring, 'nog niet ontvangen')],
])}`,
    aanleverpunten.map(
      (point): Markup => markup`<h2>Aanleverpunt ${brinnummer}${point.aanleverpunt}</h2>
${facts([
  ['LAS', point.las],
  ['Adres', address(point.adres)],
  ['Contactpersoon', person(point.contactpersoon)],
])}`,
    ),
  ];
}

/** Why the contactgegevens cannot be changed in the week before the start, or when that will be (C-34). */
function freezeNotice(freeze: Freeze, frozen: boolean, today: string): Piece {
  if (freeze === undefined || today > freeze.until) return undefined;
  const when = `Van ${day(freeze.from)} tot en met ${day(freeze.until)}`;
  return notice(
    frozen
      ? `${when} kunt u de contactgegevens niet wijzigen: in de week voor de start wordt de wachtwoordbrief verstuurd, en een wijziging zou die verkeerd kunnen laten aankomen. Klopt er iets niet, neem dan contact op met de Helpdesk BRON.`
      : `${when}, de week voor de start, kunt u de contactgegevens niet wijzigen. Wijzig wat niet klopt daarvoor.`,
  );
}

export interface ContactPage {
  contact: Contactgegevens;
  freeze: Freeze;
  frozen: boolean;
  today: string;
  saved?: boolean;
}

/** The contactgegevens as Mijn BRON has them, to be checked (Stappenplan steps 2 and 7). */
export const contactPage = (visit: Visit, { contact, freeze, frozen, today, saved }: ContactPage): string =>
  frame(visit, {
    title: 'Contactgegevens',
    tab: '/mijn-bron/contactgegevens',
    body: markup`${saved && done('De contactgegevens zijn opgeslagen.')}
<p>Controleer of alles nog klopt. Brieven en mails gaan naar deze adressen, ook tijdens en na de fase aansluiting. Klopt alles, dan
hoeft u niets te doen.</p>
${freezeNotice(freeze, frozen, today)}
${held(contact)}
<p>Voert u nog een aparte administratie die hier niet staat, meld dat aanleverpunt dan bij de Helpdesk BRON.</p>
${!frozen && markup`<p><a class="button" href="/mijn-bron/contactgegevens/wijzigen">Contactgegevens wijzigen</a></p>`}
${downloadLink('contactgegevens.json')}`,
  });

export interface ContactForm {
  contact: Contactgegevens;
  /** As typed; left out: as Mijn BRON has it. */
  typed?: Fields;
  wrong?: Wrong;
  refusal?: string;
}

/** The form with which the contactgegevens are changed. */
export function contactFormPage(visit: Visit, { contact, typed, wrong = new Map(), refusal }: ContactForm): string {
  const tick = (name: string) =>
    markup`<p class="choice"><input type="checkbox" id="${idOf(name)}" name="${name}" value="ja"${typed?.[name] !== undefined && markup` checked`}><label for="${idOf(name)}">De contactpersoon is dezelfde persoon als de gemachtigde: neem diens gegevens over</label></p>`;
  return frame(visit, {
    title: 'Contactgegevens wijzigen',
    tab: '/mijn-bron/contactgegevens',
    body: markup`${refusal !== undefined && problem(refusal)}${wrongSummary(wrong)}
${visit.user.role === 'contactpersoon' && notice('U wijzigt de gegevens van uw eigen aanleverpunt. De andere gegevens wijzigt de gemachtigde.')}
<form method="post" action="/mijn-bron/contactgegevens/wijzigen">${tokenField(visit)}
${groupsOf(contact, visit.user).map(
  ({ title, fields, same }) => markup`<fieldset><legend>${title}</legend>
${same !== undefined && tick(same)}
${fields.map(({ name, label, autocomplete }) =>
  field({
    name,
    label,
    value: typed?.[name] ?? valueAt(contact, name),
    wrong: wrong.get(name),
    ...(autocomplete === undefined ? {} : { autocomplete }),
  }),
)}</fieldset>`,
)}
<p><button type="submit">Contactgegevens opslaan</button> <a href="/mijn-bron/contactgegevens">Annuleren</a></p>
</form>`,
  });
}
