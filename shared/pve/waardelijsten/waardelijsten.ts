import type { Edition, WaardelijstName } from '../gegevensset/types.ts';
import adviesVo from './adviesVo.json' with { type: 'json' };
import bekostigingscategorie from './bekostigingscategorie.json' with { type: 'json' };
import eindtoets from './eindtoets.json' with { type: 'json' };
import ernstSignaal from './ernstSignaal.json' with { type: 'json' };
import geslacht from './geslacht.json' with { type: 'json' };
import gewicht from './gewicht.json' with { type: 'json' };
import gewichtenregeling from './gewichtenregeling.json' with { type: 'json' };
import huisnummerAanduiding from './huisnummerAanduiding.json' with { type: 'json' };
import niveauEindtoets from './niveauEindtoets.json' with { type: 'json' };
import nnca from './nnca.json' with { type: 'json' };
import onderwijssoortIndicatie from './onderwijssoortIndicatie.json' with { type: 'json' };
import redenNietDeelname from './redenNietDeelname.json' with { type: 'json' };
import redenOntheffing from './redenOntheffing.json' with { type: 'json' };
import referentieniveauToetsdomein from './referentieniveauToetsdomein.json' with { type: 'json' };
import referentieniveauToetsonderdeel from './referentieniveauToetsonderdeel.json' with { type: 'json' };
import schoolsoort from './schoolsoort.json' with { type: 'json' };
import soortOnderwijs from './soortOnderwijs.json' with { type: 'json' };
import soortVerblijf from './soortVerblijf.json' with { type: 'json' };
import statusMelding from './statusMelding.json' with { type: 'json' };
import toetsdomein from './toetsdomein.json' with { type: 'json' };
import toetsonderdeel from './toetsonderdeel.json' with { type: 'json' };
import uitstroomprofiel from './uitstroomprofiel.json' with { type: 'json' };
import verplichteEindtoets from './verplichteEindtoets.json' with { type: 'json' };
import voorvoegsel from './voorvoegsel.json' with { type: 'json' };
import vve from './vve.json' with { type: 'json' };
import landen from '../../../resources/tables/landen.json' with { type: 'json' };
import nationaliteiten from '../../../resources/tables/nationaliteiten.json' with { type: 'json' };

/** The lists that are at hand here. Postcodes, vestigingen and BRINs are facts that a caller passes in. */
export type Waardelijst =
  Exclude<WaardelijstName, 'postcode' | 'vestiging' | 'vestigingSchoolVanInschrijving' | 'brin'> | 'ernstSignaal';

/** One value of a list. */
export interface Waarde {
  code: string;
  /** Dutch label. */
  label: string;
  /** First day of validity, `yyyy-mm-dd`; open when left out. */
  from?: string;
  /** End of validity; the list says whether this day itself is valid (reading R6, assumed). */
  to?: string;
  /** What the value belongs to: a gewicht to its regeling ("1", "2"), an NNCA label to "BAO" or "SBAO/WEC", a niveau to its eindtoets, a toetsdomein to its toetsonderdeel. */
  within?: string;
  /** Lowest and highest score of an eindtoets, or of an eindtoets on a niveau. */
  score?: [number, number];
  /** An advies VO with LWOO: the code of the same advies without. */
  withoutLwoo?: string;
  /** An advies VO that is on no level, above and below none. */
  levelless?: boolean;
  /** Where another edition of the PvE differs. */
  editions?: Partial<Record<Edition, { to?: string }>>;
}

interface List {
  title: string;
  source: string;
  /** Whether the end date is the last valid day (inclusive) or the first day that is not valid (exclusive). */
  end?: 'inclusive' | 'exclusive';
  /** The list is a small set; an unknown value may well exist. */
  incomplete?: boolean;
  waarden: readonly Waarde[];
}

interface Table {
  source: string;
  rows: readonly { code: string; name: string; from?: string; to?: string }[];
}

const fromTable = (title: string, { source, rows }: Table): List => ({
  title,
  source,
  end: 'exclusive',
  waarden: rows.map(({ name, ...rest }) => ({ ...rest, label: name })),
});

const lists: Record<Waardelijst, List> = {
  adviesVo: adviesVo as List,
  bekostigingscategorie,
  eindtoets: eindtoets as unknown as List,
  ernstSignaal,
  geslacht,
  gewicht,
  gewichtenregeling: gewichtenregeling as List,
  huisnummerAanduiding,
  land: fromTable('Land', landen),
  nationaliteit: fromTable('Nationaliteit', nationaliteiten),
  niveauEindtoets: niveauEindtoets as unknown as List,
  nnca,
  onderwijssoortIndicatie,
  redenNietDeelname,
  redenOntheffing,
  referentieniveauToetsdomein,
  referentieniveauToetsonderdeel,
  schoolsoort,
  soortOnderwijs: soortOnderwijs as List,
  soortVerblijf: soortVerblijf as List,
  statusMelding,
  toetsdomein: toetsdomein as List,
  toetsonderdeel: toetsonderdeel as List,
  uitstroomprofiel,
  verplichteEindtoets: verplichteEindtoets as List,
  voorvoegsel,
  vve: vve as List,
};

/** Narrows a look-up: to the values that belong to a regeling, kind of school, eindtoets or toetsonderdeel, to an edition of the PvE (2014-12 unless given). */
export interface LookUp {
  within?: string | undefined;
  edition?: Edition;
}

const belongs = (waarde: Waarde, within: string | undefined) =>
  within === undefined || waarde.within === undefined || waarde.within === within;

function holdsOn(list: Waardelijst, waarde: Waarde, date: string, edition: Edition = '2014-12'): boolean {
  const to = waarde.editions?.[edition]?.to ?? waarde.to;
  if (waarde.from !== undefined && date < waarde.from) return false;
  if (to === undefined) return true;
  return lists[list].end === 'inclusive' ? date <= to : date < to;
}

/** Names of the lists at hand. */
export const waardelijsten = Object.keys(lists) as Waardelijst[];

/** Title, source and completeness of a list. */
export function describeWaardelijst(list: Waardelijst): { title: string; source: string; incomplete: boolean } {
  const { title, source, incomplete = false } = lists[list];
  return { title, source, incomplete };
}

/** The value with this code, whatever the date; undefined when the list does not have it. */
export const findWaarde = (list: Waardelijst, code: string, { within }: LookUp = {}): Waarde | undefined =>
  lists[list].waarden.find((waarde) => waarde.code === code && belongs(waarde, within));

/** Whether the code stands in the list and is valid on `date` (`yyyy-mm-dd`). */
export const isValidOn = (list: Waardelijst, code: string, date: string, { within, edition }: LookUp = {}): boolean =>
  lists[list].waarden.some(
    (waarde) => waarde.code === code && belongs(waarde, within) && holdsOn(list, waarde, date, edition),
  );

/** The values of a list, those valid on a date when one is given, in the order of the PvE. */
export const waarden = (list: Waardelijst, onDate?: string, { within, edition }: LookUp = {}): readonly Waarde[] =>
  lists[list].waarden.filter(
    (waarde) => belongs(waarde, within) && (onDate === undefined || holdsOn(list, waarde, onDate, edition)),
  );
