import type { SchoolSoort } from '../../../shared/pve/berichten/kinds.ts';
import { proposeNnca } from '../../../shared/domain/enrolment/nnca.ts';
import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { Input } from '../../../shared/api/contract.ts';
import type { CfiLeerling } from '../../../tests/mock-bron/mijnBron/compareGuidance.ts';
import type { TypedPupil } from '../administration.mts';
import type { Pupil } from '../population.mts';

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

/** What becomes of the inschrijving of a pupil when the counts have been compared. */
export const lateCorrection = (
  { persoon: { leerlingnummer } }: Pupil,
  inschrijving: PathCorrection['inschrijving'],
): PathCorrection => ({ leerlingnummer, persoon: {}, inschrijving });

/** The pupils whose aanduiding NNCA is not the one that their parents' country of birth gives, which a GTB asks about (A10). */
export const nncaCorrections = (pupils: readonly Pupil[], soort: SchoolSoort): PathCorrection[] =>
  pupils.flatMap((pupil) => {
    const { value } = proposeNnca([{ geboorteland: pupil.family.origin.land }], soort);
    const isRight = value === undefined || value === pupil.inschrijving.aanduidingNnca;
    return isRight ? [] : [lateCorrection(pupil, { aanduidingNnca: value })];
  });

/** So many out of a list, at even distances. */
export const spread = <T,>(list: readonly T[], count: number): T[] => {
  const between = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, index) => index % between === 0).slice(0, count);
};

const numberOf = ({ persoon: { leerlingnummer = '' } }: TypedPupil) => leerlingnummer;
const isGuided = ({ inschrijving }: TypedPupil) => JSON.stringify(inschrijving).includes('"ambulanteBegeleiding":[{');

/** The school with so many of its pupils, who are: the one who leaves, all who are ambulant begeleid or were counted wrongly, some with mistakes. */
export function smaller(path: PathSchool, count: number): PathSchool {
  const ofPath = [...path.lateCorrections, ...path.corrections.slice(0, Math.floor(count / 4))];
  const wanted = new Set([
    path.leaver,
    ...path.pupils.filter(isGuided).map(numberOf),
    ...ofPath.map(({ leerlingnummer }) => leerlingnummer),
  ]);
  const wrong = new Set(path.corrections.map(({ leerlingnummer }) => leerlingnummer));
  const sound = path.pupils.map(numberOf).filter((number) => !wanted.has(number) && !wrong.has(number));
  for (const number of sound.slice(0, Math.max(0, count - wanted.size))) wanted.add(number);
  return {
    ...path,
    pupils: path.pupils.filter((pupil) => wanted.has(numberOf(pupil))),
    corrections: path.corrections.filter(({ leerlingnummer }) => wanted.has(leerlingnummer)),
  };
}
