import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  AlertRegular,
  ArrowUploadRegular,
  ClockRegular,
  DismissCircleRegular,
  HandRightRegular,
} from '@fluentui/react-icons';
import type { ExchangeOverview } from '../../../shared/api/exchange.ts';
import { showLeerlingen } from '../leerlingen/listState.ts';
import { todayCards, type TodayCard } from './today.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(12rem, 1fr))',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
  },
  card: {
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    width: '100%',
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: tokens.spacingHorizontalL,
    cursor: 'pointer',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  head: { display: 'flex', gap: '8px', alignItems: 'center' },
  count: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
  },
  none: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
});

const icons: Record<TodayCard['key'], typeof ClockRegular> = {
  send: ArrowUploadRegular,
  rejected: DismissCircleRegular,
  held: HandRightRegular,
  waiting: ClockRegular,
  signaal: AlertRegular,
};

/** The counts of what is not with BRON, or not right there; each leads to the pupils concerned. */
export function CountCards({ overview }: { overview: ExchangeOverview }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Stand bij BRON">
      {todayCards(overview).map(({ key, title, count, text, state }) => {
        const Icon = icons[key];
        return (
          <li key={key}>
            <button type="button" className={styles.card} onClick={() => showLeerlingen(state)}>
              <span className={styles.head}>
                <Icon fontSize={20} aria-hidden="true" />
                <Text weight="semibold">{title}</Text>
              </span>{' '}
              <span className={mergeClasses(styles.count, count === 0 && styles.none)}>{count}</span>{' '}
              <Text>{text}</Text>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
