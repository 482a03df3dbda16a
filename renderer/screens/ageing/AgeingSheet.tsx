import { makeStyles, tokens } from '@fluentui/react-components';
import type { WaitingGroup } from '../../../shared/api/ageing.ts';
import type { Output } from '../../../shared/api/contract.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { ageings } from '../../../shared/domain/enrolment/delivery.ts';
import { longDate, momentOf } from '../uitwisselen/moments.ts';
import { advice, ageingWords, kindWords, placeWords, termSentence, verdict, waited } from './texts.ts';

const useStyles = makeStyles({
  sheet: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '24px',
    maxWidth: '960px',
    marginBottom: '16px',
    '@media print': { border: 'none', padding: 0, backgroundColor: '#fff', color: '#000' },
  },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  heading: { margin: '20px 0 4px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: '4px 0', maxWidth: '80ch' },
  list: { margin: '4px 0', paddingLeft: '20px' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    marginTop: '8px',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '6px 8px',
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      '@media print': { border: '1px solid #000' },
    },
    '& tbody tr': { breakInside: 'avoid' },
  },
  number: { '& td, & thead th:not(:first-child)': { textAlign: 'right' } },
});

interface Props {
  summary: Output<'ageing.summary'>;
  school: string;
}

const sumOf = (groups: readonly WaitingGroup[]) => groups.reduce((sum, { count }) => sum + count, 0);

/** Whether the school is up to date, on paper for the schoolleider: numbers only, no names and no numbers of pupils. */
export function AgeingSheet({ summary, school }: Props) {
  const styles = useStyles();
  const { day, total, registered, withSignaal, waiting, lastExchangeAt, joining } = summary;
  const { title, text } = verdict(summary);
  const words: [string, number][] = [
    ['Inschrijvingen in de administratie', total],
    ['Bij BRON zoals ze hier staan', registered],
    ['Daarvan met een signaal om na te kijken', withSignaal],
    ['Nog niet bij BRON', sumOf(waiting)],
  ];
  return (
    <section className={styles.sheet} aria-label="Is de school bij?">
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>
        {school}, {longDate(day)}. {text}
      </p>
      {joining ? (
        <p className={styles.text}>
          De school is nog bezig met de aansluiting op BRON. De termijnen hieronder gelden vanaf het bericht van
          afronding (stap 13).
        </p>
      ) : null}
      <h3 className={styles.heading}>Wat bij BRON is</h3>
      <table className={`${styles.table} ${styles.number}`} aria-label="Wat bij BRON is">
        <tbody>
          {words.map(([word, count]) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {waiting.length > 0 ? <Waiting summary={summary} /> : null}
      <p className={styles.text}>
        {termSentence}{' '}
        {lastExchangeAt
          ? `De laatste uitwisseling met BRON was ${momentOf(lastExchangeAt)}.`
          : 'Er is nog niet uitgewisseld met BRON.'}{' '}
        Op dit blad staan geen gegevens van leerlingen.
      </p>
    </section>
  );
}

/** So many days at most stand on the sheet by themselves. */
const MOST_ROWS = 25;

function Waiting({ summary: { waiting, day } }: Pick<Props, 'summary'>) {
  const styles = useStyles();
  const shown = waiting.slice(0, MOST_ROWS);
  const rest = sumOf(waiting.slice(MOST_ROWS));
  return (
    <>
      <h3 className={styles.heading}>Wat wacht</h3>
      <table className={`${styles.table} ${styles.number}`} aria-label="Wat wacht, naar termijn">
        <thead>
          <tr>
            <th scope="col">Wijziging</th>
            {ageings.map((ageing) => (
              <th key={ageing} scope="col">
                {ageingWords[ageing]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['dates', 'other'] as const).map((kind) => (
            <tr key={kind}>
              <th scope="row">{kindWords[kind]}</th>
              {ageings.map((ageing) => (
                <td key={ageing}>{sumOf(waiting.filter((group) => group.kind === kind && group.ageing === ageing))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className={styles.heading}>Wat er moet gebeuren</h3>
      <ul className={styles.list}>
        {advice(waiting).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h3 className={styles.heading}>Hoe lang het wacht</h3>
      <table className={styles.table} aria-label="Hoe lang het wacht">
        <thead>
          <tr>
            <th scope="col">Uiterlijk bij BRON</th>
            <th scope="col">Wacht</th>
            <th scope="col">Wijziging</th>
            <th scope="col">Waar</th>
            <th scope="col">Aantal</th>
            <th scope="col">Termijn</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ since, kind, place, deliverBy, ageing, count }) => (
            <tr key={[since, kind, place].join()}>
              <td>{formatDutchDate(deliverBy)}</td>
              <td>{waited(since, day)}</td>
              <td>{kindWords[kind]}</td>
              <td>{placeWords[place]}</td>
              <td>{count}</td>
              <td>{ageingWords[ageing]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p className={styles.text}>En nog {rest} op latere dagen.</p> : null}
    </>
  );
}
