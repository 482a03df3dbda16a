import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useController, type Control } from 'react-hook-form';
import { FieldRow } from './FieldRow.tsx';
import type { SchoolForm } from './schoolForm.ts';
import { TextField } from './TextField.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '20px' },
  group: { display: 'grid', gap: '12px', minWidth: 0 },
  why: { color: tokens.colorNeutralForeground2 },
});

interface PersonProps {
  control: Control<SchoolForm>;
  name: 'school.contactpersoon' | 'school.gemachtigde';
  title: string;
  why: string;
}

function Person({ control, name, title, why }: PersonProps) {
  const styles = useStyles();
  return (
    <div className={styles.group} role="group" aria-label={title}>
      <div>
        <Text block weight="semibold" size={400}>
          {title}
        </Text>
        <Text className={styles.why}>{why}</Text>
      </div>
      <FieldRow>
        <TextField
          control={control}
          name={`${name}.naam`}
          label="Naam"
          required
          maxLength={100}
          mistake={`Vul de naam van de ${title.toLowerCase()} in.`}
        />
        <TextField control={control} name={`${name}.telefoon`} label="Telefoon" type="tel" maxLength={20} />
        <TextField control={control} name={`${name}.email`} label="E-mail" type="email" maxLength={100} />
      </FieldRow>
    </div>
  );
}

/** The contactpersoon and the gemachtigde, who may be one person. */
export function PeopleFields({ control }: { control: Control<SchoolForm> }) {
  const styles = useStyles();
  const { field } = useController({ control, name: 'samePerson' });
  return (
    <div className={styles.root}>
      <Person
        control={control}
        name="school.contactpersoon"
        title="Contactpersoon"
        why="Wie BRON belt of mailt over de uitwisseling."
      />
      <Checkbox
        label="De gemachtigde is dezelfde persoon"
        checked={field.value}
        onChange={(_, { checked }) => field.onChange(checked === true)}
      />
      {field.value ? null : (
        <Person
          control={control}
          name="school.gemachtigde"
          title="Gemachtigde"
          why="Wie namens het bevoegd gezag voor de uitwisseling instaat en de wachtwoordbrief ontvangt."
        />
      )}
    </div>
  );
}
