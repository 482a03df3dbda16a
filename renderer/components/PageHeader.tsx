import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { useNavigation, type Route } from '../app/navigation.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: '12px 24px',
    marginBottom: '20px',
  },
  text: { minWidth: 0, flex: '1 1 320px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    // The heading gets the focus on arrival for the screen reader; it is no control.
    ':focus': { outlineStyle: 'none' },
  },
  description: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

/** Routes whose heading has had the focus: a heading that is drawn again does not take it a second time. */
const announced = new WeakSet<Route>();

interface Props {
  title: string;
  description?: ReactNode;
  /** What can be done on this page, the most important last. */
  actions?: ReactNode;
}

/** The heading of a page, which gets the focus when the person arrives. */
export function PageHeader({ title, description, actions }: Props) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const route = useNavigation((state) => state.route);
  useEffect(() => {
    if (announced.has(route)) return;
    announced.add(route);
    heading.current?.focus({ preventScroll: true });
  }, [route]);
  return (
    <header className={styles.root}>
      <div className={styles.text}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {description === undefined ? null : <p className={styles.description}>{description}</p>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
