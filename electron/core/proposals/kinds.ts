import type { Proposal, ProposalNr } from '../../../shared/api/proposals.ts';
import type { Administration } from '../context.ts';
import { doubleEnrolment } from './doubleEnrolment.ts';
import { identified } from './identified.ts';
import { keyData } from './keyData.ts';
import { notice } from './notice.ts';
import type { Moved } from './person.ts';
import { spontaneous } from './spontaneous.ts';
import type { StoredProposal } from './store.ts';

/** What a proposal says, beside who it is about and what was decided. */
export type About = Pick<Proposal, 'changes' | 'situations' | 'followUp' | 'applicable' | 'confirm' | 'solvedHere'>;

/** One of the kinds of proposal. */
export interface ProposalKind {
  view(administration: Administration, proposal: StoredProposal): About;
  /** Takes it over, and gives the move that follows; absent when there is never anything to take over. Called in a transaction. @throws LasError */
  apply?(administration: Administration, proposal: StoredProposal, options: { confirmed: boolean }): Moved | undefined;
  /** Whether a later message (JSON, as the earlier one) says nothing that this one did not; absent when it does so only if they are equal. */
  repeats?(before: string, now: string): boolean;
  /** What a later message comes to after this one (JSON) that nobody decided on; absent when it takes its place. */
  together?(before: string, now: object): object;
}

/** Every kind, by the number of its message. */
export const kinds: Readonly<Record<ProposalNr, ProposalKind>> = {
  8: identified,
  9: keyData,
  11: notice,
  13: notice,
  15: spontaneous,
  16: doubleEnrolment,
};
