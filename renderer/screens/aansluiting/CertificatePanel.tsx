import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactNode, type Ref } from 'react';
import type { Path } from '../../../shared/api/aansluiting.ts';
import type { CertificateState } from '../../../shared/api/certificate.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { Answer } from '../../components/Answer.tsx';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { dayOf } from '../../texts/format.ts';
import { InstallCertificate } from '../instellingen/InstallCertificate.tsx';
import { TestCertificate } from '../instellingen/TestCertificate.tsx';
import { longDate } from '../uitwisselen/moments.ts';
import { useTestFocus } from '../instellingen/useTestFocus.ts';
import { DownloadCertificate } from './DownloadCertificate.tsx';
import { KeptCertificate } from './KeptCertificate.tsx';
import { daysText } from './texts.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '20px' },
  part: { display: 'grid', gap: '12px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </div>
  );
}

/** The certificate in three parts: downloaded with the wachtwoordbrief, installed, and tested (Stappenplan step 9). */
export function CertificatePanel({ path }: { path: Path }) {
  const styles = useStyles();
  const query = useOperation('certificate.get', {});
  return (
    <Answer query={query}>
      {(state) => (
        <KeepFocus>
          <div className={styles.root}>
            <Term path={path} />
            <Parts path={path} state={state} />
          </div>
        </KeepFocus>
      )}
    </Answer>
  );
}

function Parts({ path, state }: { path: Path; state: CertificateState }) {
  const may = useMay();
  const { testButton, focusTest } = useTestFocus();
  const { certificate, waiting, downloadedAt } = state;
  /** Why a file that was downloaded could not be installed. */
  const [failed, setFailed] = useState<LasFailure>();
  const own = certificate ?? waiting[0];
  const installed = own !== undefined;
  if (!may('manage'))
    return (
      <>
        <Text>
          {installed
            ? 'Het certificaat is geïnstalleerd.'
            : 'Downloaden en installeren doet een beheerder, met de gegevens uit de wachtwoordbrief.'}
        </Text>
        <Test state={state} buttonRef={testButton} />
      </>
    );
  return (
    <>
      <Part title="1. Downloaden">
        {downloadedAt === undefined ? (
          <DownloadCertificate path={path} again={installed} onInstalled={focusTest} onFailed={setFailed} />
        ) : (
          <KeptCertificate receivedAt={downloadedAt} why={failed} onInstalled={focusTest} />
        )}
      </Part>
      <Part title="2. Installeren">
        <Text>
          {own
            ? `Geïnstalleerd: het certificaat van ${own.grantedTo}, geldig tot ${dayOf(own.validTo)}.`
            : 'Wie hierboven downloadt, hoeft niets meer te installeren. Hebt u het certificaat in uw browser gedownload, kies dan het bestand.'}
        </Text>
        <InstallCertificate replaces={installed} secondary onInUse={focusTest} />
      </Part>
      <Test state={state} buttonRef={testButton} />
    </>
  );
}

function Test({ state: { certificate }, buttonRef }: { state: CertificateState; buttonRef: Ref<HTMLButtonElement> }) {
  const may = useMay();
  return (
    <Part title="3. Testen">
      {certificate && may('exchange') ? (
        <TestCertificate buttonRef={buttonRef} />
      ) : (
        <Text>Zodra het certificaat in gebruik is, test u het hier met een verzoek terugkoppeling.</Text>
      )}
    </Part>
  );
}

/** The two weeks in which it can be downloaded. */
function Term({ path: { plan } }: { path: Path }) {
  const term = plan.deadlines.find(({ key }) => key === 'download');
  if (!term || term.done) return null;
  const { on, daysLeft } = term;
  return (
    <MessageBar intent={daysLeft < 0 ? 'error' : daysLeft <= 7 ? 'warning' : 'info'} layout="multiline" data-term={on}>
      <MessageBarBody>
        {daysLeft < 0
          ? `De twee weken om het certificaat te downloaden liepen tot en met ${longDate(on)}. Lukt het niet meer, vraag de Helpdesk BRON dan om een nieuwe wachtwoordbrief.`
          : `U kunt het certificaat downloaden tot en met ${longDate(on)} (${daysText(daysLeft)}), en maar één keer. Test het uiterlijk die dag.`}
      </MessageBarBody>
    </MessageBar>
  );
}
