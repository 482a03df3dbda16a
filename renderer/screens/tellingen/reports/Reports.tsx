import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import type { SessionStatus } from '../../../../shared/api/session.ts';
import { useOperation } from '../../../app/api.ts';
import { Answer } from '../../../components/Answer.tsx';
import { longDate } from '../../uitwisselen/moments.ts';
import { SchooljaarField } from '../SchooljaarField.tsx';
import { useTellingenState } from '../tellingenState.ts';
import { DaySheet } from './DaySheet.tsx';
import { YearSheet } from './YearSheet.tsx';

type Listed = Output<'reports.list'>;

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 10rem) minmax(0, 24rem) minmax(0, 14rem) auto',
    gap: tokens.spacingHorizontalL,
    alignItems: 'end',
    marginBottom: tokens.spacingVerticalL,
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { display: 'none' },
  },
  choice: { minWidth: 0, width: '100%', '& select': { textOverflow: 'ellipsis' } },
});

/** The date of a sheet that is most likely wanted: the last one that is past, or else the first. */
const usualDate = (dates: readonly string[], today: string): string =>
  dates.findLast((date) => date <= today) ?? dates[0] ?? today;

/** The control lists in the place of the forms of before BRON, and the maandopgave: chosen, shown and printed. */
export function Reports({ status }: { status: SessionStatus }) {
  const { schooljaar } = useTellingenState();
  const query = useOperation('reports.list', schooljaar ? { schooljaar } : {}, { keepPrevious: true });
  return <Answer query={query}>{(listed) => <Chosen listed={listed} status={status} />}</Answer>;
}

function Chosen({ listed, status }: { listed: Listed; status: SessionStatus }) {
  const styles = useStyles();
  const [key, setKey] = useState('');
  const [date, setDate] = useState('');
  const { reports, schooljaar, today } = listed;
  const report = reports.find((one) => one.key === key) ?? reports[0];
  if (!report) return null;
  const peildatum = report.dates.includes(date) ? date : usualDate(report.dates, today);
  const school = `${status.schoolName ?? ''} (${status.brinnummer ?? ''})`;
  return (
    <>
      <div className={styles.choices}>
        <SchooljaarField schooljaar={schooljaar} today={today} />
        <Field label="Blad">
          <Select className={styles.choice} value={report.key} onChange={(_, { value }) => setKey(value)}>
            {reports.map((one) => (
              <option key={one.key} value={one.key}>
                {one.title}
              </option>
            ))}
          </Select>
        </Field>
        {report.shape === 'day' && report.dates.length > 1 ? (
          <Field label="Dag">
            <Select className={styles.choice} value={peildatum} onChange={(_, { value }) => setDate(value)}>
              {report.dates.map((day) => (
                <option key={day} value={day}>
                  {longDate(day)}
                </option>
              ))}
            </Select>
          </Field>
        ) : (
          <span />
        )}
        <Button appearance="primary" icon={<PrintRegular />} onClick={() => void window.las.host.print()}>
          Afdrukken
        </Button>
      </div>
      {report.shape === 'day' ? (
        <DaySheet report={report.key} peildatum={peildatum} school={school} />
      ) : (
        <YearSheet report={report.key} schooljaar={schooljaar} school={school} />
      )}
    </>
  );
}
