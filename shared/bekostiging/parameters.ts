import type { CountingParameters } from './types.ts';

/** What is taken where the law is silent, for a counting of what BRON has registered and of the own administration alike. */
export const defaultParameters: CountingParameters = {
  deadlines: false,
  deadlineFor: 'bekostiging',
  doubleCounts: 'none',
  crisisCounts: false,
  residentialWithoutIndication: true,
  verbreedCounts: true,
  consentAssumed: true,
};

/** Per choice the sentence that a screen shows beside what rests on it. All of them are assumed. */
export const parameterAssumptions: Record<keyof CountingParameters, string> = {
  deadlines: 'Of een leerling te laat in BRON stond, telt pas voor teldata vanaf 1 oktober 2010 (aangenomen).',
  deadlineFor:
    'Heeft een teldatum twee termijnen, dan beslist die van de bekostiging en niet die van de groei (aangenomen).',
  doubleCounts:
    'Een leerling die op twee scholen staat ingeschreven, telt op geen van beide tot dat is opgelost (aangenomen; de wet zegt alleen: op één school).',
  crisisCounts:
    'Leerlingen op een crisis- of observatieplaats tellen in een eigen rij en niet in het totaal (aangenomen).',
  residentialWithoutIndication: 'Residentiële leerlingen tellen ook zonder indicatie (aangenomen).',
  verbreedCounts:
    'Een verbreed toegelaten leerling telt mee bij de onderwijssoort van de indicatie (de telling zelf is aangenomen).',
  consentAssumed:
    'Voor wie jonger of ouder is dan de wet toelaat, geldt dat de inspectie toestemming gaf, zoals BRON het aanneemt (PvE: 333 en 334).',
};
