import { schooljaarBounds } from '../../../../shared/domain/schoolYear.ts';
import { useOperation } from '../../../app/api.ts';
import { Answer } from '../../../components/Answer.tsx';
import { Sheet, SheetTable } from '../../../components/Sheet.tsx';
import { longDate } from '../../uitwisselen/moments.ts';
import { SheetFunding } from './SheetFunding.tsx';
import { NumberCells, NumberHeads, SheetFoot, SheetHead } from './SheetParts.tsx';

interface Props {
  report: string;
  schooljaar: string;
  school: string;
}

/** A sheet with how many pupils count on each date of a school year. */
export function YearSheet({ report, schooljaar, school }: Props) {
  const query = useOperation('reports.year', { report, schooljaar }, { keepPrevious: true });
  return (
    <Answer query={query} loading="De tellingen worden gemaakt…">
      {(data) => {
        const { title, dates } = data;
        const hasGtb = dates.some(({ gtb }) => gtb !== undefined);
        return (
          <Sheet label={title} title={title}>
            <SheetHead head={data} school={school} about={`schooljaar ${data.schooljaar}`} />
            {dates.length === 0 ? (
              <p>In dit schooljaar is nog geen teldatum voorbij.</p>
            ) : (
              <SheetTable numbers label={title}>
                <thead>
                  <tr>
                    <th scope="col">Teldatum</th>
                    <NumberHeads head={data} hasGtb={hasGtb} />
                  </tr>
                </thead>
                <tbody>
                  {dates.map((row) => (
                    <tr key={row.peildatum} data-date={row.peildatum}>
                      <th scope="row">{longDate(row.peildatum)}</th>
                      <NumberCells head={data} hasGtb={hasGtb} numbers={row} text={String} />
                    </tr>
                  ))}
                </tbody>
              </SheetTable>
            )}
            <SheetFunding keys={data.funding} on={schooljaarBounds(data.schooljaar).first} />
            <SheetFoot assumptions={data.assumptions} />
          </Sheet>
        );
      }}
    </Answer>
  );
}
