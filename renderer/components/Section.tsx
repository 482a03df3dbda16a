import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: '20px 24px',
    marginBottom: '16px',
    '@media (max-width: 700px)': { padding: '16px' },
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center', justifyContent: 'space-between' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  description: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
  body: { marginTop: '16px' },
});

interface Props {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  className?: string | undefined;
}

/** A part of a page with a heading of its own. */
export function Section({ title, description, actions, children, className }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={mergeClasses(styles.root, className)}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {actions}
      </div>
      {description === undefined ? null : <p className={styles.description}>{description}</p>}
      {children === undefined ? null : <div className={styles.body}>{children}</div>}
    </section>
  );
}
