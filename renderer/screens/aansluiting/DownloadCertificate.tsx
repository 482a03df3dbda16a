import { Button, Field, Input, makeStyles, Text } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { Path } from '../../../shared/api/aansluiting.ts';
import { isCause } from '../../../shared/api/causes.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { useAction } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useNotify } from '../../app/notify.tsx';
import { CausePanel } from '../../components/CausePanel.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { installedText } from '../../texts/certificate.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '12px', maxWidth: '640px' },
  fields: { display: 'grid', gap: '12px', maxWidth: '420px' },
});

interface Props {
  path: Path;
  /** There is a certificate already. */
  again: boolean;
  /** It is in use and can be tested. */
  onInstalled: () => void;
  onFailed: (failure: LasFailure) => void;
}

/** Downloads the certificate with what the wachtwoordbrief says, and installs it. The password goes to the site and nowhere else. */
export function DownloadCertificate({ path, again, onInstalled, onFailed }: Props) {
  const styles = useStyles();
  const notify = useNotify();
  const known = path.documents.findLast(({ kind }) => kind === 'wachtwoordbrief')?.gebruikersnaam ?? '';
  const [open, setOpen] = useState(!again);
  const [gebruikersnaam, setGebruikersnaam] = useState(known);
  const [password, setPassword] = useState('');
  const passwordField = useRef<HTMLInputElement>(null);
  const download = useAction('certificate.download', {
    onSuccess: ({ usedFrom }) => {
      setOpen(false);
      notify(installedText('gedownload en geïnstalleerd', usedFrom));
      onInstalled();
    },
    onError: ({ failure }) => {
      onFailed(failure);
      passwordField.current?.focus();
    },
    onSettled: () => setPassword(''),
  });
  if (!open)
    return (
      <div>
        <Button icon={<ArrowDownloadRegular />} onClick={() => setOpen(true)}>
          Nieuw certificaat downloaden…
        </Button>
      </div>
    );
  const ready = gebruikersnaam.trim() !== '' && password.trim() !== '';
  return (
    <form
      className={styles.form}
      noValidate
      aria-label="Certificaat downloaden"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !download.isPending) download.mutate({ gebruikersnaam, password });
      }}
    >
      <Text>
        Neem de gegevens over uit de wachtwoordbrief. U mag vijf keer proberen. Het programma gebruikt het wachtwoord
        één keer en bewaart het niet; bewaar de brief.
      </Text>
      <div className={styles.fields}>
        <Field label="Gebruikersnaam" required>
          <Input
            value={gebruikersnaam}
            autoComplete="off"
            maxLength={100}
            onChange={(_, data) => setGebruikersnaam(data.value)}
          />
        </Field>
        <PasswordField
          label="Wachtwoord uit de wachtwoordbrief"
          autoComplete="off"
          required
          inputRef={passwordField}
          value={password}
          onChange={setPassword}
        />
      </div>
      <Failure failure={download.error?.failure} />
      <div>
        <Button
          type="submit"
          appearance="primary"
          icon={<ArrowDownloadRegular />}
          disabled={!ready && !download.isPending}
          disabledFocusable={download.isPending}
        >
          {download.isPending ? 'Certificaat wordt gedownload…' : 'Downloaden en installeren'}
        </Button>
      </div>
    </form>
  );
}

function Failure({ failure }: { failure: LasFailure | undefined }) {
  const go = useNavigation((state) => state.go);
  if (!failure) return null;
  const settings = failure.code === 'site-missing' || isCause(failure.code);
  return (
    <>
      <CausePanel
        failure={failure}
        {...(settings
          ? { actions: <Button onClick={() => go({ screen: 'instellingen' })}>Naar Instellingen</Button> }
          : {})}
      />
      {isCause(failure.code) ? (
        <Text>
          Probeer het daarna opnieuw. Zegt BRON dan dat het certificaat al is gedownload, vraag de Helpdesk BRON dan om
          een nieuwe wachtwoordbrief.
        </Text>
      ) : null}
    </>
  );
}
