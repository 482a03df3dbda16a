import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons';
import type { SessionStatus } from '../../shared/api/session.ts';
import { longMoment } from '../texts/format.ts';
import { failureOf, useAction } from './api.ts';
import { useNow } from './clock.ts';
import { mayNow } from './may.ts';
import { useNotify } from './notify.tsx';

const INK = '#201c00';
const PAPER = '#ffd84d';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    boxSizing: 'border-box',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '4px 24px',
    padding: '4px 16px',
    minHeight: '40px',
    color: INK,
    backgroundColor: PAPER,
    borderBottom: `2px solid ${INK}`,
    '@media (forced-colors: active)': { color: 'CanvasText', borderBottom: '4px double CanvasText' },
    '@media print': { border: `2px solid ${INK}`, marginBottom: '16px' },
  },
  words: { fontWeight: 600 },
  clock: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  time: { display: 'inline-flex', alignItems: 'center', gap: '6px', fontVariantNumeric: 'tabular-nums' },
  button: {
    color: INK,
    backgroundColor: 'transparent',
    border: `1px solid ${INK}`,
    ':hover': { color: INK, backgroundColor: '#ffc800', border: `1px solid ${INK}` },
    ':hover:active': { color: INK, backgroundColor: '#eab700', border: `1px solid ${INK}` },
    '@media (forced-colors: active)': { color: 'ButtonText' },
  },
  mark: {
    '@media print': {
      position: 'fixed',
      top: '40%',
      left: 0,
      right: 0,
      textAlign: 'center',
      transform: 'rotate(-30deg)',
      fontSize: '24pt',
      whiteSpace: 'nowrap',
      fontWeight: 700,
      color: '#000',
      opacity: 0.12,
    },
  },
});

const OEFEN = 'OEFENADMINISTRATIE - geen echte leerlingen';
const HALF_AN_HOUR = 30;
const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** Says on every screen that these are no real pupils, and moves the Oefenklok. */
export function OefenBanner({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  return (
    <aside className={styles.root} aria-label="Oefenadministratie">
      <span className={styles.words}>{OEFEN}</span>
      {status.oefenklok && mayNow(status, 'exchange') ? <Oefenklok /> : null}
    </aside>
  );
}

function Oefenklok() {
  const styles = useStyles();
  const now = useNow(5).toISOString();
  const notify = useNotify();
  const advance = useAction('oefenklok.advance', {
    onSuccess: (done) => notify(`De Oefenklok staat nu op ${longMoment(done.now)}.`),
  });
  const problem = advance.error ? failureOf(advance.error) : undefined;
  const button = (minutes: number, label: string) => (
    <Button
      size="small"
      className={styles.button}
      disabledFocusable={advance.isPending}
      onClick={() => advance.mutate({ minutes })}
    >
      {label}
    </Button>
  );
  return (
    <span className={mergeClasses(styles.clock, 'no-print')}>
      <span className={styles.time}>
        <ClockRegular aria-hidden="true" />
        Oefenklok: {longMoment(now)}
      </span>
      {button(HALF_AN_HOUR, '+30 minuten')}
      {button(DAY, '+1 dag')}
      {button(WEEK, '+1 week')}
      {problem ? (
        <span role="alert">
          {problem.message} {problem.remedy}
        </span>
      ) : null}
    </span>
  );
}

/** The mark on every printed page of an oefenadministratie. */
export function OefenMark() {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.mark, 'only-print')} aria-hidden="true">
      {OEFEN}
    </div>
  );
}
