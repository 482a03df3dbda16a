import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useWatch, type Control } from 'react-hook-form';
import { opleidingen, relaties } from '../../../../../shared/domain/verzorgers.ts';
import { waarden } from '../../../../../shared/pve/waardelijsten/waardelijsten.ts';
import { useToday } from '../../../../app/clock.ts';
import { AddressFields, countriesOn, type AddressForm } from '../../../../components/AddressFields.tsx';
import { CheckField, ChoiceField, FormDateField } from '../../../../components/FormFields.tsx';
import { TextField } from '../../../../components/TextField.tsx';
import type { LinkForm, VerzorgerForm } from './verzorgerForm.ts';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, marginBottom: tokens.spacingVerticalL },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS },
  row: {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(14rem, 100%), 1fr))',
    alignItems: 'start',
  },
  ticks: { display: 'flex', flexWrap: 'wrap', gap: '0 16px' },
});

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        <Text weight="semibold">{title}</Text>
      </legend>
      {children}
    </fieldset>
  );
}

/** What a verzorger is to the pupil. */
export function LinkFields({ control }: { control: Control<LinkForm> }) {
  const styles = useStyles();
  return (
    <Group title="Bij deze leerling">
      <div className={styles.row}>
        <ChoiceField control={control} name="relatie" label="Relatie" choices={relaties} />
      </div>
      <div className={styles.ticks}>
        <CheckField control={control} name="gezagsdrager" label="Heeft gezag" />
        <CheckField control={control} name="noodcontact" label="Bellen bij nood" />
        <CheckField control={control} name="livesWithLeerling" label="Woont bij de leerling (zelfde adres)" />
      </div>
    </Group>
  );
}

/** The fields of a verzorger, with what he is to the pupil. */
export function VerzorgerFields({ control }: { control: Control<VerzorgerForm> }) {
  const styles = useStyles();
  const today = useToday();
  const livesWithLeerling = useWatch({ control, name: 'livesWithLeerling' });
  return (
    <>
      <Group title="Naam">
        <div className={styles.row}>
          <TextField control={control} name="voorletters" label="Voorletters" maxLength={20} />
          <TextField control={control} name="roepnaam" label="Roepnaam" maxLength={200} />
          <TextField control={control} name="voorvoegsel" label="Voorvoegsel" maxLength={50} />
          <TextField control={control} name="achternaam" label="Achternaam" maxLength={200} />
          <ChoiceField
            control={control}
            name="geslacht"
            label="Geslacht"
            choices={waarden('geslacht').map(({ code, label }) => ({ code, label }))}
          />
        </div>
      </Group>
      <LinkFields control={control as unknown as Control<LinkForm>} />
      <Group title="Bereikbaar">
        <div className={styles.row}>
          <TextField control={control} name="telefoonMobile" label="Telefoon mobiel" type="tel" maxLength={30} />
          <TextField control={control} name="telefoon" label="Telefoon thuis" type="tel" maxLength={30} />
          <TextField control={control} name="telefoonWork" label="Telefoon werk" type="tel" maxLength={30} />
          <TextField control={control} name="email" label="E-mail" type="email" maxLength={200} />
        </div>
      </Group>
      {livesWithLeerling ? null : (
        <Group title="Adres">
          <AddressFields control={control as unknown as Control<AddressForm>} />
        </Group>
      )}
      <Group title="Voor het gewicht">
        <div className={styles.row}>
          <ChoiceField
            control={control}
            name="opleiding"
            label="Hoogste opleiding"
            hint="Zoals op de ouderverklaring."
            choices={opleidingen.map(({ code, label }) => ({ code, label: `${code} – ${label}` }))}
          />
          <FormDateField control={control} name="datumOuderverklaring" label="Datum ouderverklaring" />
          <ChoiceField control={control} name="geboorteland" label="Geboorteland" choices={countriesOn(today)} />
        </div>
      </Group>
      <TextField
        control={control}
        name="note"
        label="Notitie"
        rows={2}
        maxLength={2000}
        hint="Alleen voor de school, bijvoorbeeld op welke dagen iemand te bereiken is."
      />
    </>
  );
}
