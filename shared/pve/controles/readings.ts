import type { ControlePeriod } from './controle.ts';
import type { Edition, SchoolFacts } from './types.ts';

/** The edition of the PvE that judges a message delivered on `date`: that of November 2015 from its day on. */
export const editionOn = (date: string): Edition => (date >= '2015-11-29' ? '2015-11' : '2014-12');

/** Datum start onderwijsnummer for PO: data before it get only checks of syntax and integrity (PvE 4.2.3; the day by the law). */
export const START_ONDERWIJSNUMMER = '2008-08-01';

/** Section of the aanvullende controles: 4.2.9.12 in the edition of 2014-12, which 2015-11 gives to the arrangement. */
export const AANVULLEND = '4.2.11';

/** From this day on the schoolsoort does not change inside an inschrijving WEC (PvE 4.1, 4.2.9.6). */
export const START_ONE_SCHOOLSOORT = '2013-08-01';

/** Datum start Passend Onderwijs (PvE 4.2.4). */
export const START_PASSEND_ONDERWIJS = '2014-08-01';

/** Datum start Passend Onderwijs Beleidsinformatie: a variable of the edition of 2015-11 (PvE 4.2.4a; the day by the law). */
export const START_BELEIDSINFORMATIE = '2015-08-01';

/**
 * Rows that judge validity (lists, BRIN, ages) hold from the datum start onderwijsnummer on. The grey shading that showed which
 * rows these are is lost in the public text: uniqueness, order and format are judged always (assumed).
 */
export const validFrom = (of: ControlePeriod['of']): ControlePeriod => ({ from: START_ONDERWIJSNUMMER, of });

/** 460 is not in older editions; given for deliveries from the day of the edition that has it (assumed). */
export const WITH_EDITION_2014_12: ControlePeriod = { from: '2014-12-03', of: 'deliveredOn' };

/** Reading R10 (assumed): varend is a property of the school, for all its pupils. */
export const isVarend = (school: SchoolFacts): boolean => school.varend === true;

/** Reading R11 (assumed): weights that BRON ignores (368) get no other check. */
export const weightsAreIgnored = ({ soort }: SchoolFacts): boolean => soort === 'SBAO' || soort === 'TREKKEND';

/** Reading R14 (assumed): a letter, with or without diacritics, or an apostrophe; then also spaces and hyphens (743). */
export const SURNAME = /^[\p{L}'][\p{L}\p{M}' -]*$/u;

/** One of the first names: letters, hyphens and apostrophes, beginning with a letter (PvE 4.2.7, 743). */
export const FIRST_NAME = /^\p{L}[\p{L}\p{M}'-]*$/u;

/** Reading R15 (assumed): also "Postbus 12", and in small letters. */
export const isPoBox = (street: string): boolean => /^postbus(\s|\d|$)/i.test(street.trim());

/** Form of a Dutch postcode; the first digit is derived, not stated. */
export const POSTCODE = /^[1-9][0-9]{3}[A-Z]{2}$/;

/** Code of Nederland in the BRP table of countries (PvE 4.2.7, 775 and 777). */
export const NEDERLAND = '6030';

/**
 * Codes for the choices in the message (PvE 5.6.3), which 4.2 gives none for. Reading R4 (assumed): the XSD does not know them.
 * PGN and postcode or land: 740, obligatory gegeven. No persoon or inschrijving: 341, obligatory group. Persoon with and without
 * PGN: 458, a code of 7.1.16 that 4.2 does not use. Inschrijving WPO and WEC together: 356, as one of both is not allowed anyway.
 */
export const CHOICE = { missingGegeven: '740', missingGroup: '341', groupTooMany: '458' } as const;
