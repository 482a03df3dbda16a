import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useCallback, useRef } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import { useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { Answer } from '../../components/Answer.tsx';
import { Section } from '../../components/Section.tsx';
import { CertificateDetails } from './CertificateDetails.tsx';
import { expiryWarning } from './expiry.ts';
import { InstallCertificate } from './InstallCertificate.tsx';
import { TestCertificate } from './TestCertificate.tsx';

const useStyles = makeStyles({ root: { display: 'grid', gap: '20px' } });

/** The certificate in use: what it says, installing one, and testing it. */
export function CertificateSection({ mayInstall }: { mayInstall: boolean }) {
  const query = useOperation('certificate.get', {});
  return (
    <Section
      title="Certificaat"
      description="Met het beveiligingscertificaat weet BRON dat de gegevens van uw school komen. U downloadt het één keer, met de gegevens uit de wachtwoordbrief."
    >
      <Answer query={query}>{(data) => <Content data={data} mayInstall={mayInstall} />}</Answer>
    </Section>
  );
}

function Content({ data, mayInstall }: { data: Output<'certificate.get'>; mayInstall: boolean }) {
  const styles = useStyles();
  const may = useMay();
  const testButton = useRef<HTMLButtonElement>(null);
  const testNext = useRef(false);
  // After the first installation the button to test with is still to come.
  const takeTestButton = useCallback((button: HTMLButtonElement | null) => {
    testButton.current = button;
    if (!button || !testNext.current) return;
    testNext.current = false;
    button.focus();
  }, []);
  const focusTest = () => {
    testNext.current = testButton.current === null;
    testButton.current?.focus();
  };
  const { certificate } = data;
  const warning = certificate === undefined ? undefined : expiryWarning(certificate.daysLeft);
  return (
    <div className={styles.root}>
      {warning ? (
        <MessageBar intent={warning.expired ? 'error' : 'warning'} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{warning.title}</MessageBarTitle>
            {warning.remedy}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {certificate ? (
        <>
          <CertificateDetails certificate={certificate} />
          {may('exchange') ? <TestCertificate buttonRef={takeTestButton} /> : null}
        </>
      ) : (
        <div>
          Er is nog geen certificaat geïnstalleerd. Kies het bestand (.p12 of .pfx) dat u bij BRON hebt gedownload.
        </div>
      )}
      {mayInstall ? <InstallCertificate replaces={certificate !== undefined} onInstalled={focusTest} /> : null}
    </div>
  );
}
