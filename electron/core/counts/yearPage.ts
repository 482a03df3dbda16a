import type { YearRow } from '../../../shared/api/counting.ts';
import { teldataOf } from '../../../shared/domain/counts/teldata.ts';
import { schooljaarBounds } from '../../../shared/domain/schoolYear.ts';
import { kindOfSchool } from '../../../shared/pve/berichten/kinds.ts';
import type { Administration } from '../context.ts';
import { giveWay } from '../giveWay.ts';
import { readSchoolYears } from '../school/schoolYears.ts';
import { gtbsBeside, isOf, sumOf } from './countPage.ts';
import { countSides, readSides } from './counting.ts';

const TOTAL = 'totaal';

/** How many pupils count on each teldatum of a school year, of one vestiging or of all. */
export async function yearRows(
  administration: Administration,
  { schooljaar, vestigingsvolgnummer }: { schooljaar: string; vestigingsvolgnummer?: string | undefined },
): Promise<YearRow[]> {
  const { db } = administration;
  const sides = await readSides(administration, schooljaarBounds(schooljaar).first);
  const kind = kindOfSchool(sides.school.soort);
  const rows: YearRow[] = [];
  for (const { peildatum, use } of teldataOf(kind, schooljaar, readSchoolYears(db))) {
    await giveWay();
    const counted = countSides(sides, peildatum);
    const gtbs = gtbsBeside(db, counted, vestigingsvolgnummer);
    const wanted = isOf(vestigingsvolgnummer);
    rows.push({
      ...{ peildatum, use },
      own: sumOf(counted.own.filter(wanted), TOTAL),
      bron: sumOf(counted.bron.filter(wanted), TOTAL),
      ...(gtbs.length > 0 ? { gtb: sumOf(gtbs, TOTAL) } : {}),
    });
  }
  return rows;
}
