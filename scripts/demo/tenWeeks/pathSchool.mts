import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { Input } from '../../../shared/api/contract.ts';
import type { CfiLeerling } from '../../../tests/mock-bron/mijnBron/compareGuidance.ts';
import type { TypedPupil } from '../administration.mts';

/** What the school finds out that was wrong with a pupil: the fields that have to change. */
export interface PathCorrection {
  leerlingnummer: string;
  persoon: Partial<Persoonsgegevens>;
  inschrijving: Partial<InschrijvingGegevens>;
}

/** A school that walks the path of the Stappenplan, with what the world around it knows. */
export interface PathSchool {
  school: Input<'session.create'>['school'];
  /** Pupils as the school typed them in, in the order in which they are entered. */
  pupils: readonly TypedPupil[];
  /** What is wrong with them, as BRON or the voorcontrole makes the school see. */
  corrections: readonly PathCorrection[];
  /** What only GTB and vergelijkingsoverzicht make it see. */
  lateCorrections: readonly PathCorrection[];
  /** The pupils in the BRP. */
  citizens: readonly object[];
  /** What DUO-CFI has of its ambulant begeleide pupils; none at a WEC school, which gets no vergelijkingsoverzicht. */
  cfi: readonly CfiLeerling[];
  /** A pupil who leaves in the middle of the fase, so that the aantallen change. */
  leaver: string;
}

/** The school of a BAO with ambulant begeleide pupils, or a WEC school for SO. */
export const pathSoorten = ['bao', 'so'] as const;
export type PathSoort = (typeof pathSoorten)[number];
