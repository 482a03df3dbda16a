import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { certificateNotice } from '../../texts/certificate.ts';

interface Props {
  /** It leads to Instellingen. */
  leads: boolean;
  /** What says in its place that there is none. */
  missing?: ReactNode;
}

/** Warns of a certificate that is missing or ends, with what to do now. */
export function CertificateNotice({ leads, missing }: Props) {
  const go = useNavigation((state) => state.go);
  const { data, error } = useOperation('certificate.get', {});
  if (!data) return <FailureMessage failure={error?.failure} />;
  if (missing && data.stage === 'missing') return missing;
  const notice = certificateNotice(data);
  if (!notice) return null;
  return (
    <MessageBar intent={notice.intent} layout="multiline" data-certificate={data.stage}>
      <MessageBarBody>
        <MessageBarTitle>{notice.title}</MessageBarTitle>
        {notice.remedy}
      </MessageBarBody>
      {leads ? (
        <MessageBarActions>
          <Button onClick={() => go({ screen: 'instellingen' })}>Naar Instellingen</Button>
        </MessageBarActions>
      ) : null}
    </MessageBar>
  );
}
