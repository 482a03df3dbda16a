import { makeStyles, tokens } from '@fluentui/react-components';
import type { CertificateState } from '../../../shared/api/certificate.ts';
import { useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { Answer } from '../../components/Answer.tsx';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { Section } from '../../components/Section.tsx';
import { CertificateNotice } from '../certificate/CertificateNotice.tsx';
import { CertificateDetails } from './CertificateDetails.tsx';
import { CopyCertificate } from './CopyCertificate.tsx';
import { InstallCertificate } from './InstallCertificate.tsx';
import { EarlierCertificates, WaitingCertificates } from './OtherCertificates.tsx';
import { RemoveCertificate } from './RemoveCertificate.tsx';
import { TestCertificate } from './TestCertificate.tsx';
import { useTestFocus } from './useTestFocus.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '20px' },
  heading: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '12px' },
});

interface Props {
  mayInstall: boolean;
  /** Names of which a password must not be made. */
  about: readonly string[];
}

/** The certificates: the one in use, those that wait for their moment, the earlier ones; installing, testing, copying, removing. */
export function CertificateSection(props: Props) {
  const query = useOperation('certificate.get', {});
  return (
    <Section
      title="Certificaat"
      description="Met het beveiligingscertificaat weet BRON dat de gegevens van uw school komen. U downloadt het één keer, met de gegevens uit de wachtwoordbrief."
    >
      <Answer query={query}>
        {(state) => (
          <KeepFocus>
            <Content state={state} {...props} />
          </KeepFocus>
        )}
      </Answer>
    </Section>
  );
}

function Content({ state, mayInstall, about }: Props & { state: CertificateState }) {
  const styles = useStyles();
  const may = useMay();
  const { testButton, focusTest } = useTestFocus();
  const { certificate, waiting } = state;
  return (
    <div className={styles.root}>
      <CertificateNotice leads={false} />
      {certificate ? (
        <div>
          <h3 className={styles.heading}>{state.stage === 'expired' ? 'Verlopen' : 'In gebruik'}</h3>
          <CertificateDetails certificate={certificate} />
          {mayInstall ? (
            <div className={styles.buttons}>
              <CopyCertificate certificate={certificate} about={about} />
              <RemoveCertificate state={state} certificate={certificate} />
            </div>
          ) : null}
        </div>
      ) : null}
      {certificate && may('exchange') ? <TestCertificate buttonRef={testButton} /> : null}
      <WaitingCertificates state={state} mayInstall={mayInstall} about={about} />
      {mayInstall ? (
        <InstallCertificate replaces={certificate !== undefined || waiting.length > 0} onInUse={focusTest} />
      ) : null}
      <EarlierCertificates state={state} mayInstall={mayInstall} />
    </div>
  );
}
