import { Badge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, EditRegular, SendRegular, TaskListLtrRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { ExchangeOverview } from '../../../shared/api/exchange.ts';
import { cycle, meldingen, type CycleStep } from './sentences.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(13rem, 1fr))',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
  },
  step: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  now: { border: `2px solid ${tokens.colorBrandStroke1}` },
  head: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  badge: { alignSelf: 'flex-start', marginTop: 'auto' },
});

const steps: Record<
  CycleStep,
  { title: string; icon: ReactElement; text: string; waiting: (count: number) => string }
> = {
  change: {
    title: '1. Wijzigen',
    icon: <EditRegular fontSize={24} aria-hidden="true" />,
    text: 'U schrijft in, schrijft uit of verbetert gegevens van leerlingen.',
    waiting: (count) => `${count} te verbeteren`,
  },
  deliver: {
    title: '2. Aanleveren',
    icon: <SendRegular fontSize={24} aria-hidden="true" />,
    text: 'Met Versturen gaat elke wijziging als melding naar BRON.',
    waiting: (count) => `${count} klaar om te versturen`,
  },
  receive: {
    title: '3. Ontvangen',
    icon: <ArrowDownloadRegular fontSize={24} aria-hidden="true" />,
    text: 'BRON beoordeelt de meldingen. U haalt de terugkoppelingen op.',
    waiting: (count) => `${meldingen(count)} bij BRON`,
  },
  check: {
    title: '4. Controleren',
    icon: <TaskListLtrRegular fontSize={24} aria-hidden="true" />,
    text: 'U kijkt na wat BRON meldt. Verbeteren begint weer bij stap 1.',
    waiting: (count) => `${count} met signaal na te kijken`,
  },
};

/** The four steps of the exchange, with what waits in each; the one to do now stands out. */
export function Cycle({ overview }: { overview: ExchangeOverview }) {
  const styles = useStyles();
  const state = cycle(overview);
  return (
    <ol className={styles.list} aria-label="De vier stappen van de uitwisseling">
      {(Object.keys(steps) as CycleStep[]).map((key) => {
        const { title, icon, text, waiting } = steps[key];
        const { count, now } = state[key];
        return (
          <li key={key} className={mergeClasses(styles.step, now && styles.now)}>
            <div className={styles.head}>
              {icon}
              <Text weight="semibold" size={400}>
                {title}
              </Text>
            </div>
            <Text>{text}</Text>
            <Badge className={styles.badge} size="large" appearance="tint" color={now ? 'brand' : 'subtle'}>
              {count > 0 ? `${now ? 'Nu: ' : ''}${waiting(count)}` : 'Niets te doen'}
            </Badge>
          </li>
        );
      })}
    </ol>
  );
}
