import { valueOn, voorkomensOf, type Facts } from '../facts.ts';
import { isVgkOn } from '../brin.ts';

/** Schoolsoorten (PvE 7.1.10). */
export const SO = '1';
export const VSO = '2';
/** Soort verblijf "niet van toepassing"; above 2 it is residentieel (PvE 7.1.6). */
export const NO_STAY = '0';

/** Whether a filled value means "niet van toepassing": 0, also when written as 00. */
export const isZero = (value: string | undefined): boolean => value !== undefined && /^0+$/.test(value);

/** An inschrijving of a pupil who is ambulant begeleid. */
export const isAmbulant = (facts: Facts): boolean => voorkomensOf(facts, 'ambulanteBegeleiding').length > 0;

/** An inschrijving of a pupil at another school with an arrangement (edition of 2015-11). */
export const hasArrangement = (facts: Facts): boolean => voorkomensOf(facts, 'arrangement').length > 0;

/** A residential place, or one in a justitiële or gesloten jeugdinrichting (soort verblijf 3 to 6). */
export const isResidential = (verblijf: string | undefined): boolean => /^[3-6]$/.test(verblijf ?? '');

export const schoolsoortOn = (facts: Facts, date: string): string | undefined =>
  valueOn(facts, 'schoolsoort', 'schoolsoort', date);

export const soortOnderwijsOn = (facts: Facts, date: string): string | undefined =>
  valueOn(facts, 'soortOnderwijs', 'soortOnderwijs', date);

export const soortVerblijfOn = (facts: Facts, date: string): string | undefined =>
  valueOn(facts, 'soortVerblijf', 'soortVerblijf', date);

/** Whether the school is one of these clusters; false when its cluster is not known. */
export const isOfCluster = ({ school: { cluster } }: Facts, ...clusters: readonly string[]): boolean =>
  cluster !== undefined && clusters.includes(cluster);

/** Whether the own school is a VGK-instelling on the datum inschrijving. */
export const isVgk = ({ school, datumInschrijving }: Facts): boolean =>
  datumInschrijving !== undefined && isVgkOn(school, datumInschrijving);
