/** How the text of a column is read. */
export type ValueKind =
  | 'text'
  | 'voorvoegsel'
  | 'date'
  | 'partialDate'
  | 'burgerservicenummer'
  | 'onderwijsnummer'
  | 'pgn'
  | 'geslacht'
  | 'boolean'
  | 'postcode';

/** What a column of a CSV file can be. */
export interface CsvTarget {
  /** Where it goes: `persoon.` or `school.` and the name there; `note` is kept as a note with the pupil. */
  key: string;
  /** Dutch name on the screen. */
  label: string;
  kind: ValueKind;
  /** Headers that mean it besides the label, as small letters and digits only. */
  headers: readonly string[];
}

const target = (key: string, label: string, kind: ValueKind, headers = ''): CsvTarget => ({
  key,
  label,
  kind,
  headers: headers.split(' ').filter(Boolean),
});

/** The note is the one target that several columns may have. */
export const NOTE = 'note';

/** Everything that a column can be, in the order in which it is offered. */
export const csvTargets: readonly CsvTarget[] = [
  target('persoon.leerlingnummer', 'Leerlingnummer', 'text', 'leerlingnr leerlingid stamnummer nummer id key llnr'),
  target('persoon.roepnaam', 'Roepnaam', 'text', 'voornaam'),
  target('persoon.voorvoegsel', 'Voorvoegsel', 'voorvoegsel', 'tussenvoegsel voorvoegsels tussenvoegsels tv vv'),
  target('persoon.achternaam', 'Achternaam', 'text', 'geslachtsnaam familienaam naam'),
  target('persoon.voornamen', 'Alle voornamen', 'text', 'voornamen doopnamen officielevoornamen'),
  target('persoon.geboortedatum', 'Geboortedatum', 'partialDate', 'gebdatum geboren gebdat'),
  target('persoon.geslacht', 'Geslacht', 'geslacht', 'sexe mv jm'),
  target('persoon.burgerservicenummer', 'Burgerservicenummer', 'burgerservicenummer', 'bsn sofinummer sofi bsnnummer'),
  target('persoon.onderwijsnummer', 'Onderwijsnummer', 'onderwijsnummer', 'onderwijsnr ondwnr'),
  target('persoon.pgn', 'BSN of onderwijsnummer', 'pgn', 'pgn persoonsgebondennummer bsnofonderwijsnummer'),
  target('persoon.postcode', 'Postcode', 'postcode', 'postcodevolgensinstelling pc'),
  target('persoon.straatnaam', 'Straatnaam', 'text', 'straat adres'),
  target('persoon.huisnummer', 'Huisnummer', 'text', 'huisnr nr'),
  target('persoon.huisnummerToevoeging', 'Huisnummer toevoeging', 'text', 'toevoeging huisnrtoevoeging'),
  target('persoon.plaatsnaam', 'Plaatsnaam', 'text', 'plaats woonplaats'),
  target('persoon.land', 'Land van het woonadres (code)', 'text', 'landvolgensinstelling'),
  target('persoon.geboorteland', 'Geboorteland (code)', 'text', 'geboorteland'),
  target('persoon.nationaliteit1', 'Nationaliteit 1 (code)', 'text', 'nationaliteit nationaliteit1'),
  target('persoon.nationaliteit2', 'Nationaliteit 2 (code)', 'text', 'nationaliteit2'),
  target('persoon.geheim', 'Geheim adres', 'boolean', 'geheim'),
  target('school.instroomdatum', 'Datum inschrijving', 'date', 'instroomdatum inschrijfdatum datumin ingeschrevenop'),
  target(
    'school.uitstroomdatum',
    'Datum uitschrijving',
    'date',
    'uitstroomdatum uitschrijfdatum datumuit uitgeschrevenop',
  ),
  target('school.jaargroep', 'Leerjaar', 'text', 'jaargroep'),
  target('school.groep', 'Groep', 'text', 'klas groepsnaam stamgroep'),
  target('school.vestiging', 'Vestiging', 'text', 'vestigingsvolgnummer locatie'),
  target('school.gewicht', 'Gewicht', 'text', 'leerlinggewicht'),
  target(NOTE, 'Notitie', 'text', 'opmerking opmerkingen notities bijzonderheden'),
];

const byKey = new Map(csvTargets.map((item) => [item.key, item]));

/** @returns undefined for a key that is none */
export const csvTarget = (key: string): CsvTarget | undefined => byKey.get(key);

/** For each column of a file the key of its target; null: the column is left out. */
export type CsvMapping = readonly (string | null)[];

const plain = (header: string) =>
  header
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

/** What each column would be by its header; each target is proposed once. */
export function proposeMapping(headers: readonly string[]): CsvMapping {
  const free = new Set(csvTargets.map(({ key }) => key));
  return headers.map((header) => {
    const name = plain(header);
    const found = csvTargets.find(
      ({ key, label, headers: known }) => free.has(key) && (plain(label) === name || known.includes(name)),
    );
    if (!found) return null;
    if (found.key !== NOTE) free.delete(found.key);
    return found.key;
  });
}

/** The first target that two columns have; undefined when there is none such. */
export function doubleTarget(mapping: CsvMapping): CsvTarget | undefined {
  const seen = new Set<string>();
  for (const key of mapping) {
    if (key === null || key === NOTE) continue;
    if (seen.has(key)) return csvTarget(key);
    seen.add(key);
  }
  return undefined;
}
