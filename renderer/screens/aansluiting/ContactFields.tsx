import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useFieldArray, useWatch, type Control } from 'react-hook-form';
import { FieldRow } from '../../components/FieldRow.tsx';
import { CheckField } from '../../components/FormFields.tsx';
import { nextVolgnummer } from '../../components/schoolForm.ts';
import { TextField } from '../../components/TextField.tsx';
import type { ContactValues } from './contactValues.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '20px' },
  group: { display: 'grid', gap: '12px', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Fields = Control<ContactValues>;
type PersonName =
  'contact.hoofdvestiging.gemachtigde' | 'contact.relatiebeheerder' | `contact.aanleverpunten.${number}.contactpersoon`;
type AdresName = 'contact.hoofdvestiging.adres' | `contact.aanleverpunten.${number}.adres`;

const tidyPostcode = (typed: string) => typed.toUpperCase().replaceAll(' ', '');

function Adres({ control, name }: { control: Fields; name: AdresName }) {
  return (
    <FieldRow>
      <TextField control={control} name={`${name}.straatnaam`} label="Straat" required mistake="Vul de straat in." />
      <TextField
        control={control}
        name={`${name}.huisnummer`}
        label="Huisnummer"
        required
        mistake="Vul het huisnummer in."
      />
      <TextField
        control={control}
        name={`${name}.postcode`}
        label="Postcode"
        required
        maxLength={7}
        tidy={tidyPostcode}
        mistake="Een postcode heeft vier cijfers en twee letters."
      />
      <TextField control={control} name={`${name}.plaats`} label="Plaats" required mistake="Vul de plaats in." />
    </FieldRow>
  );
}

function Person({ control, name, required }: { control: Fields; name: PersonName; required: boolean }) {
  return (
    <FieldRow>
      <TextField control={control} name={`${name}.naam`} label="Naam" required={required} mistake="Vul de naam in." />
      <TextField
        control={control}
        name={`${name}.telefoonnummer`}
        label="Telefoon"
        type="tel"
        maxLength={20}
        required={required}
        mistake="Vul het telefoonnummer in."
      />
      <TextField
        control={control}
        name={`${name}.email`}
        label="E-mail"
        type="email"
        maxLength={100}
        required={required}
        mistake="Vul een e-mailadres in, zoals naam@school.nl."
      />
    </FieldRow>
  );
}

/** A group of fields under a heading. */
function Group({ title, children }: { title: string; children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.group} role="group" aria-label={title}>
      <Text block weight="semibold" size={400}>
        {title}
      </Text>
      {children}
    </div>
  );
}

/** Hoofdvestiging, gemachtigde, aanleverpunten with their contactpersoon, and relatiebeheerder (Stappenplan step 2). */
export function ContactFields({ control }: { control: Fields }) {
  const styles = useStyles();
  const points = useFieldArray({ control, name: 'contact.aanleverpunten' });
  const [samePerson, sameAdres] = useWatch({ control, name: ['samePerson', 'sameAdres'] });
  const add = () => {
    const taken = points.fields.map(({ aanleverpunt }) => aanleverpunt);
    const [empty] = points.fields;
    if (!empty) return;
    points.append({
      aanleverpunt: nextVolgnummer(taken),
      las: '',
      adres: { straatnaam: '', huisnummer: '', postcode: '', plaats: '' },
      contactpersoon: { naam: '', telefoonnummer: '', email: '' },
    });
  };
  return (
    <div className={styles.root}>
      <Group title="Hoofdvestiging">
        <FieldRow>
          <TextField
            control={control}
            name="contact.hoofdvestiging.naam"
            label="Naam van de school"
            required
            mistake="Vul de naam van de school in."
          />
          <TextField
            control={control}
            name="contact.hoofdvestiging.vestigingsvolgnummer"
            label="Vestigingsnummer"
            required
            maxLength={2}
            mistake="Een vestigingsnummer heeft twee cijfers, meestal 00."
          />
        </FieldRow>
        <Adres control={control} name="contact.hoofdvestiging.adres" />
      </Group>
      <CheckField control={control} name="sameAdres" label="De aanleverpunten hebben het adres van de hoofdvestiging" />
      {points.fields.map((point, index) => (
        <Group key={point.id} title={`Aanleverpunt ${point.aanleverpunt}`}>
          <TextField
            control={control}
            name={`contact.aanleverpunten.${index}.las`}
            label="Leerlingadministratiesysteem (LAS)"
            required
            mistake="Vul in met welk programma dit aanleverpunt werkt."
          />
          {sameAdres ? null : <Adres control={control} name={`contact.aanleverpunten.${index}.adres`} />}
          <Text>Contactpersoon: wie de administratie doet.</Text>
          <Person control={control} name={`contact.aanleverpunten.${index}.contactpersoon`} required />
          {index > 0 ? (
            <div className={styles.buttons}>
              <Button onClick={() => points.remove(index)}>Aanleverpunt {point.aanleverpunt} weghalen</Button>
            </div>
          ) : null}
        </Group>
      ))}
      <div className={styles.buttons}>
        <Button onClick={add}>Nog een aanleverpunt</Button>
      </div>
      <CheckField control={control} name="samePerson" label="De gemachtigde is de contactpersoon" />
      {samePerson ? null : (
        <Group title="Gemachtigde">
          <Text>Wie verantwoordelijk is voor de uitwisseling en de brieven van BRON krijgt.</Text>
          <Person control={control} name="contact.hoofdvestiging.gemachtigde" required />
        </Group>
      )}
      <Group title="Relatiebeheerder bij de organisatie BRON">
        <Text>Niet verplicht.</Text>
        <Person control={control} name="contact.relatiebeheerder" required={false} />
      </Group>
    </div>
  );
}
