import type { Output } from '../../../shared/api/contract.ts';
import type { GezinVerzorger, VerzorgerGegevens } from '../../../shared/api/gezin.ts';
import { adresKeys } from '../../../shared/domain/ownGegevens.ts';
import type { Administration } from '../context.ts';
import { readLeerling } from '../leerlingen/repository.ts';
import { isAdresHidden, sightOf, visibleIds } from '../leerlingen/visible.ts';

const without = (gegevens: VerzorgerGegevens, keys: readonly string[]): VerzorgerGegevens =>
  Object.fromEntries(Object.entries(gegevens).filter(([key]) => !keys.includes(key)));

/** What only counts for funding, and what the office wrote down. */
const ofTheOffice = ['geboorteland', 'opleiding', 'datumOuderverklaring', 'note'] as const;

/**
 * A gezin as the caller may see it: brothers, sisters and other pupils only those he sees himself; for a leerkracht the verzorgers
 * without what is the office's; and no address when that of the pupil is secret.
 */
export function visibleGezin(
  administration: Administration,
  leerlingId: number,
  { verzorgers, siblings }: Output<'gezin.get'>,
): Output<'gezin.get'> {
  const { all } = sightOf(administration);
  const others = [
    ...siblings.map((sibling) => sibling.leerlingId),
    ...verzorgers.flatMap(({ alsoOf }) => alsoOf.map(({ id }) => id)),
  ];
  const seen = visibleIds(administration, others);
  const hidden = isAdresHidden(administration, readLeerling(administration.db, leerlingId).gegevens);
  const kept = [...(all ? [] : ofTheOffice), ...(hidden ? adresKeys : [])];
  return {
    verzorgers: verzorgers.map((verzorger): GezinVerzorger => ({
      ...verzorger,
      gegevens: without(verzorger.gegevens, kept),
      address: hidden ? '' : verzorger.address,
      alsoOf: verzorger.alsoOf.filter(({ id }) => seen.has(id)),
    })),
    siblings: siblings.filter((sibling) => seen.has(sibling.leerlingId)),
  };
}
