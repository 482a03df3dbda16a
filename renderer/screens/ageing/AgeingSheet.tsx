import type { WaitingGroup } from '../../../shared/api/ageing.ts';
import type { Output } from '../../../shared/api/contract.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { ageings } from '../../../shared/domain/enrolment/delivery.ts';
import { Sheet, SheetTable } from '../../components/Sheet.tsx';
import { longDate, momentOf } from '../uitwisselen/moments.ts';
import { advice, ageingWords, kindWords, placeWords, termSentence, verdict, waited } from './texts.ts';

interface Props {
  summary: Output<'ageing.summary'>;
  school: string;
}

const sumOf = (groups: readonly WaitingGroup[]) => groups.reduce((sum, { count }) => sum + count, 0);

/** Whether the school is up to date, on paper for the schoolleider: numbers only, no names and no numbers of pupils. */
export function AgeingSheet({ summary, school }: Props) {
  const { day, total, registered, withSignaal, waiting, lastExchangeAt, joining } = summary;
  const { title, text } = verdict(summary);
  const words: [string, number][] = [
    ['Inschrijvingen in de administratie', total],
    ['Bij BRON zoals ze hier staan', registered],
    ['Daarvan met een signaal om na te kijken', withSignaal],
    ['Nog niet bij BRON', sumOf(waiting)],
  ];
  return (
    <Sheet label="Is de school bij?" title={title}>
      <p>
        {school}, {longDate(day)}. {text}
      </p>
      {joining ? (
        <p>
          De school is nog bezig met de aansluiting op BRON. De termijnen hieronder gelden vanaf het bericht van
          afronding (stap 13).
        </p>
      ) : null}
      <h3>Wat bij BRON is</h3>
      <SheetTable numbers label="Wat bij BRON is">
        <tbody>
          {words.map(([word, count]) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </SheetTable>
      {waiting.length > 0 ? <Waiting summary={summary} /> : null}
      <p>
        {termSentence}{' '}
        {lastExchangeAt
          ? `De laatste uitwisseling met BRON was ${momentOf(lastExchangeAt)}.`
          : 'Er is nog niet uitgewisseld met BRON.'}{' '}
        Op dit blad staan geen gegevens van leerlingen.
      </p>
    </Sheet>
  );
}

/** So many days at most stand on the sheet by themselves. */
const MOST_ROWS = 25;

function Waiting({ summary: { waiting, day } }: Pick<Props, 'summary'>) {
  const shown = waiting.slice(0, MOST_ROWS);
  const rest = sumOf(waiting.slice(MOST_ROWS));
  return (
    <>
      <h3>Wat wacht</h3>
      <SheetTable numbers label="Wat wacht, naar termijn">
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
      </SheetTable>
      <h3>Wat er moet gebeuren</h3>
      <ul>
        {advice(waiting).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h3>Hoe lang het wacht</h3>
      <SheetTable label="Hoe lang het wacht">
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
      </SheetTable>
      {rest > 0 ? <p>En nog {rest} op latere dagen.</p> : null}
    </>
  );
}
