import { Button, Text } from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Certificate } from '../../../shared/api/certificate.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { NewPassword } from '../../components/NewPassword.tsx';
import { newPasswordProblem } from '../../components/password.ts';
import { dayOf } from '../../texts/format.ts';

const nothing = { password: '', again: '' };

interface Props {
  certificate: Certificate;
  /** Names of which the password must not be made. */
  about: readonly string[];
}

/** Writes a certificate with its key to a file of the person's choice, with a password of its own. */
export function CopyCertificate({ certificate, about }: Props) {
  const { fingerprint, grantedTo, validTo } = certificate;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState(nothing);
  const [tried, setTried] = useState(false);
  const copy = useAction('certificate.export');
  const close = () => {
    setAsking(false);
    setValue(nothing);
    setTried(false);
    copy.reset();
  };
  const write = async () => {
    setTried(true);
    if (newPasswordProblem(value.password, value.again, about)) return;
    const target = await window.las.host.chooseTarget({
      name: `certificaat-${grantedTo}-tot-${validTo.slice(0, 10)}.p12`,
    });
    if (!target) return;
    copy.mutate(
      { fingerprint, target: target.token, password: value.password },
      {
        onSuccess: () => {
          void window.las.host.fileWritten(target);
          close();
          notify(
            'De reservekopie van het certificaat is gemaakt en gecontroleerd. Bewaar bestand en wachtwoord apart.',
          );
        },
      },
    );
  };
  return (
    <>
      <Button
        icon={<SaveRegular />}
        aria-label={`Reservekopie maken: certificaat geldig tot ${dayOf(validTo)}`}
        onClick={() => setAsking(true)}
      >
        Reservekopie maken…
      </Button>
      {asking ? (
        <ActionDialog
          title="Reservekopie van het certificaat"
          submit="Opslaan als…"
          submitting="Bestand wordt geschreven…"
          busy={copy.isPending}
          failure={copy.error?.failure}
          onSubmit={() => void write()}
          onClose={close}
        >
          <Text>
            In het bestand staan het certificaat en de sleutel, versleuteld met een wachtwoord dat u nu kiest. Wie beide
            heeft, kan zich bij BRON voordoen als uw school: bewaar het wachtwoord niet bij het bestand.
          </Text>
          <NewPassword value={value} onChange={setValue} tried={tried} about={about} />
        </ActionDialog>
      ) : null}
    </>
  );
}
