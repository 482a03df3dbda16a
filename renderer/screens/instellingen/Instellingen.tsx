import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { mayDo } from '../../../shared/api/roles.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { Answer } from '../../components/Answer.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { PortSection } from '../aansluiting/PortSection.tsx';
import { BackupSection } from './BackupSection.tsx';
import { CertificateSection } from './CertificateSection.tsx';
import { HelpdeskSection } from './HelpdeskSection.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import { RecoverySection } from './RecoverySection.tsx';
import { SettingsEditor } from './SettingsEditor.tsx';
import { UsersSection } from './users/UsersSection.tsx';

const useStyles = makeStyles({ root: { maxWidth: '960px' }, bar: { marginBottom: '16px' } });

/** Certificate, school, exchange, lock, users, backups and the own password: as much of it as the user at work may see. */
export function Instellingen({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const may = useMay();
  const beheerder = may('manage');
  // What went wrong can be looked into also when nothing can be changed.
  const looks = mayDo(status.role, 'manage');
  const about = [status.userName ?? '', status.login ?? '', status.schoolName ?? ''];
  return (
    <div className={styles.root}>
      <PageHeader title="Instellingen" />
      {looks || !may('read') ? null : (
        <MessageBar className={styles.bar}>
          <MessageBarBody>Alleen de beheerder kan de instellingen wijzigen. U kunt ze wel bekijken.</MessageBarBody>
        </MessageBar>
      )}
      {may('read') ? <SchoolSettings beheerder={beheerder} about={about} /> : null}
      {beheerder ? <UsersSection /> : null}
      {looks ? <BackupSection readOnly={!beheerder} safe={status.safe === true} /> : null}
      {status.safe ? null : <PasswordSection about={about} />}
      {beheerder ? <RecoverySection /> : null}
      {looks ? <HelpdeskSection /> : null}
    </div>
  );
}

function SchoolSettings({ beheerder, about }: { beheerder: boolean; about: readonly string[] }) {
  const settings = useOperation('settings.get', {});
  return (
    <>
      <CertificateSection mayInstall={beheerder} about={about} />
      <Answer query={settings}>{(data) => <SettingsEditor settings={data} readOnly={!beheerder} />}</Answer>
      <PortSection />
    </>
  );
}
