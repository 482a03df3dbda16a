import { Button, Text } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CertificateState } from '../../../shared/api/certificate.ts';
import { useAction } from '../../app/api.ts';
import { clock } from '../../app/clock.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { removalSentences } from '../../texts/certificate.ts';
import { dayOf } from '../../texts/format.ts';

interface Props {
  state: CertificateState;
  certificate: { fingerprint: string; validTo: string };
  size?: 'small' | 'medium';
}

/** Destroys the key of a certificate, after it has been said what stops. */
export function RemoveCertificate({ state, certificate, size = 'medium' }: Props) {
  const { fingerprint, validTo } = certificate;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const remove = useAction('certificate.remove', {
    onSuccess: () => {
      setAsking(false);
      notify('Het certificaat is verwijderd. De sleutel is vernietigd.');
    },
  });
  return (
    <>
      <Button
        size={size}
        icon={<DeleteRegular />}
        aria-label={`Verwijderen: certificaat geldig tot ${dayOf(validTo)}`}
        onClick={() => {
          remove.reset();
          setAsking(true);
        }}
      >
        Verwijderen…
      </Button>
      {asking ? (
        <ActionDialog
          title={`Certificaat dat geldig is tot ${dayOf(validTo)} verwijderen?`}
          submit="Verwijderen"
          submitting="Verwijderen…"
          busy={remove.isPending}
          failure={remove.error?.failure}
          onSubmit={() => remove.mutate({ fingerprint })}
          onClose={() => setAsking(false)}
        >
          {removalSentences(state, fingerprint, clock.now().toISOString()).map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
        </ActionDialog>
      ) : null}
    </>
  );
}
