import type { Edition } from '../../../../shared/pve/controles/types.ts';

/** What a case is and belongs to. */
export interface CaseHead {
  file: string;
  section: string;
  name: string;
  /** Ids of the rows it breaks or just does not break. */
  rows: readonly string[];
  /** Number of the message it is about. */
  bericht: number;
}

/** What became of a case in an edition. Findings as the cases write them: `code ernst place`. */
export interface Outcome {
  head: CaseHead;
  edition: Edition;
  expected: readonly string[];
  got: readonly string[];
  passed: boolean;
}

const withoutPlace = (finding: string) => finding.split(' ').slice(0, 2).join(' ');

/**
 * Whether what came back is what was expected: every code with its ernst as often, and each where it was expected as far as both tell
 * the place.
 */
export function agree(expected: readonly string[], got: readonly string[]): boolean {
  if (expected.length !== got.length) return false;
  const left = [...got];
  // The most precise first, so that a finding without a place does not take the match of one with it.
  const precise = [...expected].sort((a, b) => b.length - a.length);
  return precise.every((finding) => {
    const bare = withoutPlace(finding);
    const exact = left.indexOf(finding);
    const index =
      exact >= 0 ? exact : left.findIndex((other) => (finding === bare ? withoutPlace(other) : other) === bare);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
}
