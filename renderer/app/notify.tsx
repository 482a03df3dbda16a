import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { create } from 'zustand';

const SHOWN_MS = 6000;
const MOST_AT_ONCE = 3;

interface Notice {
  id: number;
  text: string;
}

const useNotices = create<{ notices: readonly Notice[]; last: number }>(() => ({ notices: [], last: 0 }));

let open = false;

/** Whether the administration is open: what was told of a closed one is forgotten, and nothing more is told. */
export function tellNotices(now: boolean): void {
  open = now;
  if (!open) useNotices.setState({ notices: [] });
}

const notify = (text: string): void => {
  if (!open) return;
  useNotices.setState(({ notices, last }) => ({
    notices: [...notices, { id: last + 1, text }].slice(-MOST_AT_ONCE),
    last: last + 1,
  }));
};

const forget = (id: number): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));

/** Tells in passing that something was done; it goes away by itself and is read aloud. Failures stay where they happened: FailureMessage. */
export const useNotify = (): ((done: string) => void) => notify;

const useStyles = makeStyles({
  // Over the empty end of the menu: the other corners hold buttons.
  root: {
    position: 'fixed',
    left: '10px',
    bottom: '12px',
    width: '216px',
    display: 'grid',
    gap: '8px',
    zIndex: 1_000_000,
    pointerEvents: 'none',
  },
  notice: {
    display: 'flex',
    gap: '10px',
    alignItems: 'flex-start',
    padding: '12px 14px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusSuccessForeground1 },
});

/** Where those messages appear. A region of its own instead of Fluent's Toaster, whose focus guards fail axe. */
export function Notifications() {
  const styles = useStyles();
  const notices = useNotices((state) => state.notices);
  return (
    <section
      className={mergeClasses(styles.root, 'no-print')}
      aria-label="Meldingen van het programma"
      aria-live="polite"
    >
      {notices.map((notice) => (
        <Shown key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function Shown({ notice: { id, text } }: { notice: Notice }) {
  const styles = useStyles();
  useEffect(() => {
    const timer = setTimeout(() => forget(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <div className={styles.notice} data-notice>
      <CheckmarkCircleFilled className={styles.icon} aria-hidden="true" />
      <span>{text}</span>
    </div>
  );
}
