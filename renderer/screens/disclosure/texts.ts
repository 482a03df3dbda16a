import type { Disclosure } from '../../../shared/api/disclosure.ts';
import { changeKindName } from '../../../shared/domain/changeKinds.ts';
import { isDate, formatDutchDate } from '../../../shared/domain/dates.ts';
import { moment } from '../../texts/format.ts';
import { gegevenNames } from '../logboek/names.ts';

/** What is kept beside the gegevens of the PvE and of the school. */
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
  note: 'Notitie',
  email: 'E-mail',
  state: 'Stand',
  reason: 'Reden',
  nr: 'Soort bericht',
  shown: 'Getoond',
  destroyed: 'Vernietigd',
};

/** Of a way into a message every step gets its own name. */
export const keyName = (key: string): string =>
  key
    .split(', ')
    .map((step) => step.replace(/^\w+/, (name) => gegevenNames.get(name) ?? ownNames[name] ?? name))
    .join(', ');

/** Dates and moments as a Dutch person writes them; codes stay as they are kept. */
export function shown(value: string): string {
  if (isDate(value)) return formatDutchDate(value);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? moment(value) : value;
}

/** A line of the history as a sentence. */
export const historyLine = ({ at, by, kind, key, old, new: next }: Disclosure['history'][number]): string => {
  const change = [old === undefined ? '' : `was ${shown(old)}`, next === undefined ? '' : `werd ${shown(next)}`];
  const what = [changeKindName(kind), keyName(key), ...change].filter((text) => text !== '').join(', ');
  return `${moment(at)}, ${by ?? 'programma'}: ${what}`;
};

/** The whole as a text, for a file. */
export function disclosureText({ naam, madeAt, parts, history }: Disclosure, school: string): string {
  const sections = parts.map(({ kind, records }) =>
    [
      `== ${changeKindName(kind)}`,
      ...records.map((lines) => lines.map(({ key, value }) => `${keyName(key)}: ${shown(value)}`).join('\r\n')),
    ].join('\r\n\r\n'),
  );
  const log = ['== Wie wat heeft gewijzigd of gezien', ...history.map(historyLine)].join('\r\n');
  return (
    [`Alles wat ${school} heeft vastgelegd van ${naam}, op ${moment(madeAt)}`, ...sections, log].join('\r\n\r\n') +
    '\r\n'
  );
}
