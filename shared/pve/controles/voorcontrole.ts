import { formatFindings } from './format.ts';
import { judgeMelding } from './judge.ts';
import type { ControleContext, Finding } from './types.ts';

/**
 * What a LAS can find wrong with a melding before it is sent: what the XSD would refuse, and when that is nothing, the controles
 * that need no register. Findings of ernst A hold the melding back, those of ernst S only warn.
 */
export function voorcontrole(context: ControleContext): Finding[] {
  const { register: _, ...known } = context;
  const format = formatFindings(context.content, context.edition);
  return format.length > 0 ? format : judgeMelding(known);
}
