import type { FundingRule } from '../../../../shared/api/funding.ts';
import { countOf } from '../../../texts/format.ts';
import { longDate } from '../../uitwisselen/moments.ts';

type Line = FundingRule['lines'][number];

const pupils = (count: number) => countOf(count, 'leerling', 'leerlingen');

/** What a date gives, in a few words. */
export function lineText(key: FundingRule['key'], { outcome, result = 0 }: Line): string {
  if (key === 'march') {
    if (outcome === 'depends') return 'Niet te zeggen';
    return outcome === 'awarded' ? `1 maart telt: ${pupils(result)}` : `1 oktober blijft: ${pupils(result)}`;
  }
  if (outcome === 'value') return key === 'groups' ? countOf(result, 'groep', 'groepen') : `${pupils(result)} meer`;
  return outcome === 'awarded' ? `Groei van ${pupils(result)}` : 'Geen groei';
}

/** What the next date asks. */
export const nextText = ({ date, needed }: NonNullable<FundingRule['next']>): string =>
  `De volgende datum is ${longDate(date)}: nodig zijn dan ${pupils(needed)} of meer.`;
