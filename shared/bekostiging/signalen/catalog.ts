import type { InschrijvingKind } from '../../pve/berichten/kinds.ts';
import type { Place } from '../../pve/controles/types.ts';
import catalog from './signalen.json' with { type: 'json' };

/** What a signaal keeps from being counted: the pupil, only its begeleiding, or the pupil in all but a row of its own. */
export type Withholds = 'leerling' | 'begeleiding' | 'rij';

/** A signaal (G, something is not counted) or attentiesignaal (A, counted, but it looks odd) of a GTB (Stappenplan step 12). */
export interface GtbSignaal {
  code: string;
  kind: 'signaal' | 'attentiesignaal';
  /** Dutch, as it stands on the GTB. */
  text: string;
  /** What it means, and what to do. */
  explanation: string;
  remedy: string;
  /** Of a signaal, by the kind of inschrijving. */
  withholds?: Record<InschrijvingKind, Withholds>;
  /** Where to mend it, by the kind of inschrijving; `persoon` is a gegeven of the pupil. Left out: nowhere. */
  place?: Partial<Record<InschrijvingKind, Pick<Place, 'gegevensgroep' | 'element'>>>;
  /** Sentence that says what about its condition is assumed. */
  assumed?: string;
}

/** The signalen of a GTB, G01 to G16 and A01 to A10. */
export const gtbSignalen = catalog.signalen as readonly GtbSignaal[];

/** Sentence that says that codes and texts are ours. */
export const signalenAssumption = catalog.assumed;

const byCode = new Map(gtbSignalen.map((signaal) => [signaal.code, signaal]));

/** A signaal by its code; undefined for a code that is none. */
export const findGtbSignaal = (code: string): GtbSignaal | undefined => byCode.get(code);

/** Whether it says that something is not counted. */
export const isNotCounted = (code: string): boolean => code.startsWith('G');
