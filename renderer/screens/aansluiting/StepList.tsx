import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  ClockRegular,
  LockClosedRegular,
  PlayCircleFilled,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import type { PathPlan, StepPlan } from '../../../shared/api/aansluiting.ts';
import { stappen } from '../../../shared/aansluiting/steps.ts';
import type { Phase } from '../../../shared/aansluiting/types.ts';
import { stateTexts } from './texts.ts';

const useStyles = makeStyles({
  heading: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  list: { listStyleType: 'none', margin: '0 0 20px', padding: 0, display: 'grid', gap: '2px' },
  step: {
    font: 'inherit',
    textAlign: 'left',
    width: '100%',
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    gap: '2px 10px',
    padding: '8px 10px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  sign: { fontSize: '20px', lineHeight: 0, gridRow: 'span 2', marginTop: '1px' },
  done: { color: tokens.colorStatusSuccessForeground1 },
  current: { color: tokens.colorCompoundBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  state: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const icons: Record<StepPlan['state'], typeof CircleRegular> = {
  done: CheckmarkCircleFilled,
  current: PlayCircleFilled,
  open: CircleRegular,
  waiting: ClockRegular,
  closed: LockClosedRegular,
  over: SubtractCircleRegular,
};

const phases: readonly { phase: Phase; title: string }[] = [
  { phase: 'voorbereiding', title: 'Voorbereiding' },
  { phase: 'aansluiting', title: 'Fase aansluiting BRON' },
];

interface Props {
  plan: PathPlan;
  chosen: number;
  onChoose: (step: number) => void;
}

/** The thirteen steps in their two phases, each with how it stands. */
export function StepList({ plan, chosen, onChoose }: Props) {
  const styles = useStyles();
  return (
    <nav aria-label="Stappen van het Stappenplan">
      {phases.map(({ phase, title }) => (
        <div key={phase}>
          <h2 className={styles.heading}>{title}</h2>
          <ol className={styles.list} start={phase === 'voorbereiding' ? 1 : 8}>
            {stappen
              .filter((stap) => stap.phase === phase)
              .map((stap) => {
                const state = plan.steps[stap.number - 1]?.state ?? 'open';
                const Icon = icons[state];
                return (
                  <li key={stap.number}>
                    <button
                      type="button"
                      className={mergeClasses(styles.step, stap.number === chosen && styles.chosen)}
                      aria-current={stap.number === chosen ? 'step' : undefined}
                      data-state={state}
                      onClick={() => onChoose(stap.number)}
                    >
                      <span
                        aria-hidden="true"
                        className={mergeClasses(
                          styles.sign,
                          state === 'done' && styles.done,
                          state === 'current' && styles.current,
                          ['waiting', 'closed', 'over'].includes(state) && styles.quiet,
                        )}
                      >
                        <Icon />
                      </span>
                      <Text weight={stap.number === chosen ? 'semibold' : 'regular'}>
                        {stap.number}. {stap.title}
                      </Text>
                      <span className={styles.state}>{stateTexts[state]}</span>
                    </button>
                  </li>
                );
              })}
          </ol>
        </div>
      ))}
    </nav>
  );
}
