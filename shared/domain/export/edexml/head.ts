import { xmlText } from '../xmlText.ts';
import { LONGEST_NAME } from './fields.ts';

/** A groep with the leerjaren of its pupils. */
export interface EdexmlGroep {
  key: string;
  naam: string;
  /** One leerjaar; C: a combinatiegroep, of which each pupil has a jaargroep of his own. */
  jaargroep: string;
}

/** What stands in an EDEXML file before the pupils. */
export interface EdexmlHead {
  /** `yyyy-yyyy`. */
  schooljaar: string;
  /** `yyyy-mm-dd`. */
  peildatum: string;
  brincode: string;
  /** The vestiging that the file is about, when there is only one. */
  dependancecode?: string;
  /** Local time, `yyyy-mm-ddThh:mm:ss`. */
  aanmaakdatum: string;
  commentaar?: string;
  vestigingen: readonly { volgnummer: string; naam: string }[];
  groepen: readonly EdexmlGroep[];
  samengesteldeGroepen: ReadonlyMap<string, string>;
}

const element = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${xmlText(text)}</${name}>\n`;

const list = (name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<${name}>\n${items.join('')}</${name}>\n`;

const keyed = (name: string, key: string, content: string): string =>
  `<${name} key="${xmlText(key)}">${content}</${name}>\n`;

/** A name as long as EDEXML allows. */
const named = (naam: string): string => `<naam>${xmlText(naam.slice(0, LONGEST_NAME))}</naam>`;

/** The beginning of the file, up to the first leerling. */
export function headXml(head: EdexmlHead): string {
  const groepen = [
    ...head.groepen.map(({ key, naam, jaargroep }) =>
      keyed('groep', key, `${named(naam)}<jaargroep>${xmlText(jaargroep)}</jaargroep>`),
    ),
    ...[...head.samengesteldeGroepen].map(([key, naam]) => keyed('samengestelde_groep', key, named(naam))),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<EDEX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="EDEXML.structuur.xsd">\n',
    '<school>\n',
    element('schooljaar', head.schooljaar),
    element('peildatum', head.peildatum),
    element('brincode', head.brincode),
    element('dependancecode', head.dependancecode),
    element('aanmaakdatum', head.aanmaakdatum),
    element('auteur', 'Bronwijs'),
    element('xsdversie', '2.1'),
    element('commentaar', head.commentaar),
    '</school>\n',
    list(
      'vestigingen',
      head.vestigingen.map(({ volgnummer, naam }) => keyed('vestiging', volgnummer, named(naam))),
    ),
    list('groepen', groepen),
    '<leerlingen>\n',
  ].join('');
}

/** The end of the file, after the last leerling. */
export const tailXml = '</leerlingen>\n</EDEX>\n';
