import type { BrpPerson } from './brp.ts';

const filled = <T extends object>(object: T): T =>
  Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  ) as T;

/** `19570900` becomes `1957-09-00`; empty and all zeroes become empty. */
const date = (digits: string) =>
  /^\d{8}$/.test(digits) && digits !== '00000000'
    ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
    : '';

type Row = Record<string, string>;

/** One line of the CSV of test persons of the RvIG. The table has no quoted fields. */
export function parseRvigCsv(csv: string): Row[] {
  const [head = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    if (values.length !== names.length)
      throw new Error(`a line has ${values.length} fields instead of ${names.length}`);
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
  });
}

/**
 * A test person as a person of the mock's BRP. Undefined without birth date or with a BSN outside 9999xxxxx: other numbers
 * that pass the 11-proef do not go into this repository. The table has no start of nationality: the birth date (assumed).
 */
export function convertPerson(row: Row): BrpPerson | undefined {
  const value = (name: string) => row[name] ?? '';
  const geboortedatum = date(value('geboortedatum'));
  if (!value('bsn').startsWith('9999') || geboortedatum === '') return undefined;
  const adres = filled({
    straatnaam: value('straat').slice(0, 24),
    huisnummer: value('huisnummer'),
    huisnummerToevoeging: `${value('huisletter')}${value('toevoeging')}`.slice(0, 5),
    plaatsnaam: value('woonplaats').slice(0, 24),
    postcode: value('postcode'),
  });
  const migratie = filled({
    datumVestigingInNederland: date(value('datumVestigingInNederland')),
    datumVertrekUitNederland: date(value('datumVertrek')),
    landWaarnaarVertrokken: value('landVertrek'),
  });
  const nationaliteit = value('nationaliteit');
  return filled({
    bsn: value('bsn'),
    voornamen: value('voornamen'),
    voorvoegsel: value('voorvoegsel'),
    geslachtsnaam: value('geslachtsnaam'),
    geboortedatum,
    geslacht: value('geslacht') as BrpPerson['geslacht'],
    geboorteland: /^\d{4}$/.test(value('geboorteland')) ? value('geboorteland') : '',
    datumOverlijden: date(value('datumOverlijden')),
    adressen: Object.keys(adres).length > 0 ? [adres] : [],
    migratie: Object.keys(migratie).length > 0 ? [migratie] : [],
    nationaliteiten: nationaliteit === '' ? [] : [{ nationaliteit, begindatum: geboortedatum }],
  });
}
