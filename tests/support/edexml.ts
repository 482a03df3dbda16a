import fc from 'fast-check';
import { isValidBsn, isValidOnderwijsnummer } from '../../shared/domain/pgn.ts';

/** A leerling of an EDEXML file: the text of its elements, in the order of the schema. */
export interface FileLeerling {
  key: string;
  eckid?: string;
  elements: Record<string, string>;
  groep?: string;
  vestiging?: string;
  /** Codes of its toevoegingen. */
  toevoegingen: string[];
}

export interface FileModel {
  version: '1.03' | '2.0' | '2.1';
  school: Record<string, string>;
  vestigingen: { key: string; naam: string }[];
  groepen: { key: string; naam: string; jaargroep: string }[];
  leerlingen: FileLeerling[];
}

/** The elements of a leerling in the order of EDEXML 2.1; other versions leave some out. */
const order = [
  'achternaam',
  'voorvoegsel',
  'voornamen',
  'voorletters-1',
  'roepnaam',
  'geboortedatum',
  'geslacht',
  'start_ondw_jgr3',
  'jaargroep',
  '(groep)',
  '(vestiging)',
  'emailadres',
  'etniciteit',
  'land',
  'land_vader',
  'land_moeder',
  'sofinummer',
  'bsn',
  'onderwijsnummer',
  'bsn_ondwnr-4',
  'gewicht_nieuw',
  'gewicht',
  'postcodenl',
  'postnummerbe',
  'instroomdatum',
  'uitstroomdatum',
  '(toevoegingen)',
  'mutatiedatum',
] as const;

const absentIn103 = new Set([
  'voornamen',
  'start_ondw_jgr3',
  'emailadres',
  'bsn',
  'bsn_ondwnr-4',
  'postnummerbe',
  '(vestiging)',
]);

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const element = (name: string, text: string | undefined) =>
  text === undefined ? '' : `<${name}>${escape(text)}</${name}>`;

function leerlingText(
  { key, eckid, elements, groep, vestiging, toevoegingen }: FileLeerling,
  version: FileModel['version'],
): string {
  const special: Record<string, string> = {
    '(groep)': groep === undefined ? '' : `<groep key="${escape(groep)}"/>`,
    '(vestiging)': vestiging === undefined ? '' : `<vestiging key="${escape(vestiging)}"/>`,
    '(toevoegingen)':
      toevoegingen.length === 0
        ? ''
        : `<toevoegingen>${toevoegingen.map((code) => `<blok xsi:type="OpmerkingGegevensType">${element('code', code)}<opmerking/></blok>`).join('')}</toevoegingen>`,
  };
  const parts = order
    .filter((name) => version !== '1.03' || !absentIn103.has(name))
    // In 1.03 a leerling has a groep or a jaargroep.
    .filter((name) => !(version === '1.03' && name === 'jaargroep' && groep !== undefined))
    .map((name) => special[name] ?? element(name, elements[name]));
  const known = version === '2.1' && eckid !== undefined ? ` eckid="${escape(eckid)}"` : '';
  return `<leerling key="${escape(key)}"${known}>${parts.join('')}</leerling>`;
}

/** The EDEXML file that a model describes. */
export function edexmlText({ version, school, vestigingen, groepen, leerlingen }: FileModel): string {
  const list = (name: string, items: readonly string[]) =>
    items.length === 0 ? '' : `\n<${name}>\n${items.join('\n')}\n</${name}>`;
  const schoolOrder = ['schooljaar', 'peildatum', 'brincode', 'dependancecode', 'aanmaakdatum', 'auteur', 'xsdversie'];
  const described = { ...school, xsdversie: version };
  const named = (name: string, { key, naam }: { key: string; naam: string }, rest = '') =>
    `<${name} key="${escape(key)}">${element('naam', naam)}${rest}</${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<EDEX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="EDEXML.structuur.xsd">',
    `<school>${schoolOrder.map((name) => element(name, (described as Record<string, string>)[name])).join('')}</school>`,
    list('vestigingen', version === '1.03' ? [] : vestigingen.map((item) => named('vestiging', item))),
    list(
      'groepen',
      groepen.map((item) => named('groep', item, element('jaargroep', item.jaargroep))),
    ),
    list(
      'leerlingen',
      leerlingen.map((leerling) => leerlingText(leerling, version)),
    ),
    '\n</EDEX>\n',
  ].join('\n');
}

const numbers = (count: number, valid: (text: string) => boolean, start: number): string[] => {
  const found: string[] = [];
  for (let number = start; found.length < count; number += 1) {
    const text = String(number).padStart(9, '0');
    if (valid(text)) found.push(text);
  }
  return found;
};
const bsns = numbers(200, isValidBsn, 999_950_000);
const educationNumbers = numbers(50, isValidOnderwijsnummer, 108_000_000);

const surname = fc.constantFrom(
  'Jager',
  'Proefpersoon',
  'Noord',
  "d'Ancona",
  'Jong-A-Fat',
  'Ünal',
  'Yıldırım',
  'Smit & Zonen',
);
const firstName = fc.constantFrom('Hera', 'Zeus', 'Rémi', 'Odin', 'Łukasz', 'Anne Marie', 'Jip');
const day = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) => [year, month, date].map((part) => String(part).padStart(2, '0')).join('-'));

/** What a school's file may say of a pupil; also what says nothing: `?`, 0 and 9. */
const facts = {
  achternaam: surname,
  voorvoegsel: fc.constantFrom('de', 'van der', 'v.d.', 'v.', "van 't", 'von und zu'),
  voornamen: firstName,
  'voorletters-1': fc.constantFrom('H', 'AB', 'JPM'),
  roepnaam: firstName,
  geboortedatum: day(1999, 2011),
  geslacht: fc.constantFrom('0', '1', '2', '9'),
  start_ondw_jgr3: day(2006, 2012),
  jaargroep: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', 'S', 'H', '11'),
  emailadres: fc.constantFrom('jip@school.example'),
  etniciteit: fc.constantFrom('0', '1', '9'),
  land: fc.constantFrom('NL', 'MA', 'TR', 'BE', 'YO'),
  land_vader: fc.constantFrom('NL', 'MA', 'SR'),
  land_moeder: fc.constantFrom('NL', 'PL'),
  gewicht_nieuw: fc.constantFrom('?', '0', '0,3', '1,2'),
  gewicht: fc.constantFrom('?', '0.00', '0.25', '0.90'),
  postcodenl: fc.constantFrom('2548AE', '1234AB', '9999ZZ'),
  instroomdatum: day(2004, 2014),
  mutatiedatum: fc.constant('2014-10-14T08:47:35'),
};

/** The facts of a pupil; the schema wants an achternaam or else a roepnaam only. */
const leerlingElements = fc.record(facts, { requiredKeys: [] }).map((found) => {
  const { achternaam, voorvoegsel, voornamen, 'voorletters-1': voorletters, roepnaam, ...rest } = found;
  const given = { voorvoegsel, voornamen, 'voorletters-1': voorletters, roepnaam };
  const names = achternaam === undefined ? { roepnaam: roepnaam ?? 'Jip' } : { achternaam, ...given };
  return Object.fromEntries(
    Object.entries({ ...names, ...rest }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
});

const number = fc.constantFrom('bsn', 'sofinummer', 'onderwijsnummer', 'bsn_ondwnr-4', 'postnummerbe', 'none');

/** Files of EDEXML 1.03, 2.0 and 2.1 that are valid against their schema. No pupil is in a file twice. */
export const anyEdexml = (limits: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<FileModel> =>
  fc
    .record({
      version: fc.constantFrom('1.03' as const, '2.0' as const, '2.1' as const),
      year: fc.integer({ min: 2008, max: 2015 }),
      brincode: fc.constantFrom('99ZZ', undefined),
      vestigingen: fc.subarray([
        { key: '00', naam: 'Hoofdvestiging' },
        { key: 'VB', naam: 'Nevenvestiging' },
        { key: '7', naam: 'Zevende' },
      ]),
      groepen: fc.subarray([
        { key: 'g1', naam: 'Kabouters', jaargroep: '1' },
        { key: 'g4', naam: '4a', jaargroep: '4' },
        { key: 'gc', naam: 'Een combinatiegroep met een lange naam', jaargroep: 'C' },
      ]),
      leerlingen: fc.array(
        fc.record({
          elements: leerlingElements,
          number,
          left: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
          groep: fc.integer({ min: 0, max: 5 }),
          vestiging: fc.integer({ min: 0, max: 5 }),
          eckid: fc.boolean(),
          toevoegingen: fc.subarray(['Opmerking X', 'Opmerking Y']),
        }),
        { minLength: 1, maxLength: 8, ...limits },
      ),
    })
    .map(({ version, year, brincode, vestigingen, groepen, leerlingen }): FileModel => ({
      version,
      school: {
        schooljaar: `${year}-${year + 1}`,
        ...(version === '1.03' ? {} : { peildatum: `${year}-10-01` }),
        ...(brincode === undefined ? {} : { brincode, dependancecode: '00' }),
        aanmaakdatum: `${year}-10-02T12:00:00`,
        auteur: 'Een ander programma',
      },
      vestigingen,
      // In 1.03 there is no jaargroep for a group of several.
      groepen: groepen.map((groep) =>
        version === '1.03' && groep.jaargroep === 'C' ? { ...groep, jaargroep: 'H' } : groep,
      ),
      leerlingen: leerlingen.map((leerling, index) => {
        const { instroomdatum } = leerling.elements;
        const values: Record<string, string> = {
          bsn: bsns[index] ?? '',
          sofinummer: bsns[index] ?? '',
          onderwijsnummer: educationNumbers[index] ?? '',
          'bsn_ondwnr-4': '2731',
        };
        const numbered = values[leerling.number];
        const left =
          leerling.left !== undefined && instroomdatum !== undefined
            ? dayAfter(instroomdatum, leerling.left)
            : undefined;
        const [groep, vestiging] = [groepen[leerling.groep]?.key, vestigingen[leerling.vestiging]?.key];
        return {
          key: `${1000 + index}`,
          elements: {
            ...leerling.elements,
            ...(numbered === undefined ? {} : { [leerling.number]: numbered }),
            ...(left === undefined ? {} : { uitstroomdatum: left }),
          },
          toevoegingen: leerling.toevoegingen,
          ...(leerling.eckid ? { eckid: `https://id.school/${index}` } : {}),
          ...(groep === undefined ? {} : { groep }),
          ...(vestiging === undefined ? {} : { vestiging }),
        };
      }),
    }));

const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
