import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { mayDo } from '../../../shared/api/roles.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { useOperation } from '../../app/api.ts';
import { Answer } from '../../components/Answer.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { BackupSection } from './BackupSection.tsx';
import { CertificateSection } from './CertificateSection.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import { RecoverySection } from './RecoverySection.tsx';
import { SettingsEditor } from './SettingsEditor.tsx';

const useStyles = makeStyles({ root: { maxWidth: '960px' }, bar: { marginBottom: '16px' } });

/** Certificate, school, exchange, lock, backups and password. */
export function Instellingen({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const settings = useOperation('settings.get', {});
  const beheerder = mayDo(status.role, 'manage');
  return (
    <div className={styles.root}>
      <PageHeader title="Instellingen" />
      {beheerder ? null : (
        <MessageBar className={styles.bar}>
          <MessageBarBody>Alleen de beheerder kan de instellingen wijzigen. U kunt ze wel bekijken.</MessageBarBody>
        </MessageBar>
      )}
      <CertificateSection mayInstall={beheerder} />
      <Answer query={settings}>{(data) => <SettingsEditor settings={data} readOnly={!beheerder} />}</Answer>
      {beheerder ? <BackupSection readOnly={status.readOnly === true} /> : null}
      <PasswordSection />
      {beheerder ? <RecoverySection /> : null}
    </div>
  );
}
