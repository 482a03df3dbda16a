import { isDate } from '../../dates.ts';

/** Whether a text fits an element of EDEXML 2.1 (EDEXML.types.vast.xsd and EDEXML.types.variabel.xsd). */
type Fits = (text: string) => boolean;

const upTo =
  (length: number): Fits =>
  (text) =>
    text.length >= 1 && [...text].length <= length;
const like =
  (pattern: RegExp): Fits =>
  (text) =>
    pattern.test(text);
const oneOf = (...values: string[]): Fits => {
  const known = new Set(values);
  return (text) => known.has(text);
};

const jaargroepen = '0 1 2 3 4 5 6 7 8 11 12 13 14 15 16 S V C N B D H'.split(' ');
const moment = like(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);

/** The simple elements of a leerling that can be written, in the order of the schema, each with what fits it. */
export const leerlingFields = {
  achternaam: upTo(200),
  voorvoegsel: upTo(10),
  voornamen: upTo(200),
  'voorletters-1': upTo(6),
  roepnaam: upTo(64),
  geboortedatum: isDate,
  geslacht: oneOf('0', '1', '2', '9'),
  start_ondw_jgr3: isDate,
  jaargroep: oneOf(...jaargroepen),
  groep: upTo(256),
  samengestelde_groepen: upTo(Infinity),
  vestiging: upTo(256),
  gebruikersnaam: upTo(64),
  emailadres: upTo(256),
  fotourl: upTo(256),
  etniciteit: oneOf('0', '1', '9'),
  land: like(/^[A-Z]{2}$/),
  land_vader: like(/^[A-Z]{2}$/),
  land_moeder: like(/^[A-Z]{2}$/),
  bsn: like(/^\d{9}$/),
  onderwijsnummer: like(/^\d{9}$/),
  'bsn_ondwnr-4': like(/^\d{4}$/),
  rijksregisternummer: like(/^\d{11}$/),
  gewicht_nieuw: oneOf('?', '0', '0,3', '1,2'),
  gewicht: oneOf('?', '0.00', '0.25', '0.40', '0.70', '0.90'),
  postcodenl: like(/^\d{4}[A-Z]{2}$/),
  postnummerbe: like(/^\d{4}$/),
  postcodeoverig: upTo(32),
  instroomdatum: isDate,
  uitstroomdatum: isDate,
  mutatiedatum: moment,
} as const satisfies Record<string, Fits>;

export type LeerlingField = keyof typeof leerlingFields;

/** Elements of which the schema allows only one: the first that there is. */
export const alternatives: readonly (readonly LeerlingField[])[] = [
  ['bsn', 'onderwijsnummer', 'bsn_ondwnr-4', 'rijksregisternummer'],
  ['postcodenl', 'postnummerbe', 'postcodeoverig'],
];

/** Longest key, and longest name of a groep or vestiging. */
export const LONGEST_KEY = 256;
export const LONGEST_NAME = 64;
