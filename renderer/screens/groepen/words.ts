/** `leerjaar 3`, `leerjaar 3 en 4`, `leerjaar 1, 2 en 3`. */
export function leerjarenText(leerjaren: readonly string[]): string {
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
