import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ArrowForwardRegular } from '@fluentui/react-icons';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { schooljaarOf, shiftSchooljaar } from '../../../shared/domain/schoolYear.ts';
import { useOperation } from '../../app/api.ts';
import { useToday } from '../../app/clock.ts';
import { mayNow } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { GroepLeerlingen } from './GroepLeerlingen.tsx';
import { GroepSection } from './GroepSection.tsx';
import { useGroepenState } from './groepenState.ts';
import { SchoolYearSection } from './SchoolYearSection.tsx';
import { UndoBar } from './UndoBar.tsx';

const useStyles = makeStyles({
  tools: { maxWidth: '16rem', marginBottom: tokens.spacingVerticalL },
});

/** The school years that can be chosen: the next one down to ten before this one. */
const yearsAround = (schooljaar: string) =>
  Array.from({ length: 12 }, (_, index) => shiftSchooljaar(schooljaar, 1 - index));

/** The groepen of a school year with their pupils, and its school days. */
export function Groepen({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const now = schooljaarOf(useToday());
  const go = useNavigation((state) => state.go);
  const state = useGroepenState();
  const schooljaar = state.schooljaar ?? now;
  const list = useOperation('groepen.list', { schooljaar });
  const mayEdit = mayNow(status, 'register');
  const next = shiftSchooljaar(schooljaar, 1);
  return (
    <KeepFocus>
      <PageHeader
        title="Groepen"
        description="De groepen van een schooljaar, wie erin zitten, en de schooldagen en vakanties."
        actions={
          mayEdit ? (
            <Button
              icon={<ArrowForwardRegular />}
              onClick={() => go({ screen: 'groepen', nextYearOf: schooljaar })}
            >{`Overgang naar ${next}…`}</Button>
          ) : undefined
        }
      />
      <Field label="Schooljaar" className={styles.tools}>
        <Select value={schooljaar} onChange={(_, data) => state.showYear(data.value)}>
          {yearsAround(now).map((year) => (
            <option key={year} value={year}>
              {year === now ? `${year} (nu)` : year}
            </option>
          ))}
        </Select>
      </Field>
      {mayEdit ? <UndoBar /> : null}
      <Answer query={list} loading="De groepen worden opgehaald…">
        {(data) => (
          <>
            <GroepSection key={schooljaar} schooljaar={schooljaar} data={data} mayEdit={mayEdit} />
            {state.shown === undefined ? null : (
              <GroepLeerlingen
                key={`${schooljaar} ${state.shown}`}
                schooljaar={schooljaar}
                shown={state.shown}
                groepen={data.rows}
                mayEdit={mayEdit}
              />
            )}
          </>
        )}
      </Answer>
      <SchoolYearSection key={`days ${schooljaar}`} schooljaar={schooljaar} mayEdit={mayEdit} />
    </KeepFocus>
  );
}
