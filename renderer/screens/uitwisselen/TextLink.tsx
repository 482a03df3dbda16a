import { Link, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  link: {
    textAlign: 'left',
    overflowWrap: 'break-word',
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
});

interface Props {
  onClick: () => void;
  /** What it leads to, where the text alone does not say so; begins with the text. */
  label?: string;
  id?: string;
  children: ReactNode;
}

/** Text that leads elsewhere in the program: underlined, so that it is no matter of colour. */
export function TextLink({ onClick, label, id, children }: Props) {
  const styles = useStyles();
  return (
    <Link
      as="button"
      inline
      id={id}
      className={styles.link}
      onClick={onClick}
      {...(label ? { 'aria-label': label } : {})}
    >
      {children}
    </Link>
  );
}
