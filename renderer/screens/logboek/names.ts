import type { ChangeLine } from '../../../shared/api/changes.ts';
import { contact, email, formerAdres, ownPersoon, phone } from '../../../shared/domain/ownGegevens.ts';
import { inschrijvingGroups } from '../../../shared/pve/berichten/kinds.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../../shared/pve/gegevensset/person.ts';
import type { FieldGroup } from '../../../shared/pve/gegevensset/types.ts';

/** A group with the groups below it, however deep. */
export const withBelow = (group: FieldGroup): FieldGroup[] => [group, ...group.groups.flatMap(withBelow)];

/** The groups of gegevens that a school has of a pupil. Of a key that stands in several the last name counts: of a gegeven that both kinds of inschrijving have, that of WPO. */
export const pupilGroups: readonly FieldGroup[] = [
  persoonMetPgn,
  persoonZonderPgn,
  ...[...inschrijvingGroups].reverse().flatMap(withBelow),
  ownPersoon,
  contact,
  phone,
  email,
  formerAdres,
];

/** Names of gegevens and gegevensgroepen: of the PvE, and of what a school keeps of a pupil besides. */
export const gegevenNames: ReadonlyMap<string, string> = new Map(
  pupilGroups.flatMap((group) => [
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
  'bericht/offeredAgain': 'Opnieuw aangeboden, omdat',
  'inschrijving/leftStanding': 'Verschil met BRON blijft staan, omdat',
  'registratieoverzicht/leftStanding': 'Alleen in BRON, en dat blijft zo, omdat',
  'reactie/given': 'Gegeven',
  'vergelijkingsoverzicht_row/conscious': 'Bewust zo, omdat',
  'signaal/state': 'Stand',
  'signaal/note': 'Notitie',
  'certificate/fingerprint': 'Geïnstalleerd, vingerafdruk',
  'certificate/removed': 'Verwijderd, vingerafdruk',
  'certificate/downloaded': 'Gedownload met gebruikersnaam',
  'certificate/downloadDiscarded': 'Gedownload bestand weggegooid, van',
  'certificate/keyDestroyed': 'Sleutel vernietigd na vervanging, vingerafdruk',
  'log/cutOff': 'Ontbrekende regels',
  'export/logboek': 'Logboek',
  'export/reservekopie': 'Reservekopie',
  'export/certificaat': 'Reservekopie van het certificaat, vingerafdruk',
  'export/certificaatbestand': 'Gedownload certificaatbestand, van',
  'export/edexml': 'EDEXML',
  'export/alles': 'Alles',
  'import/alles': 'Alles',
  'leerling/note': 'Notitie',
  'leerling/verzorgers': 'Volgorde van de verzorgers',
  'leerling/import': 'Import',
  'leerling/deletedAt': 'In de prullenbak sinds',
  'leerling/keptUntil': 'Langer bewaard tot en met',
  'leerling/destroyed': 'Vernietigd',
  'inschrijving/kind': 'Soort inschrijving',
  'leerling/proposalApplied': 'Voorstel van BRON overgenomen',
  'leerling/proposalDeclined': 'Voorstel van BRON niet overgenomen, omdat',
  'inschrijving/removalAsked': 'Bij BRON te verwijderen, omdat',
  'inschrijving/startCorrectionAsked': 'Bij BRON te corrigeren naar datum inschrijving',
  'inschrijving/startCorrectionWithdrawn': 'Corrigeren van de datum inschrijving ingetrokken',
  'inschrijving/removalWithdrawn': 'Verwijderen bij BRON ingetrokken',
  'inschrijving/deletedAt': 'In de prullenbak sinds',
  'inschrijving/destroyed': 'Vernietigd',
  'leerling_note/date': 'Datum',
  'leerling_note/text': 'Tekst',
  'groep/naam': 'Naam',
  'groep/leerjaren': 'Leerjaren',
  'groep/leerkrachten': 'Leerkrachten',
  'school_year/firstDay': 'Eerste schooldag',
  'school_year/lastDay': 'Laatste schooldag',
  'school_year/holidays': 'Vakanties en feestdagen',
  'setting/idleMinutes': 'Vergrendelen na minuten stilte',
  'setting/vakantieregio': 'Vakantieregio',
  'setting/exchange.endpoint': 'Adres van BRON',
  'setting/exchange.ports.http': 'Adres om poort 80 te testen',
  'setting/exchange.ports.https': 'Adres om poort 443 te testen',
  'setting/ports.last': 'Poorten getest',
  'setting/exchange.site': 'Adres van de site van BRON',
  'setting/exchange.schedule': 'Automatisch uitwisselen, om de zoveel minuten',
  'setting/exchange.hold': 'Versturen staat stil na terugzetten',
  'destruction/placeDestroyed': 'Plaats met reservekopieën afgemeld als vernietigd',
  'destruction/placeLost': 'Plaats met reservekopieën afgemeld als onbereikbaar',
  'setting/backup.secondPlace': 'Tweede plaats voor reservekopieën',
};

/** Names of what is kept of verzorgers, and of the school in the settings: the last word of a path (`school.contactpersoon.naam`). */
const words: Readonly<Record<string, string>> = {
  roepnaam: 'Roepnaam',
  leerlingnummer: 'Leerlingnummer',
  voorletters: 'Voorletters',
  voorvoegsel: 'Voorvoegsel',
  opleiding: 'Opleiding',
  datumOuderverklaring: 'Datum ouderverklaring',
  telefoon: 'Telefoon',
  telefoonMobile: 'Telefoon mobiel',
  telefoonWork: 'Telefoon werk',
  email: 'E-mail',
  note: 'Notitie',
  relatie: 'Relatie',
  gezagsdrager: 'Heeft gezag',
  livesWithLeerling: 'Woont bij de leerling',
  noodcontact: 'Bellen bij nood',
  position: 'Volgorde',
  leerlingId: 'Leerling',
  verzorgerId: 'Verzorger',
  naam: 'Naam',
  brinnummer: 'BRIN',
  aanleverpunt: 'Aanleverpunt',
};

/** What the field of a line is called. */
export function fieldName({ kind, field }: Pick<ChangeLine, 'kind' | 'field'>): string {
  const own = ownNames[`${kind}/${field}`] ?? gegevenNames.get(field) ?? words[field];
  if (own !== undefined) return own;
  const assumed = /^(.+) \(aangenomen\)$/.exec(field)?.[1];
  if (assumed !== undefined) return `${gegevenNames.get(assumed) ?? assumed} (aangenomen)`;
  if (field.startsWith('sibling ')) return 'Broer of zus';
  const path = field.split('.');
  return path.map((part) => words[part] ?? part).join(', ');
}
