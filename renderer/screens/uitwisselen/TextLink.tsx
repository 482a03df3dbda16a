import { Link, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  link: {
    textAlign: 'left',
    overflowWrap: 'break-word',
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
});

/** Text that leads elsewhere in the program: underlined, so that it is no matter of colour. */
export function TextLink({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  const styles = useStyles();
  return (
    <Link as="button" inline className={styles.link} onClick={onClick}>
      {children}
    </Link>
  );
}
