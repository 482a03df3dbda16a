import { makeStyles } from '@fluentui/react-components';
import { useWatch, type Control } from 'react-hook-form';
import { NEDERLAND } from '../../shared/pve/controles/readings.ts';
import type { AdresKey } from '../../shared/domain/ownGegevens.ts';
import { waarden } from '../../shared/pve/waardelijsten/waardelijsten.ts';
import { useToday } from '../app/clock.ts';
import { ChoiceField } from './FormFields.tsx';
import { TextField } from './TextField.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(14rem, 100%), 1fr))',
    alignItems: 'start',
  },
});

/** An address as it is typed. */
export type AddressForm = Record<AdresKey, string>;

/** The countries that exist on a date, by name. */
export const countriesOn = (date: string): { code: string; label: string }[] =>
  waarden('land', date)
    .map(({ code, label }) => ({ code, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl'));

const tidyPostcode = (typed: string) => typed.toUpperCase();

/** An address in the Netherlands, or in three lines abroad. */
export function AddressFields({ control }: { control: Control<AddressForm> }) {
  const styles = useStyles();
  const land = useWatch({ control, name: 'land' });
  const abroad = land !== '' && land !== NEDERLAND;
  const today = useToday();
  return (
    <div className={styles.root}>
      <ChoiceField control={control} name="land" label="Land" hint="Leeg is Nederland." choices={countriesOn(today)} />
      {abroad ? (
        <>
          <TextField control={control} name="adresregelBuitenland1" label="Adresregel 1" maxLength={35} />
          <TextField control={control} name="adresregelBuitenland2" label="Adresregel 2" maxLength={35} />
          <TextField control={control} name="adresregelBuitenland3" label="Adresregel 3" maxLength={35} />
        </>
      ) : (
        <>
          <TextField control={control} name="postcode" label="Postcode" maxLength={7} tidy={tidyPostcode} />
          <TextField control={control} name="huisnummer" label="Huisnummer" maxLength={5} />
          <TextField control={control} name="huisnummerToevoeging" label="Toevoeging" maxLength={5} />
          <ChoiceField
            control={control}
            name="huisnummerAanduiding"
            label="Aanduiding bij huisnummer"
            choices={waarden('huisnummerAanduiding').map(({ code, label }) => ({ code, label }))}
          />
          <TextField control={control} name="straatnaam" label="Straat" maxLength={24} />
          <TextField control={control} name="plaatsnaam" label="Plaats" maxLength={24} />
          <TextField
            control={control}
            name="locatieOmschrijving"
            label="Omschrijving van de plek"
            hint="Alleen als er geen huisnummer is, bijvoorbeeld bij een woonboot."
            maxLength={35}
          />
        </>
      )}
    </div>
  );
}
