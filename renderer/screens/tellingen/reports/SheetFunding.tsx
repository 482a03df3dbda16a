import { schooljaarOf } from '../../../../shared/domain/schoolYear.ts';
import { useOperation } from '../../../app/api.ts';
import { FundingTable } from '../growth/FundingTable.tsx';
import { nextText } from '../growth/texts.ts';

/** What the rules that a sheet is for come to, below its numbers. @param on a date in the school year that is meant */
export function SheetFunding({ keys, on }: { keys: readonly string[]; on: string }) {
  const year = useOperation('funding.year', { schooljaar: schooljaarOf(on) }).data;
  return year?.parts
    .filter(({ key }) => keys.includes(key))
    .map((rule) => (
      <div key={rule.key}>
        <h3>{rule.title}</h3>
        <p>
          {rule.rule} ({rule.source})
        </p>
        {rule.lines.length > 0 ? <FundingTable rule={rule} /> : null}
        {rule.next ? <p>{nextText(rule.next)}</p> : null}
        {rule.assumptions.map((sentence) => (
          <p key={sentence}>Aangenomen: {sentence}</p>
        ))}
      </div>
    ));
}
