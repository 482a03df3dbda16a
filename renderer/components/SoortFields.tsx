import { Checkbox, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useController, type Control } from 'react-hook-form';
import { asksCluster, clusters, schoolSoorten, soortOf } from '../../shared/domain/schoolSoort.ts';
import type { School } from '../../shared/api/session.ts';
import type { SchoolForm } from './schoolForm.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '8px' },
  choice: { maxWidth: '32rem' },
  control: { minWidth: 0, width: '100%' },
  text: { color: tokens.colorNeutralForeground2 },
});

/** What kind of school it is, on which the gegevens of its pupils depend; of a school for SO or VSO also its cluster. */
export function SoortFields({ control }: { control: Control<SchoolForm> }) {
  const styles = useStyles();
  const soort = useController({ control, name: 'school.soort' });
  const cluster = useController({ control, name: 'school.cluster' });
  const epilepsy = useController({ control, name: 'school.epilepsy' });
  const code = soort.field.value;
  const refused = soort.fieldState.error?.message;
  const choose = (next: School['soort']) => {
    soort.field.onChange(next);
    if (asksCluster(next)) return;
    cluster.field.onChange(undefined);
    epilepsy.field.onChange(undefined);
  };
  return (
    <div className={styles.root}>
      <Field
        className={styles.choice}
        label="Soort school"
        required
        validationState={refused === undefined ? 'none' : 'error'}
        validationMessage={refused}
      >
        <Select
          ref={soort.field.ref}
          className={styles.control}
          value={code}
          onChange={(_, { value }) => choose(value as School['soort'])}
          onBlur={soort.field.onBlur}
        >
          {schoolSoorten.map(({ code: each, label }) => (
            <option key={each} value={each}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Text className={styles.text} role="status">
        {soortOf(code).text}
      </Text>
      {asksCluster(code) ? (
        <>
          <Field
            className={styles.choice}
            label="Cluster"
            hint="Het staat in de beschikking van uw school. Ervan hangt af welke gegevens BRON van een leerling vraagt."
          >
            <Select
              className={styles.control}
              value={cluster.field.value ?? ''}
              onChange={(_, { value }) => cluster.field.onChange(value === '' ? undefined : value)}
              onBlur={cluster.field.onBlur}
            >
              <option value="">(nog niet bekend)</option>
              {clusters.map(({ code: each, label }) => (
                <option key={each} value={each}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
          <Checkbox
            label="School voor leerlingen met epilepsie (De Waterlelie of De Berkenschutse): die kan een arrangement geven"
            checked={epilepsy.field.value === true}
            onChange={(_, { checked }) => epilepsy.field.onChange(checked === true ? true : undefined)}
          />
        </>
      ) : null}
    </div>
  );
}
