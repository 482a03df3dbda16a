import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ExchangeOverview } from '../../../shared/api/exchange.ts';
import { berichtState } from '../../../shared/api/exchange.ts';
import type { BronState } from '../../../shared/api/leerlingen.ts';
import { useNow } from '../../app/clock.ts';
import { CausePanel } from '../../components/CausePanel.tsx';
import { Section } from '../../components/Section.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { bronStateTexts } from '../../texts/states.ts';
import { showLeerlingen } from '../leerlingen/listState.ts';
import { deadlineSentence } from '../vandaag/today.ts';
import { showWork } from '../terugkoppelingen/workState.ts';
import { showBerichten } from './berichtenState.ts';
import { placeOrder, placeTexts, toAsk, type PlaceLink, type Turn } from './placeTexts.ts';
import { TextLink } from './TextLink.tsx';

const useStyles = makeStyles({
  deadline: { marginBottom: tokens.spacingVerticalL },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  place: {
    display: 'grid',
    gridTemplateColumns: '3.5rem minmax(0, 1fr) 11rem',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none', paddingTop: 0 },
    '@media (max-width: 700px)': { gridTemplateColumns: '3.5rem minmax(0, 1fr)' },
  },
  count: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'right',
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  text: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2 },
  links: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    alignItems: 'flex-start',
    '@media (max-width: 700px)': { gridColumn: '2' },
  },
  ask: { gridColumn: '2 / -1', marginTop: tokens.spacingVerticalXS },
});

const turns: Record<Turn, { text: string; color: 'brand' | 'subtle' }> = {
  u: { text: 'U bent aan zet', color: 'brand' },
  nobody: { text: 'U hoeft niets te doen', color: 'subtle' },
};

const links: Record<PlaceLink, { text: string; go: (state: BronState) => void }> = {
  held: { text: 'Verbeteren', go: () => showWork({ kind: 'voorcontrole' }) },
  rejected: { text: 'Verbeteren', go: () => showWork({ ernst: 'A', kind: 'signaal' }) },
  signalen: { text: 'Nakijken', go: () => showWork({ ernst: 'S' }) },
  berichten: {
    text: 'Meldingen tonen',
    go: (state) => {
      const of = berichtState.safeParse(state).data;
      if (of) showBerichten(of);
    },
  },
};

interface Props {
  overview: ExchangeOverview;
  /** Codes of the causes that are explained elsewhere on the page. */
  explained: readonly string[];
}

function Place({ state, overview, explained, now }: Props & { state: BronState; now: string }) {
  const styles = useStyles();
  const { title, meaning, next, turn, details, link } = placeTexts[state];
  const count = overview.counts[state];
  const { text, color } = turns[turn(overview)];
  const asked = toAsk(state, overview).filter(({ failure }) => failure && !explained.includes(failure.code));
  const more = link && links[link];
  return (
    <li className={styles.place} data-place={state}>
      <span className={styles.count}>{count}</span>
      <div className={styles.text}>
        <div className={styles.head}>
          <h3 className={styles.title}>{title}</h3>
          {title === bronStateTexts[state].label ? null : <StateBadge state={state} size="medium" />}
          <Badge appearance="tint" color={color}>
            {text}
          </Badge>
        </div>
        <Text>
          {meaning} {next(overview, now)}
        </Text>
        {details?.(overview, now).map((detail) => (
          <Text key={detail} className={styles.detail}>
            {detail}
          </Text>
        ))}
      </div>
      <div className={styles.links}>
        {more ? (
          <TextLink label={`${more.text}: ${title}`} onClick={() => more.go(state)}>
            {more.text}
          </TextLink>
        ) : null}
        <TextLink label={`Leerlingen tonen: ${title}`} onClick={() => showLeerlingen(state)}>
          Leerlingen tonen
        </TextLink>
      </div>
      {asked.map(({ failure }) => (
        <div key={failure?.code} className={styles.ask}>
          <CausePanel failure={failure} />
        </div>
      ))}
    </li>
  );
}

/** Where every inschrijving is on its way to BRON: how many, what it means, why, what happens next, and whether somebody must act. */
export function Places({ overview, explained }: Props) {
  const styles = useStyles();
  const now = useNow(15).toISOString();
  const deadline = deadlineSentence(overview, now);
  const filled = placeOrder.filter((state) => overview.counts[state] > 0);
  const empty = placeOrder.filter((state) => overview.counts[state] === 0 && state !== 'geen inschrijving');
  return (
    <Section
      title="Waar alles is"
      description="Elke inschrijving staat op één plaats: wat dat betekent, waarom, en wat er nu gebeurt."
    >
      {deadline ? (
        <Text block className={styles.deadline} weight={deadline.late ? 'semibold' : 'regular'}>
          {deadline.text}
        </Text>
      ) : null}
      {filled.length === 0 ? (
        <Text>Er staan nog geen leerlingen in deze administratie. Schrijf de eerste in bij Leerlingen.</Text>
      ) : (
        <>
          <ul className={styles.list} aria-label="Waar alles is">
            {filled.map((state) => (
              <Place key={state} state={state} overview={overview} explained={explained} now={now} />
            ))}
          </ul>
          {empty.length > 0 ? (
            <div className={styles.place}>
              <span className={styles.count}>0</span>
              <Text className={styles.detail}>{empty.map((state) => placeTexts[state].title).join(', ')}</Text>
            </div>
          ) : null}
        </>
      )}
    </Section>
  );
}
