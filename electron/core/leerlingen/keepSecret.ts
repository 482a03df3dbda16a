import type { Administration } from '../context.ts';
import { readLeerling, writeLeerling } from './repository.ts';
import { asOneChange } from './undo.ts';

/** BRON says that the address is secret (PvE 4.2.9.12). */
const GEHEIM = '956';

/** Whether BRON says so with these signalen. */
export const saysSecret = (signalen: readonly { signaalcode?: string }[] | undefined): boolean =>
  signalen?.some(({ signaalcode }) => signaalcode === GEHEIM) ?? false;

/**
 * Hides the address of a pupil from all who need not see it, from the moment that BRON says it is secret: that does not wait until
 * somebody has read it, and can be undone. Call it in the transaction that keeps the terugkoppeling.
 */
export function keepSecret(administration: Administration, leerlingId: number): void {
  const { gegevens, version } = readLeerling(administration.db, leerlingId);
  if (gegevens.geheim === 'true') return;
  asOneChange(administration, leerlingId, () => {
    writeLeerling(administration, { ...gegevens, geheim: 'true' }, leerlingId, version);
    return { leerlingId };
  });
}
