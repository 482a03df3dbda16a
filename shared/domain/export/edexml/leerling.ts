import type { Persoonsgegevens } from '../../../api/leerlingen.ts';
import { landCodeOf, landLettersOf } from '../../import/edexml/landen.ts';
import type { RawBlock } from '../../import/edexml/raw.ts';
import { xmlText } from '../xmlText.ts';
import { alternatives, leerlingFields, LONGEST_KEY, LONGEST_NAME, type LeerlingField } from './fields.ts';

/** What the administration has of a pupil that EDEXML can hold. */
export interface PupilSource {
  id: number;
  persoon: Persoonsgegevens;
  /** The inschrijving of today with the values of its periods. */
  current: {
    /** Kind of the inschrijving; the schoolsoort is of WEC. */
    kind?: string;
    schoolsoort?: string;
    datumInschrijving?: string;
    datumUitschrijving?: string;
    leerjaar?: string;
    groep?: string;
    vestigingsvolgnummer?: string;
    codeGewichtenregeling?: string;
    gewicht?: string;
  };
  /** What an import kept because there is no other place for it, by the name in the file. */
  facts: Readonly<Record<string, string>>;
  /**
   * Names of `current` that a general answer filled in and nobody has confirmed. Of these leerjaar, groep and gewicht stay out:
   * nobody said so.
   */
  assumed: ReadonlySet<string>;
  /** Last change of the persoonsgegevens since an import, as local time; absent when there was none. */
  changedAt?: string;
}

/** What the file may hold, and which vestigingen stand in it. */
export interface EdexmlScope {
  withNumbers: boolean;
  withSecretAddresses: boolean;
  /** By vestigingsvolgnummer. */
  vestigingen: ReadonlySet<string>;
}

interface Reference {
  key: string;
  naam: string;
}

/** A leerling as EDEXML has it: only what fits the schema. */
export interface EdexmlLeerling {
  key: string;
  eckid?: string;
  fields: Partial<Record<LeerlingField, string>>;
  samengesteldeGroepen: readonly Reference[];
  blocks: readonly RawBlock[];
}

const geslachten: Readonly<Record<string, string>> = { M: '1', V: '2', O: '0' };

/** Gewichten of PvE 7.1.8 as EDEXML writes them: with a point in the first regeling, one decimal in the second. */
const gewichten: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1': { '0': '0.00', '0,25': '0.25', '0,40': '0.40', '0,70': '0.70', '0,90': '0.90' },
  '2': { '0': '0', '0,30': '0,3', '1,20': '1,2' },
};

/** Jaargroepen of special education: under the WEC a leerjaar counts years and is no jaargroep (PvE 4.1.4, element 80). */
const wecJaargroepen: Readonly<Record<string, string>> = { '1': 'S', '2': 'V' };

/** Whether a pupil is in a class of this school: under the WEC one with schoolsoort 0 is at another (PvE 4.2.9.9: 343). */
const isInClass = ({ kind, schoolsoort }: PupilSource['current']) => kind !== 'WEC' || schoolsoort !== '0';

/** The key of a groep; a name is unique within its vestiging (PvE 4.1.3). */
export const groepKey = (vestigingsvolgnummer: string, groep: string): string => `${vestigingsvolgnummer}-${groep}`;

/** A key of our own, too long to be taken for a leerlingnummer when it is read again. */
export const ownKey = (id: number): string => `bronwijs-leerling-${id}`;

/** The key of a leerling: his leerlingnummer, else that of the file he came from, else one of our own. */
const keyOf = ({ id, persoon, facts }: PupilSource): string =>
  [persoon.leerlingnummer, facts['key']].find((key) => key !== undefined && key.length <= LONGEST_KEY) ?? ownKey(id);

const parsed = <T>(json: string | undefined): readonly T[] => (json === undefined ? [] : (JSON.parse(json) as T[]));

/** Letters of a country that EDEXML has. */
const lettersIn = (text: string | undefined) =>
  text !== undefined && landCodeOf(text) !== undefined ? text.toUpperCase() : undefined;

function numbers({ persoon, facts }: PupilSource): Partial<Record<LeerlingField, string | undefined>> {
  return {
    bsn: persoon.burgerservicenummer,
    onderwijsnummer: persoon.onderwijsnummer,
    'bsn_ondwnr-4': facts['bsn_ondwnr-4'],
    rijksregisternummer: facts['rijksregisternummer'],
  };
}

function address({ persoon, facts }: PupilSource): Partial<Record<LeerlingField, string | undefined>> {
  return {
    postcodenl: persoon.postcode,
    postnummerbe: facts['postnummerbe'],
    postcodeoverig: facts['postcodeoverig'],
  };
}

function weights({ current, facts, assumed }: PupilSource): Partial<Record<LeerlingField, string | undefined>> {
  const { codeGewichtenregeling: scheme = '', gewicht = '' } = current;
  const own = assumed.has('gewicht') ? undefined : gewichten[scheme]?.[gewicht];
  return {
    gewicht: scheme === '1' ? (own ?? facts['gewicht']) : facts['gewicht'],
    gewicht_nieuw: scheme === '2' ? (own ?? facts['gewicht_nieuw']) : facts['gewicht_nieuw'],
  };
}

function school(
  { current, facts, assumed }: PupilSource,
  { vestigingen }: EdexmlScope,
): Partial<Record<LeerlingField, string | undefined>> {
  const said = (name: keyof PupilSource['current']) => (assumed.has(name) ? undefined : current[name]);
  const [groep, volgnummer] = [isInClass(current) ? said('groep') : undefined, current.vestigingsvolgnummer];
  const jaargroep = current.kind === 'WEC' ? wecJaargroepen[current.schoolsoort ?? ''] : said('leerjaar');
  return {
    jaargroep: jaargroep ?? facts['jaargroep'],
    groep:
      groep !== undefined && volgnummer !== undefined && groep.length <= LONGEST_NAME
        ? groepKey(volgnummer, groep)
        : undefined,
    vestiging: volgnummer !== undefined && vestigingen.has(volgnummer) ? volgnummer : undefined,
    instroomdatum: current.datumInschrijving,
    uitstroomdatum: current.datumUitschrijving,
  };
}

function wanted(source: PupilSource, scope: EdexmlScope): Partial<Record<LeerlingField, string | undefined>> {
  const { persoon, facts, changedAt } = source;
  const hidden = persoon.geheim === 'true' && !scope.withSecretAddresses;
  return {
    achternaam: persoon.achternaam,
    voorvoegsel: persoon.voorvoegsel,
    voornamen: persoon.voornamen,
    'voorletters-1': facts['voorletters-1'],
    roepnaam: persoon.roepnaam,
    geboortedatum: persoon.geboortedatum,
    geslacht: geslachten[persoon.geslacht ?? ''],
    start_ondw_jgr3: facts['start_ondw_jgr3'],
    ...school(source, scope),
    gebruikersnaam: facts['gebruikersnaam'],
    emailadres: facts['emailadres'],
    fotourl: facts['fotourl'],
    etniciteit: facts['etniciteit'],
    land: persoon.geboorteland === undefined ? undefined : landLettersOf(persoon.geboorteland),
    land_vader: lettersIn(facts['land_vader']),
    land_moeder: lettersIn(facts['land_moeder']),
    ...(scope.withNumbers ? numbers(source) : {}),
    ...weights(source),
    ...(hidden ? {} : address(source)),
    mutatiedatum: changedAt ?? facts['mutatiedatum'],
  };
}

/** Without achternaam EDEXML has place for the roepnaam only. */
function onlyOneName(fields: EdexmlLeerling['fields']): EdexmlLeerling['fields'] {
  if (fields.achternaam !== undefined) return fields;
  const { voorvoegsel: _prefix, voornamen: _first, 'voorletters-1': _initials, ...rest } = fields;
  return rest;
}

function onlyFirst(fields: EdexmlLeerling['fields']): EdexmlLeerling['fields'] {
  const superfluous = alternatives.flatMap((group) => group.filter((field) => fields[field] !== undefined).slice(1));
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !superfluous.includes(field as LeerlingField)));
}

/** The leerling as EDEXML has it; undefined for one without achternaam and roepnaam, which EDEXML does not know. */
export function edexmlLeerling(source: PupilSource, scope: EdexmlScope): EdexmlLeerling | undefined {
  const texts = wanted(source, scope);
  const fitting = (Object.keys(leerlingFields) as LeerlingField[]).filter((field) => {
    const text = texts[field];
    return text !== undefined && leerlingFields[field](text);
  });
  const fields = onlyFirst(onlyOneName(Object.fromEntries(fitting.map((field) => [field, texts[field]]))));
  if (fields.achternaam === undefined && fields.roepnaam === undefined) return undefined;
  const eckid = source.facts['eckid'];
  return {
    key: keyOf(source),
    ...(eckid !== undefined && eckid.length <= LONGEST_KEY ? { eckid } : {}),
    fields,
    samengesteldeGroepen: parsed<Reference>(source.facts['samengestelde_groepen']).filter(
      ({ key, naam }) => key !== '' && key.length <= LONGEST_KEY && naam !== '',
    ),
    blocks: parsed<RawBlock>(source.facts['toevoegingen']),
  };
}

function fieldXml(field: LeerlingField, text: string): string {
  if (field === 'groep' || field === 'vestiging') return `<${field} key="${xmlText(text)}"/>`;
  return `<${field}>${xmlText(text)}</${field}>`;
}

const combinedXml = (groups: readonly Reference[]): string =>
  groups.length === 0
    ? ''
    : `<samengestelde_groepen>${groups.map(({ key }) => `<samengestelde_groep key="${xmlText(key)}"/>`).join('')}</samengestelde_groepen>`;

const blocksXml = (blocks: readonly RawBlock[]): string => {
  const written = blocks.filter(({ code }) => code.length >= 1 && code.length <= LONGEST_NAME);
  if (written.length === 0) return '';
  const xml = written.map(({ code, omschrijving, texts }) =>
    [
      '<blok xsi:type="OpmerkingGegevensType">',
      `<code>${xmlText(code)}</code>`,
      omschrijving === undefined ? '' : `<omschrijving>${xmlText(omschrijving)}</omschrijving>`,
      `<opmerking>${xmlText(texts.join('\n'))}</opmerking></blok>`,
    ].join(''),
  );
  return `<toevoegingen>${xml.join('')}</toevoegingen>`;
};

/** One leerling as a line of XML. */
export function leerlingXml({ key, eckid, fields, samengesteldeGroepen, blocks }: EdexmlLeerling): string {
  const parts = (Object.keys(leerlingFields) as LeerlingField[]).map((field) => {
    if (field === 'samengestelde_groepen') return combinedXml(samengesteldeGroepen);
    const text = fields[field];
    const before = field === 'mutatiedatum' ? blocksXml(blocks) : '';
    return before + (text === undefined ? '' : fieldXml(field, text));
  });
  const id = eckid === undefined ? '' : ` eckid="${xmlText(eckid)}"`;
  return `<leerling key="${xmlText(key)}"${id}>${parts.join('')}</leerling>\n`;
}
