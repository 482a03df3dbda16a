import { Button } from '@fluentui/react-components';
import { DocumentLockRegular } from '@fluentui/react-icons';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { call, useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { installedText } from '../../texts/certificate.ts';
import { InstallCertificateForm } from './InstallCertificateForm.tsx';

interface Props {
  /** There is a certificate already. */
  replaces: boolean;
  /** Something else is to be done first. */
  secondary?: boolean;
  /** It is in use now, and can be tested. */
  onInUse: () => void;
}

/** Chooses a certificate file, which stays in the core, shows what is in it, and installs it only then. */
export function InstallCertificate({ replaces, secondary = replaces, onInUse }: Props) {
  const notify = useNotify();
  const button = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState<{ draft: string; name: string }>();
  const choose = useAction('certificate.choose');
  const chooseFile = async () => {
    const file = await window.las.host.chooseFile({ title: 'Certificaatbestand kiezen', extensions: ['p12', 'pfx'] });
    if (!file) return;
    setChosen(undefined);
    choose.mutate({ token: file.token }, { onSuccess: ({ draft }) => setChosen({ draft, name: file.name }) });
  };
  const forget = useEffectEvent(() => {
    if (chosen) void call('certificate.discard', { draft: chosen.draft }).catch(() => undefined);
  });
  // Who leaves the page has no more use for the file.
  useEffect(() => () => forget(), []);

  const close = () => {
    setChosen(undefined);
    // The button that was pressed first comes back.
    requestAnimationFrame(() => button.current?.focus());
  };

  if (chosen)
    return (
      <InstallCertificateForm
        key={chosen.draft}
        draft={chosen.draft}
        fileName={chosen.name}
        onOther={() => void chooseFile()}
        onCancel={() => {
          forget();
          close();
        }}
        onInstalled={({ usedFrom }) => {
          if (usedFrom === undefined) {
            setChosen(undefined);
            onInUse();
          } else close();
          notify(installedText('geïnstalleerd', usedFrom));
        }}
      />
    );
  return (
    <>
      <FailureMessage failure={choose.error?.failure} />
      <div>
        <Button
          ref={button}
          appearance={secondary ? 'secondary' : 'primary'}
          icon={<DocumentLockRegular />}
          disabledFocusable={choose.isPending}
          onClick={() => void chooseFile()}
        >
          {replaces ? 'Ander certificaat installeren…' : 'Certificaatbestand kiezen…'}
        </Button>
      </div>
    </>
  );
}
