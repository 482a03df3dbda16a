import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { indexOf, steps, type StepKey } from './steps.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
  },
  step: {
    font: 'inherit',
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    minHeight: '32px',
    padding: '4px 12px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    ':disabled': {
      color: tokens.colorNeutralForeground3,
      backgroundColor: tokens.colorNeutralBackground2,
      cursor: 'default',
    },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
});

interface Props {
  current: StepKey;
  /** How many steps the person has seen: to those one can go. */
  reached: number;
  onGo: (step: StepKey) => void;
}

/** Where one is, and the way to every step that was seen. */
export function StepList({ current, reached, onGo }: Props) {
  const styles = useStyles();
  return (
    <nav aria-label="Stappen">
      <ol className={styles.list}>
        {steps.map(({ key, title }, index) => (
          <li key={key}>
            <button
              type="button"
              className={mergeClasses(styles.step, key === current && styles.current)}
              aria-current={key === current ? 'step' : undefined}
              disabled={index > reached}
              onClick={() => onGo(key)}
            >
              {indexOf(key) + 1}. {title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
