import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { indexOf, steps, type StepKey } from './steps.ts';

const useStyles = makeStyles({
  title: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    // It gets the focus at every step, for the screen reader; it is no control.
    ':focus': { outlineStyle: 'none' },
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalL,
  },
});

interface Props {
  step: StepKey;
  children: ReactNode;
  /** What stands on the button that goes on. */
  next?: ReactNode;
  busy?: boolean;
  /** The cursor goes to a field of this step instead of to its heading. */
  quiet?: boolean;
  onNext?: () => void;
  onBack?: () => void;
}

/** One step of inschrijven: its heading, which gets the focus on arrival, its fields, and the buttons back and on. */
export function StepPage({ step, children, next = 'Verder', busy = false, quiet = false, onNext, onBack }: Props) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(step === 'find' || quiet);
  useEffect(() => {
    // On arrival on the screen the heading of the page has the focus.
    if (!first.current) heading.current?.focus({ preventScroll: true });
    first.current = false;
    window.scrollTo({ top: 0 });
  }, [step]);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onNext?.();
      }}
    >
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        Stap {indexOf(step) + 1} van {steps.length}: {steps[indexOf(step)]?.title}
      </h2>
      {children}
      <div className={styles.buttons}>
        {onBack ? (
          <Button disabled={busy} onClick={onBack}>
            Vorige
          </Button>
        ) : null}
        {onNext ? (
          <Button appearance="primary" type="submit" disabledFocusable={busy}>
            {next}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
