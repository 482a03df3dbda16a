import { rowGroups } from '../../../../shared/bekostiging/rows/row.ts';
import { useOperation } from '../../../app/api.ts';
import { Answer } from '../../../components/Answer.tsx';
import { Sheet, SheetTable } from '../../../components/Sheet.tsx';
import { countOf } from '../../../texts/format.ts';
import { longDate } from '../../uitwisselen/moments.ts';
import { numberText } from '../texts.ts';
import { SheetFunding } from './SheetFunding.tsx';
import { NumberCells, numberColumns, NumberHeads, SheetFoot, SheetHead, Signature } from './SheetParts.tsx';

interface Props {
  report: string;
  peildatum: string;
  school: string;
}

const ALL = rowGroups.totaal;

/** A sheet with the numbers of one date. */
export function DaySheet({ report, peildatum, school }: Props) {
  const query = useOperation('reports.day', { report, peildatum }, { keepPrevious: true });
  return (
    <Answer query={query} loading="De telling wordt gemaakt…">
      {(data) => {
        const { title, rows, notCounted, attention, signed } = data;
        const hasGtb = rows.some(({ gtb }) => gtb !== undefined);
        const groups = Object.entries(Object.groupBy(rows, ({ group }) => group));
        return (
          <Sheet label={title} title={title}>
            <SheetHead head={data} school={school} about={longDate(data.peildatum)} />
            <SheetTable numbers label={title}>
              <thead>
                <tr>
                  <th scope="col">Leerlingen</th>
                  <NumberHeads head={data} hasGtb={hasGtb} />
                </tr>
              </thead>
              {groups.map(([group, ofGroup = []]) => (
                <tbody key={group}>
                  {group === ALL ? null : (
                    <tr>
                      <th scope="rowgroup" colSpan={numberColumns(data, hasGtb) + 1}>
                        {group}
                      </th>
                    </tr>
                  )}
                  {ofGroup.map((row) => (
                    <tr key={row.code} data-row={row.code}>
                      <th scope="row">{row.label}</th>
                      <NumberCells head={data} hasGtb={hasGtb} numbers={row} text={(value) => numberText(row, value)} />
                    </tr>
                  ))}
                </tbody>
              ))}
            </SheetTable>
            <p>
              Ingeschreven en niet meegeteld: {countOf(notCounted, 'leerling', 'leerlingen')}. Meegeteld, maar na te
              kijken: {countOf(attention, 'leerling', 'leerlingen')}. Wie dat zijn, staat op het scherm Tellingen.
            </p>
            <SheetFunding keys={data.funding} on={data.peildatum} />
            {signed ? <Signature handInBy={data.handInBy} /> : null}
            <SheetFoot assumptions={data.assumptions} />
          </Sheet>
        );
      }}
    </Answer>
  );
}
