import type { Persoonsgegevens } from '../../../../shared/api/leerlingen.ts';

/** The name as one says it: roepnaam, voorvoegsel, achternaam. */
export function fullName({ roepnaam, voornamen, voorvoegsel, achternaam }: Persoonsgegevens): string {
  const name = [roepnaam ?? voornamen?.split(' ')[0], voorvoegsel, achternaam].filter(Boolean).join(' ');
  return name || 'Leerling zonder naam';
}
