/** How the text of a gegeven looks. `partialDate`: EEJJMMDD on the wire, `yyyy-mm-dd` in documents, day or month may be 00. */
export type Format = 'alfanum' | 'num' | 'datum' | 'partialDate' | 'boolean';

/** Names of the waardelijsten of PvE 7.1 and 7.2 that a gegeven can belong to. */
export type WaardelijstName =
  | 'geslacht'
  | 'postcode'
  | 'land'
  | 'voorvoegsel'
  | 'huisnummerAanduiding'
  | 'vve'
  | 'adviesVo'
  | 'nnca'
  | 'vestiging'
  | 'vestigingSchoolVanInschrijving'
  | 'eindtoets'
  | 'onderwijssoortIndicatie'
  | 'brin'
  | 'gewichtenregeling'
  | 'gewicht'
  | 'soortOnderwijs'
  | 'schoolsoort'
  | 'soortVerblijf'
  | 'bekostigingscategorie'
  | 'uitstroomprofiel'
  | 'nationaliteit'
  | 'verplichteEindtoets'
  | 'niveauEindtoets'
  | 'redenOntheffing'
  | 'redenNietDeelname'
  | 'toetsonderdeel'
  | 'referentieniveauToetsonderdeel'
  | 'toetsdomein'
  | 'referentieniveauToetsdomein'
  | 'statusMelding';

/** The PvE file an XSD type lives in (PvE 5.1). */
export type SchemaFile =
  | 'BegrippenregisterAlgemeenPO'
  | 'BegrippenregisterPersoonPO'
  | 'BegrippenregisterInstellingEnOnderwijsPO'
  | 'BegrippenregisterOnderwijsverbandPO'
  | 'berichtenVerkeerIBGroepPO';

/** An edition of the PvE. */
export type Edition = '2014-12' | '2015-11';

/** One gegeven of PvE 4.1. */
export interface Gegevenselement {
  /** Element number in PvE 4.1, of 2014-12 where that edition has it, else of 2015-11; empty for a gegeven without one. */
  nr: string;
  /** Property in our documents. */
  key: string;
  /** Name as the PvE spells it; also the label on screen. */
  name: string;
  /** Element name in the XSD (PvE 7.3 where listed, otherwise the PvE name in camel case: assumed). */
  xsd: string;
  format: Format;
  /** Greatest number of characters, without separators. */
  length: number;
  required: boolean;
  /** The first edition that has the gegeven; left out: every edition that has its group. */
  since?: Edition;
  waardelijst?: WaardelijstName;
  /** One or two Dutch sentences for the person who fills it in. Our own words. */
  help?: string;
}

/** A gegevensgroep: gegevens and groups below it, in the order of the message. Messages are groups too. */
export interface Gegevensgroep {
  /** Property in our documents. */
  key: string;
  /** Name as the PvE spells it. */
  name: string;
  xsd: string;
  file: SchemaFile;
  min: 0 | 1 | 2;
  max: 1 | 'n';
  elements: readonly Gegevenselement[];
  groups: readonly Gegevensgroep[];
  /** The first edition that has the group; left out: every edition. */
  since?: Edition;
  /** Key of the gegeven by which the occurrences (voorkomens) of a periodic group are ordered. */
  period?: string;
}

/** A gegeven as forms and tables need it: one of PvE 4.1, or one that only the school keeps. */
export type FieldElement = Pick<
  Gegevenselement,
  'key' | 'name' | 'format' | 'length' | 'required' | 'waardelijst' | 'help'
>;

/** A group of such gegevens with the groups below it; every gegevensgroep is one. */
export interface FieldGroup extends Pick<Gegevensgroep, 'key' | 'name' | 'max' | 'period'> {
  /** How many of these a voorkomen of the group above has at least. */
  min?: 0 | 1 | 2;
  elements: readonly FieldElement[];
  groups: readonly FieldGroup[];
}

/** One occurrence (voorkomen) of a gegevensgroep: texts by element key, lists of occurrences by group key. Absent = not filled. */
export interface Voorkomen {
  [key: string]: string | Voorkomen[] | undefined;
}

/** The typed form of a voorkomen of group `G`. */
export type VoorkomenOf<G extends FieldGroup> = {
  [E in G['elements'][number] as E['key']]?: string;
} & {
  [S in G['groups'][number] as S['key']]?: VoorkomenOf<S>[];
};
