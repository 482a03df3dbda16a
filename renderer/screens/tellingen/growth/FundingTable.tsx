import type { FundingRule } from '../../../../shared/api/funding.ts';
import { SheetTable } from '../../../components/Sheet.tsx';
import { longDate } from '../../uitwisselen/moments.ts';
import { lineText } from './texts.ts';

/** What a rule gives on each date, with its sum. */
export function FundingTable({ rule }: { rule: FundingRule }) {
  return (
    <SheetTable label={rule.title}>
      <thead>
        <tr>
          <th scope="col">Datum</th>
          <th scope="col">Tellen mee</th>
          <th scope="col">Uitkomst</th>
          <th scope="col">Berekening</th>
        </tr>
      </thead>
      <tbody>
        {rule.lines.map((line) => (
          <tr key={line.date} data-funding={`${rule.key} ${line.date}`}>
            <th scope="row">{longDate(line.date)}</th>
            <td>{line.count}</td>
            <td>{lineText(rule.key, line)}</td>
            <td>{line.explanation}</td>
          </tr>
        ))}
      </tbody>
    </SheetTable>
  );
}
