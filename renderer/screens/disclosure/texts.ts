import type { Disclosure } from '../../../shared/api/disclosure.ts';
import { changeKindName } from '../../../shared/domain/changeKinds.ts';
import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import { isDate, formatDutchDate } from '../../../shared/domain/dates.ts';
import { moment } from '../../texts/format.ts';
import { shownValue, type ChoiceContext } from '../../texts/values.ts';
import { codedGegevens, gegevenName } from './gegevens.ts';

/** What is kept beside the gegevens of the PvE and of the school, and what is called by its place there. */
const ownNames: Readonly<Record<string, string>> = {
  createdAt: 'Vastgelegd op',
  changedAt: 'Gewijzigd op',
  sentAt: 'Verstuurd op',
  answeredAt: 'Beantwoord op',
  receivedAt: 'Ontvangen op',
  registeredAt: 'Geregistreerd op',
  deletedAt: 'Weggegooid op',
  decidedAt: 'Besloten op',
  acceptedAt: 'Aanvaard op',
  at: 'Op',
  date: 'Datum',
  text: 'Tekst',
  nationaliteit: 'Nationaliteit',
  note: 'Notitie',
  email: 'E-mail',
  state: 'Stand',
  reason: 'Reden',
  nr: 'Soort bericht',
  kind: 'Soort',
  relatie: 'Relatie',
  delivered: 'Zoals aangeleverd',
  berichtidentificatie: 'Kenmerk van het bericht',
  bronDay: 'Dag bij BRON',
  shown: 'Getoond',
  destroyed: 'Vernietigd',
  keepUntil: 'Tot en met',
  keptUntil: 'Langer bewaard tot en met',
};

/** Of a way into a message every step gets its own name. */
const keyName = (key: string): string =>
  key
    .split(', ')
    .map((step) => step.replace(/^\w+/, (name) => ownNames[name] ?? gegevenName(name) ?? name))
    .join(', ');

type Line = Disclosure['parts'][number]['records'][number][number];

/** Days on which a voorkomen, or what it stands in, begins to hold. */
const dayKeys = ['begindatum', 'datumEindtoets', 'datumInschrijving'];

const valueAt = (record: readonly Line[], steps: readonly string[]): string | undefined =>
  record.find(({ key }) => key === steps.join(', '))?.value;

/** The day on which a code holds: of its voorkomen or of what that stands in, of a geboorteland that of the birth, or else `asked`. */
function dayOf(steps: readonly string[], record: readonly Line[], asked: string): string {
  const keys = steps.at(-1) === 'geboorteland' ? ['geboortedatum'] : dayKeys;
  const days = steps
    .map((_, index) => steps.slice(0, steps.length - 1 - index))
    .flatMap((above) => keys.map((key) => valueAt(record, [...above, key])));
  return days.find(isDate) ?? asked;
}

/** Dates and moments as a Dutch person writes them; codes with the label that they have on `onDate`. */
function shown(key: string, value: string, context: ChoiceContext): string {
  const element = codedGegevens.get(key.split(', ').at(-1) ?? '');
  if (element) return shownValue(element, value, context);
  if (isDate(value)) return formatDutchDate(value);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? moment(value) : value;
}

/** What the codes of a school depend on. */
export type OfSchool = Pick<ChoiceContext, 'vestigingen' | 'nnca'>;

/** A gegeven of a record with its value; of a code that holds on no day of its own, the label on the day of asking. */
export function lineText({ key, value }: Line, record: readonly Line[], asked: string, school: OfSchool): string {
  const steps = key.split(', ');
  const beside = (name: string) => valueAt(record, [...steps.slice(0, -1), name]);
  const scheme = beside('codeGewichtenregeling') ?? beside('codeVerplichteEindtoets');
  const onDate = dayOf(steps, record, dateInNetherlands(new Date(asked)));
  return `${keyName(key)}: ${shown(key, value, { ...school, scheme, onDate })}`;
}

/** A line of the history as a sentence. */
export function historyLine({ at, by, kind, key, old, new: next }: Disclosure['history'][number], school: OfSchool) {
  const then = (value: string) => shown(key, value, { ...school, onDate: dateInNetherlands(new Date(at)) });
  const change = [old === undefined ? '' : `was ${then(old)}`, next === undefined ? '' : `werd ${then(next)}`];
  const what = [changeKindName(kind), keyName(key), ...change].filter((text) => text !== '').join(', ');
  return `${moment(at)}, ${by ?? 'programma'}: ${what}`;
}

/** The whole as a text, for a file. */
export function disclosureText(
  { naam, madeAt, parts, history }: Disclosure,
  { naam: school, ...codes }: OfSchool & { naam: string },
): string {
  const sections = parts.map(({ kind, records }) =>
    [
      `== ${changeKindName(kind)}`,
      ...records.map((lines) => lines.map((line) => lineText(line, lines, madeAt, codes)).join('\r\n')),
    ].join('\r\n\r\n'),
  );
  const log = ['== Wie wat heeft gewijzigd of gezien', ...history.map((line) => historyLine(line, codes))].join('\r\n');
  return (
    [`Alles wat ${school} heeft vastgelegd van ${naam}, op ${moment(madeAt)}`, ...sections, log].join('\r\n\r\n') +
    '\r\n'
  );
}
