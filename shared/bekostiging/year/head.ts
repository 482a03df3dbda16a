import rules from './rules.json' with { type: 'json' };
import type { FundingPart } from './parts.ts';

/** What a rule is, for a reader; `facts` fills the names in braces of its sentence. */
export function headOf(
  key: FundingPart['key'],
  facts: Readonly<Record<string, string | number>> = {},
): Pick<FundingPart, 'key' | 'title' | 'rule' | 'source'> {
  const { title, rule, source } = rules[key];
  return { key, title, rule: rule.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name])), source };
}
