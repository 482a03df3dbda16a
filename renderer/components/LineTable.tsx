import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  frame: { overflow: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    // Not `anywhere`: beside a long text that would break the words of the other columns letter by letter.
    overflowWrap: 'break-word',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '8px 12px 8px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
    '& th': { fontWeight: tokens.fontWeightSemibold },
  },
});

interface Props {
  label: string;
  /** Below this width the table scrolls sideways. */
  minWidth?: string;
  /** Above this height it scrolls down. */
  maxHeight?: string;
  className?: string;
  busy?: boolean;
  children: ReactNode;
}

/** A table with a line below every row. Where it is larger than its place it scrolls by itself, also by the keyboard. */
export function LineTable({ label, minWidth, maxHeight, className, busy = false, children }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.frame} style={{ maxHeight }} tabIndex={0} role="region" aria-label={`Tabel: ${label}`}>
      <table className={mergeClasses(styles.table, className)} style={{ minWidth }} aria-label={label} aria-busy={busy}>
        {children}
      </table>
    </div>
  );
}
