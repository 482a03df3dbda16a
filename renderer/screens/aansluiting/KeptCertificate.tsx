import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import { DeleteRegular, DocumentLockRegular, SaveRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { installedText } from '../../texts/certificate.ts';
import { moment } from '../../texts/format.ts';
import { InstallCertificateForm } from '../instellingen/InstallCertificateForm.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface Props {
  receivedAt: string;
  /** Why it could not be installed, as far as it was tried just now. */
  why: LasFailure | undefined;
  onInstalled: () => void;
}

/** A file that was downloaded and is not installed yet: it can be installed now, kept elsewhere, or thrown away. */
export function KeptCertificate({ receivedAt, why, onInstalled }: Props) {
  const styles = useStyles();
  const notify = useNotify();
  const [draft, setDraft] = useState<string>();
  const [throwing, setThrowing] = useState(false);
  const open = useAction('certificate.openKept', { onSuccess: (opened) => setDraft(opened.draft) });
  const save = useAction('certificate.saveKept');
  const discard = useAction('certificate.discardKept', {
    onSuccess: () => notify('Het gedownloade certificaat is weggegooid.'),
  });
  const saveAs = async () => {
    const target = await window.las.host.chooseTarget({ name: 'certificaat-bron.p12' });
    if (!target) return;
    save.mutate(
      { target: target.token },
      {
        onSuccess: () => {
          void window.las.host.fileWritten(target);
          notify('Het bestand is opgeslagen. Bewaar het apart van de wachtwoordbrief.');
        },
      },
    );
  };
  if (draft)
    return (
      <InstallCertificateForm
        key={draft}
        draft={draft}
        fileName="het gedownloade certificaat"
        onOther={() => open.mutate({})}
        onCancel={() => setDraft(undefined)}
        onInstalled={({ usedFrom }) => {
          setDraft(undefined);
          notify(installedText('geïnstalleerd', usedFrom));
          onInstalled();
        }}
      />
    );
  return (
    <div className={styles.root}>
      <MessageBar intent="warning" layout="multiline" data-kept={receivedAt}>
        <MessageBarBody>
          <MessageBarTitle>
            Het certificaat is gedownload op {moment(receivedAt)} en nog niet geïnstalleerd.
          </MessageBarTitle>
          Het staat veilig in dit programma. Installeer het met het wachtwoord uit de wachtwoordbrief, of sla het op als
          bestand wanneer het bij een andere administratie hoort.
        </MessageBarBody>
      </MessageBar>
      <FailureMessage failure={(open.error ?? save.error)?.failure ?? why} />
      <div className={styles.buttons}>
        <Button appearance="primary" icon={<DocumentLockRegular />} onClick={() => open.mutate({})}>
          Nu installeren
        </Button>
        <Button icon={<SaveRegular />} disabledFocusable={save.isPending} onClick={() => void saveAs()}>
          Opslaan als bestand…
        </Button>
        <Button icon={<DeleteRegular />} onClick={() => setThrowing(true)}>
          Weggooien…
        </Button>
      </div>
      {throwing ? (
        <ActionDialog
          title="Het gedownloade certificaat weggooien?"
          submit="Weggooien"
          busy={discard.isPending}
          failure={discard.error?.failure}
          onSubmit={() => discard.mutate({})}
          onClose={() => setThrowing(false)}
        >
          <Text>
            BRON geeft het niet nog een keer: daarna hebt u een nieuwe wachtwoordbrief nodig, of het bestand dat u hebt
            opgeslagen.
          </Text>
        </ActionDialog>
      ) : null}
    </div>
  );
}
