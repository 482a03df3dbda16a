import type { RowPupil } from '../../../shared/api/counting.ts';
import type { VestigingTelling } from '../../../shared/bekostiging/types.ts';
import type { Connection } from '../database/database.ts';
import { readLeerling } from '../leerlingen/repository.ts';
import { displayName } from '../leerlingen/search.ts';
import type { Counted } from './counting.ts';
import { isOf } from './countPage.ts';

interface Asked {
  code: string;
  side: 'own' | 'bron';
  /** Left out: all of them together. */
  vestigingsvolgnummer?: string | undefined;
}

const inRow = (tellingen: readonly VestigingTelling[], { code, vestigingsvolgnummer }: Asked) =>
  tellingen
    .filter(isOf(vestigingsvolgnummer))
    .flatMap(({ pupils }) => pupils)
    .filter(({ rows }) => rows.includes(code));

/** The pupils whom a row counts on one side, by name. */
export function rowPupils(db: Connection, counted: Counted, asked: Asked): RowPupil[] {
  const { own, bron, here, atBron } = counted;
  const [side, other] = asked.side === 'own' ? [own, bron] : [bron, own];
  const there = new Set(inRow(other, asked).map(({ key }) => key));
  return inRow(side, asked)
    .flatMap(({ key, vestigingsvolgnummer }): RowPupil[] => {
      const known = here.get(key);
      const registered = atBron.get(key);
      const { leerlingId } = known ?? registered ?? {};
      if (leerlingId === undefined && !registered) return [];
      return [
        {
          ...{ key, vestigingsvolgnummer, both: there.has(key) },
          naam: displayName(
            leerlingId === undefined ? (registered?.persoon ?? {}) : readLeerling(db, leerlingId).gegevens,
          ),
          geboortedatum: (known ?? registered)?.geboortedatum ?? '',
          ...(known ? { leerlingId: known.leerlingId, inschrijvingId: known.inschrijvingId } : {}),
        },
      ];
    })
    .sort((a, b) => a.naam.localeCompare(b.naam, 'nl') || a.key.localeCompare(b.key));
}
