import { Checkbox, Field, makeStyles, Select } from '@fluentui/react-components';
import { useController, useWatch, type Control } from 'react-hook-form';
import type { ProxyMode } from '../../../shared/api/settings.ts';
import { FieldRow } from '../../components/FieldRow.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { TextField } from '../../components/TextField.tsx';
import type { SettingsForm } from './settingsForm.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '16px' },
});

const modes: readonly (readonly [ProxyMode, label: string])[] = [
  ['geen', 'Geen proxy: rechtstreeks verbinden'],
  ['systeem', 'De proxy die op deze computer is ingesteld'],
  ['handmatig', 'Een proxy die ik zelf invul'],
];

/** Whether a proxy stands between this computer and BRON. */
export function ProxyFields({ control }: { control: Control<SettingsForm> }) {
  const styles = useStyles();
  const { field } = useController({ control, name: 'exchange.proxy.mode' });
  return (
    <div className={styles.root} role="group" aria-label="Proxy">
      <Field
        label="Proxy"
        hint="Een proxyserver geeft het internetverkeer van de school door. De instelling van de computer is meestal goed."
      >
        <Select
          ref={field.ref}
          name={field.name}
          value={field.value}
          onBlur={field.onBlur}
          onChange={(_, data) => field.onChange(data.value)}
        >
          {modes.map(([mode, label]) => (
            <option key={mode} value={mode}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {field.value === 'handmatig' ? <ByHand control={control} /> : null}
    </div>
  );
}

function ByHand({ control }: { control: Control<SettingsForm> }) {
  const password = useController({ control, name: 'exchange.proxy.password' });
  const kept = useController({ control, name: 'exchange.proxy.passwordSet' });
  const wasKept = kept.formState.defaultValues?.exchange?.proxy?.passwordSet ?? false;
  const user = useWatch({ control, name: 'exchange.proxy.user' });
  return (
    <>
      <FieldRow>
        <TextField
          control={control}
          name="exchange.proxy.host"
          label="Adres van de proxy"
          required
          placeholder="proxy.school.example"
          hint="Alleen de naam of het nummer, zonder http:// ervoor."
          mistake="Vul de naam of het nummer van de proxy in, zonder http:// en zonder poort."
          tidy={(typed) => typed.trim()}
        />
        <TextField
          control={control}
          name="exchange.proxy.port"
          label="Poort van de proxy"
          required
          placeholder="8080"
          maxLength={5}
          mistake="Een poort is een getal van 1 tot en met 65535, vaak 8080 of 3128."
          tidy={(typed) => typed.trim()}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          control={control}
          name="exchange.proxy.user"
          label="Gebruikersnaam voor de proxy"
          hint="Leeg laten als de proxy daar niet om vraagt."
          mistake="Deze naam is te lang."
        />
        <PasswordField
          label="Wachtwoord voor de proxy"
          autoComplete="off"
          value={password.field.value ?? ''}
          inputRef={password.field.ref}
          onChange={password.field.onChange}
          disabled={user === ''}
          hint={
            wasKept && kept.field.value
              ? 'Er is een wachtwoord bewaard. Laat het veld leeg om dat te houden.'
              : 'Wordt versleuteld bewaard en niet meer getoond.'
          }
        />
      </FieldRow>
      {wasKept ? (
        <Checkbox
          label="Het bewaarde wachtwoord verwijderen"
          checked={!kept.field.value}
          onChange={(_, { checked }) => kept.field.onChange(checked !== true)}
        />
      ) : null}
    </>
  );
}
