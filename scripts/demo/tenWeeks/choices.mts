/** Ways in which the fase ends for a school that goes on with it (Stappenplan step 13). */
export const pathEndings = ['gekwalificeerd', 'aangesloten'] as const;
export type PathEnding = (typeof pathEndings)[number];

/** Schools that can walk the path: a BAO with ambulant begeleide pupils, or a WEC school for SO. */
export const pathSoorten = ['bao', 'so'] as const;
export type PathSoort = (typeof pathSoorten)[number];

/** Which school walks the path, and where it ends. */
export interface PathChoice {
  school: PathSoort;
  end: PathEnding;
}
