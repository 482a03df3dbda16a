import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  sheet: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '24px',
    maxWidth: '960px',
    marginBottom: '16px',
    '& h3': { margin: '20px 0 4px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
    '& p': { margin: '4px 0', maxWidth: '80ch' },
    '& ul': { margin: '4px 0', paddingLeft: '20px', maxWidth: '80ch' },
    '@media print': { border: 'none', padding: 0, backgroundColor: '#fff', color: '#000' },
  },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  frame: { overflowX: 'auto', marginTop: '8px' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '6px 8px',
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      '@media print': { border: '1px solid #000' },
    },
    '& tbody tr': { breakInside: 'avoid' },
  },
  numbers: {
    '& td, & thead th:not(:first-child)': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    '& tbody th[scope="row"]': { fontWeight: tokens.fontWeightRegular },
  },
});

/** A sheet of paper on the screen, that prints as it is: without menu, header and colours. */
export function Sheet({ label, title, children }: { label: string; title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.sheet} aria-label={label}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}

interface TableProps {
  label: string;
  /** Every column but the first holds numbers. */
  numbers?: boolean;
  children: ReactNode;
}

/** A table on a sheet, with a line around every cell. Where it is wider than the window it scrolls by itself. */
export function SheetTable({ label, numbers = false, children }: TableProps) {
  const styles = useStyles();
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={`Tabel: ${label}`}>
      <table className={mergeClasses(styles.table, numbers && styles.numbers)} aria-label={label}>
        {children}
      </table>
    </div>
  );
}
