import type { SchoolSoort } from '../../pve/berichten/kinds.ts';
import { fundingBao } from './bao.ts';
import type { FundingFacts, FundingPart } from './parts.ts';
import { fundingSbao, fundingWec } from './special.ts';

const bySoort: Record<SchoolSoort, (facts: FundingFacts) => FundingPart[]> = {
  BAO: fundingBao,
  SBAO: fundingSbao,
  TREKKEND: () => [],
  WEC: fundingWec,
};

/**
 * What growth and special funding come to for one school in a school year, rule by rule, on the dates that were counted: with the sum, and
 * what is assumed. Nothing of money. A school for trekkende bevolking has none of these rules.
 */
export const fundingYear = (facts: FundingFacts): FundingPart[] => bySoort[facts.soort](facts);
