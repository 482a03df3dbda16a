import {
  Badge,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import type { Path } from '../../../shared/api/aansluiting.ts';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { longDate } from '../uitwisselen/moments.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { endedAs, situations, situationTexts, type Situation } from './endingTexts.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '12px' },
  cards: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: '16px' },
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '12px 16px',
    display: 'grid',
    gap: '8px',
    alignContent: 'start',
  },
  own: { border: `2px solid ${tokens.colorBrandStroke1}` },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '4px' },
});

/** The two situations in which the fase ends, what each means from then on, and that of this school once it is noted (Stappenplan step 13). */
export function EndingPanel({ path }: { path: Path }) {
  const styles = useStyles();
  const noted = path.documents.findLast(({ kind }) => kind === 'afronding');
  return (
    <div className={styles.root}>
      {noted ? <Over ending={noted.ending} /> : <Told />}
      <div className={styles.cards}>
        {situations.map((situation) => (
          <Card key={situation} situation={situation} own={noted?.ending === situation} />
        ))}
      </div>
    </div>
  );
}

/** What Mijn BRON says, as long as the letter has not been noted. */
function Told() {
  const { data } = useOperation('aansluiting.voortgang', {});
  const voortgang = data?.kept?.voortgang;
  const ended = voortgang && endedAs(voortgang);
  if (!ended) return <Text>De fase eindigt in een van deze twee situaties.</Text>;
  return (
    <MessageBar intent="info" layout="multiline" data-told={ended}>
      <MessageBarBody>
        <MessageBarTitle>Volgens Mijn BRON: {situationTexts[ended].title.toLowerCase()}.</MessageBarTitle>
        {voortgang.endedOn ? `De fase eindigde op ${longDate(voortgang.endedOn)}. ` : ''}Noteer het bericht zodra de
        brief er is.
      </MessageBarBody>
    </MessageBar>
  );
}

function Over({ ending }: { ending: string | undefined }) {
  const go = useNavigation((state) => state.go);
  return (
    <MessageBar intent={ending === 'gekwalificeerd' ? 'success' : 'warning'} layout="multiline" data-ending={ending}>
      <MessageBarBody>
        <MessageBarTitle>De fase aansluiting BRON is voorbij.</MessageBarTitle>
        {ending === 'closed'
          ? 'Onder dit BRIN-nummer gaat het aansluiten niet verder. Wissel de uitschrijvingen nog uit.'
          : 'Vanaf nu wisselt u regelmatig uit.'}{' '}
        <TextLink onClick={() => go({ screen: 'vandaag' })}>Op Vandaag ziet u wat er nog naar BRON moet</TextLink>
      </MessageBarBody>
    </MessageBar>
  );
}

function Card({ situation, own }: { situation: Situation; own: boolean }) {
  const styles = useStyles();
  const { title, when, means } = situationTexts[situation];
  return (
    <div className={mergeClasses(styles.card, own && styles.own)} data-situation={situation} data-own={own}>
      <div className={styles.head}>
        <h3 className={styles.heading}>{title}</h3>
        {own ? (
          <Badge appearance="tint" size="large" color="brand" icon={<CheckmarkCircleRegular />}>
            Uw school
          </Badge>
        ) : null}
      </div>
      <Text>{when}</Text>
      <Text weight="semibold">Vanaf dan:</Text>
      <ul className={styles.list}>
        {means.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
