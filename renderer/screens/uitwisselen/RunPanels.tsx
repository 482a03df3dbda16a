import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  DismissCircleRegular,
  InfoRegular,
  PlayRegular,
  StopRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { RunProgress, RunResult } from '../../../shared/api/exchange.ts';
import { useNow } from '../../app/clock.ts';
import { useNavigation } from '../../app/navigation.ts';
import { CausePanel } from '../../components/CausePanel.tsx';
import { showBerichten } from './berichtenState.ts';
import { momentOf } from './moments.ts';
import { progressText, resultLines, resultTitle, type ResultLine } from './sentences.ts';
import { TextLink } from './TextLink.tsx';

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  text: { flex: '1 1 16rem' },
  lines: { listStyleType: 'none', margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0 },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center', padding: '2px 0' },
});

/** How far the run is, and a way to stop it. */
export function RunProgressPanel(props: { progress: RunProgress; stopping: boolean; onStop?: () => void }) {
  const styles = useStyles();
  const { progress, stopping, onStop } = props;
  const { done, total, activity } = progress;
  return (
    <div className={styles.progress} role="region" aria-label="Voortgang">
      <div className={styles.row}>
        <Text weight="semibold" className={styles.text} role="status">
          {progressText(progress)}
        </Text>
        {onStop ? (
          <Button icon={<StopRegular />} disabledFocusable={stopping} onClick={onStop}>
            {stopping ? 'Wordt gestopt…' : 'Stoppen'}
          </Button>
        ) : null}
      </div>
      <ProgressBar
        thickness="large"
        aria-label="Voortgang van de uitwisseling"
        {...(total > 0 ? { value: done, max: total } : {})}
      />
      <Text>{activity}</Text>
    </div>
  );
}

const signs: Record<ResultLine['tone'], typeof InfoRegular> = {
  good: CheckmarkCircleRegular,
  attention: WarningRegular,
  bad: DismissCircleRegular,
  plain: InfoRegular,
};

interface ResultProps {
  result: RunResult;
  /** How many meldingen still have to go. */
  left: number;
  /** Absent: it cannot be gone on with now. */
  onResume?: (() => void) | undefined;
}

/** What came of the last run, with a link to whatever asks for attention, and why what failed did; one that was cut short can be gone on with. */
export function RunResultPanel({ result, left, onResume }: ResultProps) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const now = useNow(60).toISOString();
  const lines = resultLines(result, left);
  const follow = (link: NonNullable<ResultLine['link']>) => {
    if (link.to === 'berichten') showBerichten(link.state);
    else go({ screen: 'terugkoppelingen' });
  };
  const attention = result.interrupted || result.problems.length > 0 || lines.some(({ tone }) => tone !== 'good');
  return (
    <>
      <MessageBar intent={attention ? 'warning' : 'success'} layout="multiline" role="status">
        <MessageBarBody>
          <MessageBarTitle>{resultTitle(result)}</MessageBarTitle>
          {result.at === undefined ? null : (
            <Text block size={200}>
              {result.interrupted ? 'Begonnen' : 'Klaar'} {momentOf(result.at, now)}
            </Text>
          )}
          <ul className={styles.lines} aria-label="Uitkomst van de laatste uitwisseling">
            {lines.map(({ text, tone, link }) => {
              const Sign = signs[tone];
              return (
                <li key={text} className={styles.line}>
                  <Sign fontSize={20} aria-hidden="true" />
                  <Text>{text}</Text>
                  {link ? <TextLink onClick={() => follow(link)}>{link.text}</TextLink> : null}
                </li>
              );
            })}
          </ul>
          {onResume && (result.stopped || result.interrupted) ? (
            <Button icon={<PlayRegular />} onClick={onResume}>
              Verder gaan
            </Button>
          ) : null}
        </MessageBarBody>
      </MessageBar>
      {result.problems.map((problem) => (
        <CausePanel key={problem.code} failure={problem} />
      ))}
    </>
  );
}
