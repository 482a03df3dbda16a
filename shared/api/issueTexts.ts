import type { z } from 'zod';

type RawIssue = Parameters<NonNullable<NonNullable<Parameters<typeof z.config>[0]>['customError']>>[0];

const counted = (count: unknown, one: string, many: string) => `${String(count)} ${Number(count) === 1 ? one : many}`;

function sizeText(issue: RawIssue & { code: 'too_small' | 'too_big' }): string {
  const least = issue.code === 'too_small';
  const bound = least ? issue.minimum : issue.maximum;
  const how = least ? 'ten minste' : 'hoogstens';
  if (issue.origin === 'string') return `moet ${how} ${counted(bound, 'teken', 'tekens')} lang zijn`;
  if (issue.origin === 'array') return `moet ${how} ${counted(bound, 'regel', 'regels')} hebben`;
  return `moet ${how} ${String(bound)} zijn`;
}

/** What is wrong with an input, as the end of a Dutch sentence; texts that a schema itself gives go before this. */
export function issueText(issue: RawIssue): string {
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return sizeText(issue);
    case 'invalid_type':
      return issue.input === undefined ? 'ontbreekt' : 'heeft een verkeerde vorm';
    case 'invalid_format':
      return issue.format === 'url' ? 'moet een adres zijn dat met https:// begint' : 'heeft een verkeerde opmaak';
    case 'invalid_value':
      return `moet een van deze waarden zijn: ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `kent deze velden niet: ${issue.keys.join(', ')}`;
    default:
      return 'klopt niet';
  }
}
