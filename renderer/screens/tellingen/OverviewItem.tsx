import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { OverviewRow } from '../../../shared/api/tellingen.ts';
import { useAction } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { LineTable } from '../../components/LineTable.tsx';
import { momentOf } from '../uitwisselen/moments.ts';
import { ConsciousDialog } from './ConsciousDialog.tsx';
import { FieldLink } from './FieldLink.tsx';
import { PupilName } from './PupilName.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: '16px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    breakInside: 'avoid',
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    '& button': { font: 'inherit' },
  },
  text: { maxWidth: '90ch' },
  sides: { tableLayout: 'fixed' },
});

/** Who a row is about, as far as it is known here, with the numbers that the overview names. */
function numbersText({ pgn, cviNummer }: OverviewRow): string {
  const numbers = [
    ...(pgn ? [`persoonsgebonden nummer ${pgn}`] : []),
    ...(cviNummer ? [`CVI-nummer ${cviNummer}`] : []),
  ];
  return numbers.join(', ');
}

/** A difference on the vergelijkingsoverzicht: what each side has, what to do, and whether it is meant to be so. */
export function OverviewItem({ row }: { row: OverviewRow }) {
  const styles = useStyles();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const mark = useAction('tellingen.markRow');
  const { id, kind, label, advice, recovery, settled, gegevens, place, conscious, note, by, markedAt } = row;
  const who = { ...row, naam: row.naam ?? 'Niet in uw administratie' };
  const about = `${label}, ${who.naam}`;
  return (
    <li className={styles.root} data-kind={kind}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <PupilName who={who} />
        </h3>
        <Badge appearance="tint" color={recovery ? 'danger' : settled ? 'success' : 'informative'} size="large">
          {label}
        </Badge>
        {recovery ? <Text weight="semibold">Kan worden teruggevorderd</Text> : null}
        <Text>{numbersText(row)}</Text>
      </div>
      <div className={styles.text}>
        <Text>{advice} </Text>
        <FieldLink who={who} place={place} />
      </div>
      {gegevens.length > 0 ? (
        <LineTable label={`Wat er verschilt: ${about}`} minWidth="30rem" className={styles.sides}>
          <thead>
            <tr>
              <th scope="col">Gegeven</th>
              <th scope="col">DUO-CFI</th>
              <th scope="col">BRON</th>
            </tr>
          </thead>
          <tbody>
            {gegevens.map(({ name, cfi, bron }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{cfi ?? '(leeg)'}</td>
                <td>{bron ?? '(leeg)'}</td>
              </tr>
            ))}
          </tbody>
        </LineTable>
      ) : null}
      {conscious ? (
        <Text>
          <Text weight="semibold">Verschil bewust.</Text> {note}{' '}
          {markedAt ? `(${[by, momentOf(markedAt)].filter(Boolean).join(', ')})` : ''}
        </Text>
      ) : null}
      <FailureMessage failure={mark.error?.failure} />
      {may('register') ? (
        <div className="no-print">
          {conscious ? (
            <Button
              size="small"
              disabledFocusable={mark.isPending}
              aria-label={`Niet meer bewust: ${about}`}
              onClick={() => mark.mutate({ id, conscious: false })}
            >
              Niet meer bewust
            </Button>
          ) : (
            <Button size="small" aria-label={`Verschil bewust: ${about}`} onClick={() => setAsking(true)}>
              Verschil bewust…
            </Button>
          )}
        </div>
      ) : null}
      {asking ? <ConsciousDialog id={id} about={about} onClose={() => setAsking(false)} /> : null}
    </li>
  );
}
