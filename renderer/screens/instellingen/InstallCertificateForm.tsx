import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Certificate } from '../../../shared/api/certificate.ts';
import type { Output } from '../../../shared/api/contract.ts';
import { useAction } from '../../app/api.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { dayOf } from '../../texts/format.ts';
import { CertificateDetails } from './CertificateDetails.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: '16px',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  narrow: { maxWidth: '420px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  name: { overflowWrap: 'anywhere' },
});

/** The button that comes in the place of the one that was pressed takes over its focus. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

interface Props {
  draft: string;
  fileName: string;
  onOther: () => void;
  onCancel: () => void;
  onInstalled: (installed: Output<'certificate.install'>) => void;
}

/** Asks the password of the chosen file, shows the certificates in it, and installs the one that is wanted. */
export function InstallCertificateForm({ draft, fileName, onOther, onCancel, onInstalled }: Props) {
  const styles = useStyles();
  const [password, setPassword] = useState('');
  const [wanted, setWanted] = useState<string>();
  const passwordField = useRef<HTMLInputElement>(null);
  const inspect = useAction('certificate.inspect', {
    onSuccess: ({ certificates }) => {
      setPassword('');
      setWanted(certificates[0]?.fingerprint);
    },
    onError: () => passwordField.current?.select(),
  });
  const install = useAction('certificate.install', { onSuccess: onInstalled, onError: () => inspect.reset() });
  useEffect(() => passwordField.current?.focus(), []);
  const certificates = inspect.data?.certificates;
  const certificate = certificates?.find(({ fingerprint }) => fingerprint === wanted);
  return (
    <form
      className={styles.form}
      noValidate
      aria-label="Certificaat installeren"
      onSubmit={(event) => {
        event.preventDefault();
        if (certificate) install.mutate({ draft, fingerprint: certificate.fingerprint });
        else if (!inspect.isPending) inspect.mutate({ draft, password });
      }}
    >
      <Text className={styles.name}>
        Gekozen bestand: <strong>{fileName}</strong>
      </Text>
      <FailureMessage failure={(inspect.error ?? install.error)?.failure} />
      {certificates && certificate ? (
        <>
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              Controleer of dit het certificaat van uw school en aanleverpunt is. Er is nog niets geïnstalleerd.
            </MessageBarBody>
          </MessageBar>
          {certificates.length > 1 ? (
            <WhichCertificate certificates={certificates} wanted={certificate.fingerprint} onWant={setWanted} />
          ) : null}
          <CertificateDetails certificate={certificate} />
        </>
      ) : (
        <div className={styles.narrow}>
          <PasswordField
            label="Wachtwoord van het certificaat"
            hint="Het wachtwoord uit de wachtwoordbrief, of dat van uw reservekopie."
            autoComplete="off"
            inputRef={passwordField}
            value={password}
            onChange={setPassword}
          />
        </div>
      )}
      <div className={styles.buttons}>
        {certificate ? (
          <Button
            key="install"
            ref={takeFocus}
            appearance="primary"
            type="submit"
            disabledFocusable={install.isPending}
          >
            {install.isPending ? 'Installeren…' : 'Installeren'}
          </Button>
        ) : (
          <Button key="inspect" appearance="primary" type="submit" disabledFocusable={inspect.isPending}>
            {inspect.isPending ? 'Bestand wordt gelezen…' : 'Certificaat bekijken'}
          </Button>
        )}
        <Button onClick={onOther}>Ander bestand…</Button>
        <Button appearance="subtle" onClick={onCancel}>
          Annuleren
        </Button>
      </div>
    </form>
  );
}

interface WhichProps {
  certificates: readonly Certificate[];
  wanted: string;
  onWant: (fingerprint: string) => void;
}

function WhichCertificate({ certificates, wanted, onWant }: WhichProps) {
  return (
    <Field
      label="Welk certificaat?"
      hint="In dit bestand staan meer certificaten van dit aanleverpunt. Meestal is het nieuwste het goede."
    >
      <RadioGroup value={wanted} onChange={(_, { value }) => onWant(value)}>
        {certificates.map(({ fingerprint, grantedTo, validFrom, validTo }) => (
          <Radio
            key={fingerprint}
            value={fingerprint}
            label={`${grantedTo}, geldig van ${dayOf(validFrom)} tot ${dayOf(validTo)}`}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
