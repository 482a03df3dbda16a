import { Button, makeStyles, Text, Tooltip } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { useFieldArray, type Control } from 'react-hook-form';
import { FieldRow } from './FieldRow.tsx';
import { SoortFields } from './SoortFields.tsx';
import { nextVolgnummer, type SchoolForm } from './schoolForm.ts';
import { TextField } from './TextField.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '16px' },
  group: { border: 'none', margin: 0, padding: 0, display: 'grid', gap: '8px', minWidth: 0 },
  vestiging: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-start' },
  number: { width: '112px' },
  name: { flex: '1 1 200px' },
  remove: { marginTop: '26px' },
  add: { justifySelf: 'start' },
});

/** BRIN, aanleverpunt, soort, name and vestigingen of the school. */
export function SchoolFields({ control }: { control: Control<SchoolForm> }) {
  const styles = useStyles();
  const { fields, append, remove } = useFieldArray({ control, name: 'school.vestigingen' });
  return (
    <div className={styles.root}>
      <FieldRow>
        <TextField
          control={control}
          name="school.brinnummer"
          label="BRIN"
          required
          maxLength={4}
          placeholder="99ZZ"
          hint="Het nummer van uw school: twee cijfers en twee letters."
          mistake="Een BRIN heeft twee cijfers en twee letters, bijvoorbeeld 99ZZ."
          tidy={(typed) => typed.toUpperCase().trim()}
        />
        <TextField
          control={control}
          name="school.aanleverpunt"
          label="Aanleverpunt"
          required
          maxLength={2}
          hint="Eén leerlingenadministratie die met BRON uitwisselt; met maar één administratie meestal 00."
          mistake="Een aanleverpunt heeft twee cijfers, bijvoorbeeld 00."
        />
      </FieldRow>
      <SoortFields control={control} />
      <TextField
        control={control}
        name="school.naam"
        label="Naam van de school"
        required
        maxLength={70}
        mistake="Vul de naam van de school in (ten hoogste 70 tekens)."
      />
      <fieldset className={styles.group}>
        <Text as="span" weight="semibold" id="vestigingen">
          Vestigingen
        </Text>
        {fields.map((field, index) => (
          <div key={field.id} className={styles.vestiging} role="group" aria-label={`Vestiging ${index + 1}`}>
            <TextField
              control={control}
              className={styles.number}
              name={`school.vestigingen.${index}.volgnummer`}
              label="Volgnummer"
              required
              maxLength={2}
              mistake="Twee cijfers."
            />
            <TextField
              control={control}
              className={styles.name}
              name={`school.vestigingen.${index}.naam`}
              label="Naam of adres"
              required
              maxLength={70}
              mistake="Vul de naam of het adres van de vestiging in."
            />
            <Tooltip content={`Vestiging ${index + 1} verwijderen`} relationship="label">
              <Button
                className={styles.remove}
                appearance="subtle"
                icon={<DeleteRegular />}
                disabled={fields.length === 1}
                onClick={() => remove(index)}
              />
            </Tooltip>
          </div>
        ))}
        <Button
          className={styles.add}
          icon={<AddRegular />}
          disabled={fields.length >= 50}
          onClick={() => append({ volgnummer: nextVolgnummer(fields.map(({ volgnummer }) => volgnummer)), naam: '' })}
        >
          Vestiging toevoegen
        </Button>
      </fieldset>
    </div>
  );
}
