import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import type { Path } from '../../../shared/api/aansluiting.ts';
import type { ExchangeOverview } from '../../../shared/api/exchange.ts';
import { useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { Spoken } from '../../components/Spoken.tsx';
import { timeOf } from '../../texts/format.ts';
import { showWork } from '../terugkoppelingen/workState.ts';
import { nextAction, nextText, type NextAction } from '../vandaag/today.ts';
import { cycleProgress, stationCounts, stationOf, stations, stationTexts } from './cycle.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '12px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  cycle: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: '8px',
  },
  station: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '10px 12px',
    display: 'grid',
    gap: '4px',
    alignContent: 'start',
  },
  here: { border: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  count: { color: tokens.colorNeutralForeground2 },
  next: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center' },
});

/** The cycle of the exchange, where the school is in it, and what to do there (Stappenplan step 10). */
export function CyclePanel({ path }: { path: Path }) {
  const query = useOperation('exchange.overview', {});
  return <Answer query={query}>{(overview) => <Cycle overview={overview} path={path} />}</Answer>;
}

function Cycle({ overview, path }: { overview: ExchangeOverview; path: Path }) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const now = useNow(30).toISOString();
  const at = stationOf(overview, now);
  const counts = stationCounts(overview);
  const action = nextAction(overview, now);
  const { text, button } = nextText(action, overview);
  const act: Partial<Record<NextAction, () => void>> = {
    certificate: () => go({ screen: 'aansluiting', step: 9 }),
    send: () => go({ screen: 'uitwisselen' }),
    request: () => go({ screen: 'uitwisselen' }),
    repair: () => showWork({ ernst: 'A' }),
    check: () => showWork({ ernst: 'S' }),
  };
  const onClick = act[action];
  const { nextPollAt } = overview;
  return (
    <div className={styles.root} data-station={at}>
      <h3 className={styles.heading}>Waar u bent</h3>
      <ol className={styles.cycle} aria-label="De vier stappen van het uitwisselen">
        {stations.map((station, index) => (
          <li
            key={station}
            className={mergeClasses(styles.station, station === at && styles.here)}
            aria-current={station === at ? 'step' : undefined}
          >
            <Text weight="semibold">
              {index + 1}. {stationTexts[station].title}
              <Spoken>{station === at ? ' (hier bent u)' : ''}</Spoken>
            </Text>
            <Text size={200}>{stationTexts[station].text}</Text>
            <Text size={200} weight={station === at ? 'semibold' : 'regular'} className={styles.count}>
              {counts[station]}
            </Text>
          </li>
        ))}
      </ol>
      <div className={styles.next}>
        <Text>
          {text}
          {action === 'wait' && nextPollAt && nextPollAt > now ? ` Vanaf ${timeOf(nextPollAt)} kunt u ophalen.` : ''}
        </Text>
        {button && onClick ? (
          <Button appearance="primary" icon={<ArrowRightRegular />} iconPosition="after" onClick={onClick}>
            {button}
          </Button>
        ) : null}
      </div>
      {cycleProgress(path.exchange).map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      {at === 'done' ? null : <Text>Na stap 4 begint u weer bij stap 1, tot alles correct in BRON staat.</Text>}
    </div>
  );
}
