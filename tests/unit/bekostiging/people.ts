import type { CountedInschrijving } from '../../../shared/bekostiging/types.ts';
import type { InschrijvingWec, InschrijvingWpo } from '../../../shared/pve/berichten/content.ts';

type Extra = Partial<Omit<CountedInschrijving, 'key' | 'inschrijving'>>;

/** Periods written as `{ '2009-08-01': value }`. */
export type Periods = Readonly<Record<string, string>>;

const periods = <K extends string>(values: Periods, key: K) =>
  Object.entries(values).map(
    ([begindatum, value]) => ({ begindatum, [key]: value }) as Record<K | 'begindatum', string>,
  );

interface Person {
  born: string;
  from: string;
  /** Last day. */
  until?: string;
  vestiging?: Periods;
  bekostiging?: Periods;
  extra?: Extra;
}

export interface PupilWpo extends Person {
  leerjaar?: string;
  nnca?: string;
  /** Gewichten of the first and of the second regeling, each with its begindatum. */
  old?: [from: string, gewicht: string];
  new?: [from: string, gewicht: string];
  /** LGF-indicaties: from when, which onderwijssoort, and who guides from when. */
  lgf?: [from: string, onderwijssoort: string, guidance: Periods][];
}

const BSN = '999990019';

const base = (key: string, { born, extra }: Person) => ({
  key,
  geboortedatum: born,
  burgerservicenummer: BSN,
  postcode: '2548AE',
  ...extra,
});

const guidanceOf = (guidance: Periods) => periods(guidance, 'brinnummer');

/** A pupil of a basisschool, SBAO or school for trekkende bevolking. */
export function wpo(key: string, pupil: PupilWpo): CountedInschrijving {
  const {
    from,
    until,
    vestiging = { [from]: '00' },
    bekostiging = { [from]: 'true' },
    leerjaar = '4',
    nnca = '1',
  } = pupil;
  const { old, new: second, lgf = [] } = pupil;
  const inschrijving: InschrijvingWpo = {
    datumInschrijving: from,
    ...(until ? { datumUitschrijving: until } : {}),
    aanduidingNnca: nnca,
    vestiging: periods(vestiging, 'vestigingsvolgnummer'),
    indicatieBekostiging: periods(bekostiging, 'indicatieBekostiging'),
    leerjaarGroep: [{ begindatum: from, leerjaar, groep: leerjaar }],
    gewicht: [
      ...(old ? [{ codeGewichtenregeling: '1', begindatum: old[0], gewicht: old[1] }] : []),
      ...(second ? [{ codeGewichtenregeling: '2', begindatum: second[0], gewicht: second[1] }] : []),
    ],
    lgfIndicatie: lgf.map(([begindatum, onderwijssoortIndicatie, guidance]) => ({
      begindatum,
      onderwijssoortIndicatie,
      ambulanteBegeleiding: guidanceOf(guidance),
    })),
  };
  return { ...base(key, pupil), inschrijving };
}

export interface PupilWec extends Person {
  nnca?: string;
  schoolsoort?: string;
  soort?: string;
  verblijf?: Periods;
  indicaties?: [from: string, onderwijssoort: string, guidance?: Periods][];
  tlv?: [from: string, until: string, categorie: string];
  /** BRIN to which it was teruggeplaatst. */
  returnedTo?: string;
}

/** A pupil of a school for special education. */
export function wec(key: string, pupil: PupilWec): CountedInschrijving {
  const { from, until, vestiging = { [from]: '00' }, bekostiging = { [from]: 'true' }, nnca = '1' } = pupil;
  const { schoolsoort = '1', soort, verblijf = { [from]: '0' }, indicaties = [], tlv, returnedTo } = pupil;
  const inschrijving: InschrijvingWec = {
    datumInschrijving: from,
    ...(until ? { datumUitschrijving: until } : {}),
    ...(returnedTo ? { brinnummerTeruggeplaatst: returnedTo } : {}),
    aanduidingNnca: nnca,
    vestiging: periods(vestiging, 'vestigingsvolgnummer'),
    indicatieBekostiging: periods(bekostiging, 'indicatieBekostiging'),
    ...(soort ? { soortOnderwijs: [{ begindatum: from, soortOnderwijs: soort }] } : {}),
    leerjaarGroep: [{ begindatum: from, leerjaar: '1', groep: 'A' }],
    schoolsoort: [{ begindatum: from, schoolsoort }],
    soortVerblijf: periods(verblijf, 'soortVerblijf'),
    indicatiestelling: indicaties.map(([begindatum, onderwijssoortIndicatie, guidance]) => ({
      begindatum,
      onderwijssoortIndicatie,
      ...(guidance ? { ambulanteBegeleiding: guidanceOf(guidance) } : {}),
    })),
    ...(tlv
      ? { toelaatbaarheidsverklaring: [{ begindatum: tlv[0], einddatum: tlv[1], bekostigingscategorie: tlv[2] }] }
      : {}),
  };
  return { ...base(key, pupil), inschrijving };
}

/** An inschrijving WEC of a pupil who is guided at another school: all that is of the school itself is 0 (PvE 4.1.4). */
export const guidedWec = (key: string, pupil: Omit<PupilWec, 'soort' | 'schoolsoort' | 'verblijf' | 'nnca'>) =>
  wec(key, { ...pupil, soort: '00', schoolsoort: '0', verblijf: { [pupil.from]: '0' }, nnca: '0' });

/** So many of the same pupils: `w1`, `w2`, … */
export const times = (number: number, key: string, make: (key: string) => CountedInschrijving): CountedInschrijving[] =>
  Array.from({ length: number }, (_, index) => make(`${key}${index + 1}`));
