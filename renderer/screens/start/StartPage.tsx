import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { brand } from '../../app/brand.ts';

const useStyles = makeStyles({
  root: {
    height: '100%',
    overflowY: 'auto',
    color: tokens.colorNeutralForeground1,
    '@media print': { height: 'auto' },
  },
  column: {
    boxSizing: 'border-box',
    maxWidth: '520px',
    margin: '0 auto',
    padding: '48px 16px 32px',
    '@media (max-height: 600px)': { paddingTop: '16px' },
    '@media print': { maxWidth: 'none', padding: 0 },
  },
  wide: { maxWidth: '760px' },
  brand: {
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    marginBottom: '12px',
  },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    padding: '28px 32px 32px',
    boxShadow: tokens.shadow4,
    '@media (max-width: 700px)': { padding: '20px 16px' },
    '@media print': { border: 'none', boxShadow: 'none', padding: 0 },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  lead: { margin: '6px 0 0', color: tokens.colorNeutralForeground2 },
  body: { display: 'grid', gap: '20px', marginTop: '20px' },
  foot: {
    marginTop: '12px',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

interface Props {
  title: string;
  lead?: ReactNode;
  /** More room, for forms of several columns. */
  wide?: boolean;
  foot?: ReactNode;
  children: ReactNode;
}

/** A page of before the administration is open. A new title is a new step: its heading gets the focus. */
export function StartPage({ title, lead, wide = false, foot, children }: Props) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} - ${brand.name}`;
    // A field that asks for the focus itself comes first.
    if (!document.activeElement || document.activeElement === document.body || wide) heading.current?.focus();
  }, [title, wide]);
  return (
    <div className={styles.root}>
      <main className={mergeClasses(styles.column, wide && styles.wide)}>
        <div className={mergeClasses(styles.brand, 'no-print')}>{brand.name}</div>
        <div className={styles.card}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
          <div className={styles.body}>{children}</div>
        </div>
        {foot === undefined ? null : <div className={mergeClasses(styles.foot, 'no-print')}>{foot}</div>}
      </main>
    </div>
  );
}
