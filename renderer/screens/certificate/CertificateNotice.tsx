import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { certificateNotice } from '../../texts/certificate.ts';

/** Warns of a certificate that is missing or ends, with what to do now. @param leads whether it leads to Instellingen */
export function CertificateNotice({ leads }: { leads: boolean }) {
  const go = useNavigation((state) => state.go);
  const { data, error } = useOperation('certificate.get', {});
  if (!data) return <FailureMessage failure={error?.failure} />;
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
