import type { ChainVerdict, ChangeLine } from '../../../shared/api/changes.ts';
import type { Role } from '../../../shared/api/roles.ts';
import { isDate, formatDutchDate } from '../../../shared/domain/dates.ts';
import * as inschrijving from '../../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../../shared/pve/gegevensset/person.ts';
import type { Gegevensgroep } from '../../../shared/pve/gegevensset/types.ts';
import { moment } from '../../texts/format.ts';
import { roleTexts } from '../../texts/roles.ts';

const groups: Gegevensgroep[] = [persoonMetPgn, persoonZonderPgn, ...Object.values(inschrijving)];

/** Names of gegevens and gegevensgroepen as the PvE has them. */
const pveNames = new Map(
  groups.flatMap((group) => [
    [group.key, group.name] as const,
    ...group.elements.map(({ key, name }) => [key, name] as const),
  ]),
);

/** Names of what the program itself writes, by kind and field. */
const ownNames: Readonly<Record<string, string>> = {
  'login/by': 'Aangemeld met',
  'login/failures': 'Onjuiste pogingen daarvoor',
  'view/shown': 'Getoond',
  'key/recoveryCode': 'Herstelcode',
  'key/database': 'Sleutel van de administratie',
  'key/kept': 'Huidige sleutel gehouden',
  'user_account/name': 'Naam',
  'user_account/login': 'Gebruikersnaam',
  'user_account/role': 'Rol',
  'user_account/password': 'Wachtwoord',
  'bericht/sentAnyway': 'Toch verstuurd, omdat',
  'signaal/state': 'Stand',
  'signaal/note': 'Notitie',
  'certificate/fingerprint': 'Geïnstalleerd, vingerafdruk',
  'log/cutOff': 'Ontbrekende regels',
  'export/logboek': 'Logboek',
  'leerling/roepnaam': 'Roepnaam',
  'leerling/leerlingnummer': 'Leerlingnummer',
  'leerling/voorvoegsel': 'Voorvoegsel',
  'leerling/note': 'Notitie',
  'leerling/geheim': 'Geheim adres',
};

/** What the field of a line is called. */
export const fieldName = ({ kind, field }: ChangeLine): string =>
  ownNames[`${kind}/${field}`] ?? pveNames.get(field) ?? field;

const loginWays: Readonly<Record<string, string>> = {
  created: 'Administratie gemaakt',
  password: 'Wachtwoord',
  'recovery code': 'Herstelcode',
};

const shownText = (text: string): string => (isDate(text) ? formatDutchDate(text) : text);

/** A list of voorkomens as it is stored, in words; undefined when the text is no such list. */
function listInWords(text: string): string | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const items = JSON.parse(text) as Record<string, unknown>[];
    return items
      .map((item) =>
        Object.entries(item)
          .filter(([, value]) => typeof value === 'string')
          .map(([key, value]) => `${pveNames.get(key) ?? key}: ${shownText(String(value))}`)
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
