import type { InschrijvingKind } from '../../pve/berichten/kinds.ts';
import { START_ONE_SCHOOLSOORT } from '../../pve/controles/readings.ts';

/**
 * How a group goes along to a new inschrijving of the same pupil that begins on a date. `period`: what holds then begins on that date.
 * `span`: the same, and what held ends the day before. `document`: what is still in force goes along as it is, with its own date.
 * `moment`: what happened before stays where it was.
 */
export type Carry = 'period' | 'span' | 'document' | 'moment';

interface CarryRule {
  how: Carry;
  /** What was given for one schoolsoort does not go along to another. */
  forSchoolsoort?: true;
}

const period: CarryRule = { how: 'period' };

/**
 * The rules per group. That periods begin with the inschrijving follows from 303, that a programma and an OPP lie within it from 321, 324
 * and 453, that an indicatiestelling and a TLV may have begun before it from their having no 321 (PvE 4.2.8, 4.2.9). That a TLV and an
 * uitstroomprofiel do not go along to another schoolsoort is assumed: the samenwerkingsverband is one of PO or of VO (420).
 */
export const carryRules: Readonly<Record<InschrijvingKind, Readonly<Record<string, CarryRule>>>> = {
  WPO: {
    vestiging: period,
    indicatieBekostiging: period,
    leerjaarGroep: period,
    gewicht: period,
    vroegschoolsProgramma: { how: 'span' },
    ontwikkelingsperspectief: { how: 'span' },
    lgfIndicatie: { how: 'document' },
    ambulanteBegeleiding: period,
    eindtoets: { how: 'moment' },
    verplichteEindtoets: { how: 'moment' },
  },
  WEC: {
    vestiging: period,
    indicatieBekostiging: period,
    soortOnderwijs: period,
    leerjaarGroep: period,
    schoolsoort: period,
    soortVerblijf: period,
    indicatiestelling: { how: 'document' },
    ambulanteBegeleiding: period,
    toelaatbaarheidsverklaring: { how: 'document', forSchoolsoort: true },
    uitstroomprofiel: { how: 'period', forSchoolsoort: true },
    arrangement: period,
    verplichteEindtoets: { how: 'moment' },
  },
};

/** Vaste gegevens of the begin of an inschrijving: they stay with the one that ends. */
export const ofBegin = ['datumOorspronkelijkeInschrijving', 'previousSchool', 'proof', 'proofDate'] as const;
/** Vaste gegevens of its end: they go to the one that begins. */
export const ofEnd = ['datumUitschrijving', 'leavingReason', 'destination', 'brinnummerTeruggeplaatst'] as const;

/** Whether a change has to be delivered as an uitschrijving and a new inschrijving, or may be. */
export type SplitNeed = 'must' | 'may';

interface SplitRule {
  group: string;
  /** The group above it, where it lies below one. */
  below?: string;
  /** The gegeven that changes. */
  element: string;
  /** From this day of the change on it must; before it, and without one, it may. */
  mustFrom?: string;
}

/**
 * The changes of a period that may or must be delivered as an uitschrijving and a new inschrijving; of all others the PvE says that they
 * may not (PvE 4.1; the day of the obligation: 4.2.9, 430).
 */
export const splitRules: Readonly<Record<InschrijvingKind, readonly SplitRule[]>> = {
  WPO: [{ group: 'vestiging', element: 'vestigingsvolgnummer' }],
  WEC: [
    { group: 'schoolsoort', element: 'schoolsoort', mustFrom: START_ONE_SCHOOLSOORT },
    { group: 'vestiging', element: 'vestigingsvolgnummer' },
    { group: 'ambulanteBegeleiding', below: 'indicatiestelling', element: 'brinnummer' },
  ],
};
