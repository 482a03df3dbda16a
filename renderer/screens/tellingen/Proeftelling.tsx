import type { Output } from '../../../shared/api/contract.ts';
import { isDate } from '../../../shared/domain/dates.ts';
import { useOperation } from '../../app/api.ts';
import { Answer } from '../../components/Answer.tsx';
import { CountChoices } from './CountChoices.tsx';
import { CountView } from './CountView.tsx';
import { useTellingenState, type Asked } from './tellingenState.ts';
import { YearSection } from './YearSection.tsx';

type Dates = Output<'tellingen.dates'>;

/** The teldatum that a person most likely wants: the last one of which there is always a GTB and that is past. */
function usualDate({ dates, today }: Dates): string {
  const always = dates.filter(({ when }) => when === 'always');
  return (always.findLast(({ peildatum }) => peildatum <= today) ?? always[0])?.peildatum ?? today;
}

/** The proeftelling of a date of one's own choice: from the administration and from what BRON has, beside each other. */
export function Proeftelling() {
  const { schooljaar, peildatum, vestigingsvolgnummer, shown } = useTellingenState();
  const query = useOperation('tellingen.dates', schooljaar ? { schooljaar } : {}, { keepPrevious: true });
  return (
    <Answer query={query}>
      {(dates) => {
        const day = peildatum ?? usualDate(dates);
        const asked: Asked = { peildatum: day, ...(vestigingsvolgnummer ? { vestigingsvolgnummer } : {}) };
        return (
          <>
            <CountChoices dates={dates} peildatum={day} />
            {isDate(day) ? <CountView asked={asked} /> : null}
            {shown ? null : <YearSection schooljaar={dates.schooljaar} vestigingsvolgnummer={vestigingsvolgnummer} />}
          </>
        );
      }}
    </Answer>
  );
}
