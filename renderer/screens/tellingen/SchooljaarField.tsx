import { Field, makeStyles, Select } from '@fluentui/react-components';
import { schooljaarOf, shiftSchooljaar } from '../../../shared/domain/schoolYear.ts';
import { useTellingenState } from './tellingenState.ts';

const useStyles = makeStyles({ choice: { minWidth: 0, width: '100%' } });

/** Before this school year nothing is in BRON (Stappenplan step 10). */
const FIRST = '2008-2009';

function yearsUntil(last: string): string[] {
  const years: string[] = [];
  for (let year = last; year >= FIRST; year = shiftSchooljaar(year, -1)) years.push(year);
  return years;
}

/** Chooses the school year that is counted in, up to and including the next one. */
export function SchooljaarField({ schooljaar, today }: { schooljaar: string; today: string }) {
  const styles = useStyles();
  const { choose } = useTellingenState();
  return (
    <Field label="Schooljaar">
      <Select
        className={styles.choice}
        value={schooljaar}
        onChange={(_, { value }) => choose({ schooljaar: value, peildatum: undefined, shown: undefined })}
      >
        {yearsUntil(shiftSchooljaar(schooljaarOf(today), 1)).map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </Select>
    </Field>
  );
}
