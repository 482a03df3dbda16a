import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Output } from '../../../shared/api/contract.ts';
import { DateField } from '../../components/DateField.tsx';
import { longDate } from '../uitwisselen/moments.ts';
import { SchooljaarField } from './SchooljaarField.tsx';
import { useTellingenState } from './tellingenState.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 10rem) minmax(0, 30rem) minmax(0, 11rem) minmax(0, 16rem)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    marginBottom: tokens.spacingVerticalL,
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  choice: { minWidth: 0, width: '100%', '& select': { textOverflow: 'ellipsis' } },
});

/** Chooses what is counted: a school year with its teldata, any other date, and the vestiging. */
export function CountChoices({ dates, peildatum }: { dates: Output<'tellingen.dates'>; peildatum: string }) {
  const styles = useStyles();
  const { vestigingsvolgnummer, choose } = useTellingenState();
  const { schooljaar, today, vestigingen } = dates;
  const known = dates.dates.some((one) => one.peildatum === peildatum);
  const show = (day: string) => choose({ peildatum: day, shown: undefined });
  return (
    <div className={styles.root}>
      <SchooljaarField schooljaar={schooljaar} today={today} />
      <Field label="Voorgestelde teldatum">
        <Select
          className={styles.choice}
          value={known ? peildatum : ''}
          onChange={(_, { value }) => (value === '' ? undefined : show(value))}
        >
          {known ? null : <option value="">(een andere dag)</option>}
          {dates.dates.map((one) => (
            <option key={one.peildatum} value={one.peildatum}>
              {longDate(one.peildatum)}: {one.use}
            </option>
          ))}
        </Select>
      </Field>
      <DateField label="Of een eigen dag" value={peildatum} onChange={show} required />
      {vestigingen.length > 1 ? (
        <Field label="Vestiging">
          <Select
            className={styles.choice}
            value={vestigingsvolgnummer ?? ''}
            onChange={(_, { value }) => choose({ vestigingsvolgnummer: value || undefined, shown: undefined })}
          >
            <option value="">Alle vestigingen samen</option>
            {vestigingen.map(({ volgnummer, naam }) => (
              <option key={volgnummer} value={volgnummer}>
                {volgnummer} {naam}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </div>
  );
}
