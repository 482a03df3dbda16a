import type { ChainVerdict, ChangeLine } from '../../../shared/api/changes.ts';
import type { Role } from '../../../shared/api/roles.ts';
import { isDate, formatDutchDate } from '../../../shared/domain/dates.ts';
import { moment } from '../../texts/format.ts';
import { roleTexts } from '../../texts/roles.ts';
import { gegevenNames } from './names.ts';

const loginWays: Readonly<Record<string, string>> = {
  created: 'Administratie gemaakt',
  password: 'Wachtwoord',
  'recovery code': 'Herstelcode',
};

const numberNames: Readonly<Record<string, string>> = {
  burgerservicenummer: 'BSN',
  onderwijsnummer: 'Onderwijsnummer',
};

const yesOrNo: Readonly<Record<string, string>> = { true: 'Ja', false: 'Nee' };

const shownText = (text: string): string => (isDate(text) ? formatDutchDate(text) : (yesOrNo[text] ?? text));

/** A list of voorkomens as it is stored, in words; undefined when the text is no such list. */
function listInWords(text: string): string | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const items = JSON.parse(text) as Record<string, unknown>[];
    return items
      .map((item) =>
        Object.entries(item)
          .filter(([, value]) => typeof value === 'string')
          .map(([key, value]) => `${gegevenNames.get(key) ?? key}: ${shownText(String(value))}`)
          .join(', '),
      )
      .join('; ');
  } catch {
    return undefined;
  }
}

/** A value of a line in words; a dash when it was not filled. */
export function valueInWords({ kind, field, destroyed }: ChangeLine, value: string | undefined): string {
  if (destroyed) return 'vernietigd';
  if (value === undefined) return '–';
  if (kind === 'user_account' && field === 'role') return value in roleTexts ? roleTexts[value as Role].label : value;
  if (kind === 'view') return numberNames[value] ?? value;
  if (kind === 'login') return loginWays[value] ?? value;
  return listInWords(value) ?? shownText(value);
}

const causes: Record<NonNullable<ChainVerdict['problem']>['reason'], (seq: number) => string> = {
  line: (seq) => `Regel ${seq} is gewijzigd, verplaatst of verwijderd.`,
  value: (seq) => `Bij regel ${seq} staat een andere waarde dan er is geschreven.`,
  head: (seq) => `Vanaf regel ${seq} ontbreken regels aan het eind, of het logboek is opnieuw geschreven.`,
};

/** What verifying the log found, in plain words. */
export function verdictInWords({ intact, stopped, lines, problem }: ChainVerdict): { title: string; text: string } {
  const count = lines.toLocaleString('nl-NL');
  if (stopped)
    return { title: 'De controle is gestopt.', text: `De eerste ${count} regels kloppen; de rest is niet bekeken.` };
  if (intact || !problem)
    return { title: 'Het logboek is heel.', text: `Alle ${count} regels staan er nog zoals ze zijn geschreven.` };
  const until = problem.rightUntil === undefined ? '' : ` Tot en met ${moment(problem.rightUntil)} klopt het logboek.`;
  return {
    title: 'Het logboek klopt niet.',
    text: `${causes[problem.reason](problem.seq)}${until} Dit kan het programma zelf niet doen: neem contact op met uw leverancier en bewaar de reservekopieën.`,
  };
}
