import { Button, makeStyles } from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons';
import type { Control, UseFormSetValue } from 'react-hook-form';
import { FieldRow } from '../../components/FieldRow.tsx';
import { useFileChoice } from '../../components/useFileChoice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ProxyFields } from './ProxyFields.tsx';
import type { SettingsForm } from './settingsForm.ts';

const useStyles = makeStyles({ root: { display: 'grid', gap: '16px' }, button: { justifySelf: 'start' } });

interface Props {
  control: Control<SettingsForm>;
  setValue: UseFormSetValue<SettingsForm>;
}

/** Where BRON is, and which authority is trusted besides those of the computer. For a systeembeheerder. */
export function ExchangeFields({ control, setValue }: Props) {
  const styles = useStyles();
  const choice = useFileChoice('.pem,.crt,.cer', async (file) => {
    setValue('exchange.caPem', await file.text(), { shouldDirty: true, shouldValidate: true });
  });
  return (
    <div className={styles.root}>
      <TextField
        control={control}
        name="exchange.endpoint"
        label="Adres van BRON"
        type="url"
        placeholder="https://…:6914/POKANAAL/"
        hint="Het adres van de webservice. De computer moet daar over poort 6914 bij kunnen."
        mistake="Een adres begint met https://. Laat het veld leeg als u het nog niet weet."
        tidy={(typed) => typed.trim()}
      />
      <TextField
        control={control}
        name="exchange.site"
        label="Adres van de site van BRON"
        type="url"
        placeholder="https://…"
        hint="De site met Mijn BRON, waar u het certificaat downloadt. De computer moet daar over poort 443 bij kunnen."
        mistake="Een adres begint met https://. Laat het veld leeg als u het nog niet weet."
        tidy={(typed) => typed.trim()}
      />
      <TextField
        control={control}
        name="exchange.caPem"
        label="Certificaat van een eigen uitgever (CA, in PEM)"
        rows={4}
        hint="Meestal leeg. Alleen nodig als BRON of een proxy een servercertificaat gebruikt dat Windows niet kent: plak de tekst die begint met -----BEGIN CERTIFICATE-----, of kies het bestand."
        mistake="Deze tekst is te lang."
      />
      <Button className={styles.button} icon={<DocumentRegular />} onClick={choice.open}>
        CA-bestand kiezen…
      </Button>
      {choice.input}
      <ProxyFields control={control} />
      <FieldRow>
        <TextField
          control={control}
          name="exchange.ports.http"
          label="Adres om poort 80 te testen"
          type="url"
          placeholder="http://…/"
          hint="Een website zonder beveiliging. Leeg: poort 80 wordt niet getest."
          mistake="Dit adres begint met http://. Laat het veld leeg als u het niet weet."
          tidy={(typed) => typed.trim()}
        />
        <TextField
          control={control}
          name="exchange.ports.https"
          label="Adres om poort 443 te testen"
          type="url"
          placeholder="https://…/"
          hint="De website van BRON. Leeg: poort 443 wordt niet getest."
          mistake="Dit adres begint met https://. Laat het veld leeg als u het niet weet."
          tidy={(typed) => typed.trim()}
        />
      </FieldRow>
    </div>
  );
}
