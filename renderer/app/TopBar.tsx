import { Button, makeStyles, mergeClasses, Text, tokens, Tooltip } from '@fluentui/react-components';
import { LockClosedRegular, PersonRegular } from '@fluentui/react-icons';
import type { SessionStatus } from '../../shared/api/session.ts';
import { useMedia } from './useMedia.ts';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '6px 32px',
    minHeight: '44px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': { padding: '4px 16px' },
  },
  school: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
  lock: { flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  user: { flexShrink: 0, display: 'flex', alignItems: 'center', gap: '6px', color: tokens.colorNeutralForeground2 },
});

/** Whose administration this is, who is at work, and the lock. */
export function TopBar({ status, onLock }: { status: SessionStatus; onLock: () => void }) {
  const styles = useStyles();
  const narrow = useMedia('(max-width: 900px)');
  const { schoolName, brinnummer, aanleverpunt, userName } = status;
  return (
    <div className={mergeClasses(styles.root, 'no-print')} role="banner">
      <div className={styles.school}>
        <Text weight="semibold">{schoolName}</Text>{' '}
        <Text className={styles.quiet}>
          BRIN {brinnummer}, aanleverpunt {aanleverpunt}
        </Text>
      </div>
      <span className={styles.user}>
        <PersonRegular aria-hidden="true" />
        <span>{userName}</span>
      </span>
      <Tooltip content="Vergrendelen (Ctrl+L)" relationship="description">
        <Button
          appearance="subtle"
          className={styles.lock}
          icon={<LockClosedRegular />}
          aria-label="Vergrendelen"
          aria-keyshortcuts="Control+L"
          onClick={onLock}
        >
          {narrow ? null : 'Vergrendelen'}
        </Button>
      </Tooltip>
    </div>
  );
}
