import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { DocumentLockRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { failure } from '../../../shared/api/errors.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { base64Of, useFileChoice } from '../../components/useFileChoice.tsx';
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

/** As much as the contract takes: a certificate is a few kilobytes. */
const LARGEST_FILE = 1024 * 1024;

/** The button that comes in the place of the one that was pressed takes over its focus. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

/** Chooses a certificate file, shows what is in it, and installs it only then. */
export function InstallCertificate({ replaces, onInstalled }: { replaces: boolean; onInstalled: () => void }) {
  const styles = useStyles();
  const notify = useNotify();
  const [file, setFile] = useState<File>();
  const [password, setPassword] = useState('');
  const passwordField = useRef<HTMLInputElement>(null);
  const inspect = useAction('certificate.inspect', { onError: () => passwordField.current?.select() });
  const install = useAction('certificate.install', {
    onSuccess: () => {
      start(undefined);
      notify('Het certificaat is geïnstalleerd. Test het nu.');
      onInstalled();
    },
    onError: () => inspect.reset(),
  });
  const start = (chosen: File | undefined) => {
    setFile(chosen);
    setPassword('');
    inspect.reset();
    install.reset();
  };
  const choice = useFileChoice('.p12,.pfx', (chosen) => start(chosen));
  useEffect(() => passwordField.current?.focus(), [file]);
  const tooLarge = file !== undefined && file.size > LARGEST_FILE;
  const draft = inspect.data;

  const look = async (chosen: File) => {
    install.reset();
    const bytes = await base64Of(chosen).catch(() => '');
    inspect.mutate({ file: bytes, password });
  };

  if (!file)
    return (
      <div>
        {choice.input}
        <Button appearance={replaces ? 'secondary' : 'primary'} icon={<DocumentLockRegular />} onClick={choice.open}>
          {replaces ? 'Ander certificaat installeren…' : 'Certificaatbestand kiezen…'}
        </Button>
      </div>
    );
  return (
    <form
      className={styles.form}
      noValidate
      aria-label="Certificaat installeren"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft) install.mutate({ draft: draft.draft });
        else if (!tooLarge && !inspect.isPending) void look(file);
      }}
    >
      {choice.input}
      <Text className={styles.name}>
        Gekozen bestand: <strong>{file.name}</strong>
      </Text>
      <FailureMessage
        failure={tooLarge ? failure('certificate-not-pkcs12') : (inspect.error ?? install.error)?.failure}
      />
      {draft ? (
        <>
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              Controleer of dit het certificaat van uw school en aanleverpunt is. Er is nog niets geïnstalleerd.
            </MessageBarBody>
          </MessageBar>
          <CertificateDetails certificate={draft.certificate} />
        </>
      ) : (
        <div className={styles.narrow}>
          <PasswordField
            label="Wachtwoord van het certificaat"
            hint="Het wachtwoord uit de wachtwoordbrief."
            autoComplete="off"
            inputRef={passwordField}
            value={password}
            onChange={setPassword}
          />
        </div>
      )}
      <div className={styles.buttons}>
        {draft ? (
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
          <Button key="inspect" appearance="primary" type="submit" disabledFocusable={inspect.isPending || tooLarge}>
            {inspect.isPending ? 'Bestand wordt gelezen…' : 'Certificaat bekijken'}
          </Button>
        )}
        <Button onClick={choice.open}>Ander bestand…</Button>
        <Button appearance="subtle" onClick={() => start(undefined)}>
          Annuleren
        </Button>
      </div>
    </form>
  );
}
