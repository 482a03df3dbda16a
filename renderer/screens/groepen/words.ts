import { leerjarenOf } from '../../../shared/domain/leerjaren.ts';

/** So many leerjaren only a groep of WEC has, of which they say nothing. */
const ALL = leerjarenOf('WEC').length;

/** `leerjaar 3`, `leerjaar 3 en 4`, `leerjaar 1, 2 en 3`, `alle leerjaren`. */
export function leerjarenText(leerjaren: readonly string[]): string {
  if (leerjaren.length >= ALL) return 'alle leerjaren';
  const last = leerjaren.at(-1) ?? '';
  const rest = leerjaren.slice(0, -1).join(', ');
  return `leerjaar ${rest ? `${rest} en ${last}` : last}`;
}

/** Where a pupil is or goes: `3a (leerjaar 3)`. */
export const whereText = ({
  groep,
  leerjaar,
}: {
  groep?: string | undefined;
  leerjaar?: string | undefined;
}): string => (groep ? `${groep} (leerjaar ${leerjaar ?? 'onbekend'})` : 'geen groep');
