import countries from './countries.json' with { type: 'json' };

/** What is known of a verzorger that matters for the proposals. */
export interface VerzorgerFacts {
  /** Category of the ouderverklaring: 1 at most basisonderwijs, 2 at most lbo/vbo and the like, 3 anything higher. */
  opleiding?: '1' | '2' | '3' | undefined;
  /** Code of the BRP table of countries. */
  geboorteland?: string | undefined;
}

type CountryGroup = keyof typeof countries.groups | 'elsewhere';

/** What a country of birth says about the cultural background (Besluit bekostiging WPO art. 1). */
export type Background =
  /** Nederland, or a country that does not make a difference. */
  | 'dutch'
  /** Suriname, Nederlandse Antillen, Aruba: niet-Nederlands, but counted with the Dutch in the NNCA of a BAO. */
  | 'suriname'
  | 'other'
  /** The law leaves open whether the country counts. */
  | 'doubtful'
  | 'unknown';

const groupOf = new Map(
  Object.entries(countries.groups).flatMap(([group, codes]) =>
    codes.map((code) => [code, group as CountryGroup] as const),
  ),
);

const meaning: Record<CountryGroup, Background> = {
  nederland: 'dutch',
  europe: 'dutch',
  english: 'dutch',
  indonesie: 'dutch',
  surinameAntillenAruba: 'suriname',
  named: 'other',
  elsewhere: 'other',
  doubtful: 'doubtful',
  unknown: 'unknown',
};

/** The background that goes with a country of birth. */
export const backgroundOf = (geboorteland: string | undefined): Background =>
  geboorteland ? meaning[groupOf.get(geboorteland) ?? 'elsewhere'] : 'unknown';
