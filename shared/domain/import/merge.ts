import type { InschrijvingGegevens } from '../../api/inschrijving.ts';
import type { Persoonsgegevens } from '../../api/leerlingen.ts';
import { inPeriodOrder } from '../../pve/berichten/content.ts';
import { voorkomensIn } from '../../pve/berichten/place.ts';
import { inschrijvingKinds } from '../../pve/berichten/kinds.ts';
import { leerjaarGroepWpo } from '../../pve/gegevensset/inschrijvingWpo.ts';
import { findWaarde } from '../../pve/waardelijsten/waardelijsten.ts';
import { adresKind, adresOf, hasAdres, type Adres } from '../adres.ts';
import { adresKeys } from '../ownGegevens.ts';
import { isValidBsn, isValidOnderwijsnummer } from '../pgn.ts';
import { isLeerjaar, type AssumedInschrijving, type Assumption } from './assumptions.ts';
import type { Candidate } from './candidate.ts';

/** A field that the file has otherwise than it is here. */
export interface Difference {
  gegevensgroep: string;
  element: string;
  /** Absent: it is empty here. */
  here?: string;
  file: string;
}

/** What the groups of a pupil's own gegevens are called in differences. */
export const PERSOON = 'persoon';
export const FACTS = 'bestand';

/** Facts that change with every file and mean nothing by themselves. */
const restless = new Set(['mutatiedatum']);

function differences(gegevensgroep: string, here: object, file: object): Difference[] {
  return Object.entries(file).flatMap(([element, value]): Difference[] => {
    const own: unknown = (here as Record<string, unknown>)[element];
    if (typeof value !== 'string' || value === '' || value === own) return [];
    return [{ gegevensgroep, element, file: value, ...(typeof own === 'string' && own !== '' ? { here: own } : {}) }];
  });
}

/** Whether a difference takes the place of something that was filled. */
export const replaces = ({ here }: Difference): boolean => here !== undefined;

/** What of the file does not take the place of something that is filled here. */
interface Refused {
  keys: readonly (keyof Persoonsgegevens)[];
  /** Absent: nobody has to know. */
  sentence?: string;
}

/** Values that are certainly wrong, by their gegeven. */
const wrong = [
  { key: 'burgerservicenummer', isRight: isValidBsn, what: 'Het burgerservicenummer' },
  { key: 'onderwijsnummer', isRight: isValidOnderwijsnummer, what: 'Het onderwijsnummer' },
  {
    key: 'voorvoegsel',
    isRight: (text: string) => findWaarde('voorvoegsel', text) !== undefined,
    what: 'Het voorvoegsel',
  },
] as const;

const refusedWrong = (here: Persoonsgegevens, file: Persoonsgegevens): Refused[] =>
  wrong.flatMap(({ key, isRight, what }): Refused[] => {
    const [own, other] = [here[key], file[key]];
    if (!own || !other || own === other || isRight(other)) return [];
    return [{ keys: [key], sentence: `${what} van het bestand klopt niet. Wat hier staat, blijft staan.` }];
  });

/** Whether an address says more than a postcode and a land. */
const isWhole = (adres: Adres) => adresKeys.some((key) => key !== 'postcode' && key !== 'land' && adres[key]);

/** An address is one value: a postcode or land of another one does not come into it. */
function refusedAdres(here: Persoonsgegevens, file: Persoonsgegevens): Refused[] {
  const [own, other] = [adresOf(here), adresOf(file)];
  if (!hasAdres(other) || !isWhole(own) || isWhole(other)) return [];
  const agrees = adresKeys.every((key) => !own[key] || !other[key] || own[key] === other[key]);
  if (agrees && adresKind(own) === adresKind(other)) return [];
  const sentence =
    'Het bestand heeft van het adres alleen een andere postcode of een ander land. Het adres dat hier staat, blijft staan: controleer het.';
  return [{ keys: adresKeys, sentence }];
}

/**
 * The persoonsgegevens with those of the file, which never empty a field, and what that changes. What is certainly wrong in the
 * file only fills what is empty here. `sentences`, in Dutch: what was kept although the file has something else.
 */
export function mergePersoon(
  here: Persoonsgegevens,
  file: Persoonsgegevens,
): { persoon: Persoonsgegevens; differences: Difference[]; sentences: string[] } {
  const refused: Refused[] = [...refusedWrong(here, file), ...refusedAdres(here, file)];
  // The number that this school gave stays.
  if (here.leerlingnummer) refused.push({ keys: ['leerlingnummer'] });
  const kept = new Set<string>(refused.flatMap(({ keys }) => keys));
  const wanted: Persoonsgegevens = Object.fromEntries(Object.entries(file).filter(([key]) => !kept.has(key)));
  return {
    persoon: { ...here, ...wanted },
    differences: differences(PERSOON, here, wanted),
    sentences: refused.flatMap(({ sentence }) => sentence ?? []),
  };
}

/** The same for the facts that are only kept. */
export function mergeFacts(
  here: Record<string, string>,
  file: Record<string, string>,
): { facts: Record<string, string>; differences: Difference[] } {
  return {
    facts: { ...here, ...file },
    differences: differences(FACTS, here, file).filter(({ element }) => !restless.has(element)),
  };
}

/** A stored inschrijving as far as merging needs it. */
export interface StoredInschrijving {
  id: number;
  gegevens: InschrijvingGegevens;
}

/** What becomes of the inschrijvingen of a pupil who is here already. */
export interface MergedInschrijving {
  /** The inschrijving that changes; absent: a new one, because there was none, or the pupil has come back. */
  id?: number;
  gegevens: InschrijvingGegevens;
  assumed: Assumption[];
  notes: string[];
  differences: Difference[];
}

/** The inschrijving that the file speaks of: the one with its date, else the newest, unless that had ended when this one began. */
function targetOf(
  stored: readonly StoredInschrijving[],
  { school }: Candidate,
  date: string | undefined,
): StoredInschrijving | undefined {
  const same = stored.find(({ gegevens }) => gegevens.datumInschrijving === date);
  if (same) return same;
  const newest = [...stored].sort((a, b) =>
    (b.gegevens.datumInschrijving ?? '').localeCompare(a.gegevens.datumInschrijving ?? ''),
  )[0];
  const ended = newest?.gegevens.datumUitschrijving;
  const back = ended !== undefined && school.instroomdatum !== undefined && school.instroomdatum > ended;
  return back ? undefined : newest;
}

/** What the file says of the class, when that differs from the class of now: a period from the school year of the file on. */
function nextClass(
  { school }: Candidate,
  here: InschrijvingGegevens,
  firstDay: string,
): { begindatum: string; leerjaar: string; groep: string } | undefined {
  const last = inPeriodOrder(leerjaarGroepWpo, here.leerjaarGroep).at(-1);
  const leerjaar = isLeerjaar(school.jaargroep) ? school.jaargroep : last?.leerjaar;
  const groep = school.groep ?? last?.groep;
  if (!last || leerjaar === undefined || groep === undefined) return undefined;
  if (leerjaar === last.leerjaar && groep === last.groep) return undefined;
  return (last.begindatum ?? '') < firstDay ? { begindatum: firstDay, leerjaar, groep } : undefined;
}

/**
 * What an update does to the inschrijving: empty parts are filled, an uitschrijving and the class of a new school year come with the
 * file. What is filled stays, and the datum inschrijving too.
 * @param made the inschrijving that the file would give a new pupil
 */
export function mergeInschrijving(
  stored: readonly StoredInschrijving[],
  candidate: Candidate,
  made: AssumedInschrijving,
  firstDay: string,
): MergedInschrijving {
  const target = targetOf(stored, candidate, made.gegevens.datumInschrijving);
  if (!target) {
    const { datumInschrijving = '' } = made.gegevens;
    const difference = {
      gegevensgroep: inschrijvingKinds[made.gegevens.kind].key,
      element: 'datumInschrijving',
      file: datumInschrijving,
    };
    return { ...made, differences: [difference] };
  }
  const gegevens: InschrijvingGegevens = { ...target.gegevens };
  const { key: vaste, groups } = inschrijvingKinds[gegevens.kind];
  const found: Difference[] = [];
  const filled = new Set<string>();
  for (const key of ['datumInschrijving', 'datumUitschrijving', 'aanduidingNnca'] as const) {
    const file = made.gegevens[key];
    if (file === undefined || gegevens[key]) continue;
    gegevens[key] = file;
    filled.add(`${vaste} ${key}`);
    found.push({ gegevensgroep: vaste, element: key, file });
  }
  const fillGroup = (key: string) => {
    if (voorkomensIn(gegevens, key).length > 0) return;
    const list = voorkomensIn(made.gegevens, key);
    Object.assign(gegevens, { [key]: list });
    for (const [element, file] of Object.entries(list[0] ?? {})) {
      if (element === 'begindatum' || typeof file !== 'string') continue;
      filled.add(`${key} ${element}`);
      found.push({ gegevensgroep: key, element, file });
    }
  };
  for (const { key } of groups) if (key !== leerjaarGroepWpo.key) fillGroup(key);
  const next = nextClass(candidate, gegevens, firstDay);
  if (next) {
    const last = inPeriodOrder(leerjaarGroepWpo, gegevens.leerjaarGroep).at(-1);
    for (const element of ['leerjaar', 'groep'] as const)
      if (last?.[element] !== next[element])
        found.push({
          gegevensgroep: 'leerjaarGroep',
          element,
          file: next[element],
          ...(last?.[element] ? { here: last[element] } : {}),
        });
    gegevens.leerjaarGroep = [...gegevens.leerjaarGroep, next];
  } else fillGroup('leerjaarGroep');
  const assumed = made.assumed.filter(({ gegevensgroep, element }) => filled.has(`${gegevensgroep} ${element}`));
  return { id: target.id, gegevens, assumed, notes: [], differences: found };
}
