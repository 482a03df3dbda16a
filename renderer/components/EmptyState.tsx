import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: '8px',
    padding: '40px 24px',
    color: tokens.colorNeutralForeground2,
  },
  icon: { fontSize: '40px', color: tokens.colorNeutralForeground3, lineHeight: 1 },
  text: { maxWidth: '60ch' },
  action: { marginTop: '8px' },
});

interface Props {
  title: string;
  /** Why there is nothing, and what to do about it. */
  children?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
}

/** What a list shows when there is nothing in it. */
export function EmptyState({ title, children, icon, action }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {icon === undefined ? null : (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <Text size={400} weight="semibold">
        {title}
      </Text>
      {children === undefined ? null : <Text className={styles.text}>{children}</Text>}
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  );
}
