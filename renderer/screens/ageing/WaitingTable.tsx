import { makeStyles, tokens } from '@fluentui/react-components';
import type { WaitingRow } from '../../../shared/api/ageing.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { useNavigation } from '../../app/navigation.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { AgeingBadge } from './AgeingBadge.tsx';
import { kindWords, waited } from './texts.ts';

const useStyles = makeStyles({
  narrow: { whiteSpace: 'nowrap' },
  day: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  rows: readonly WaitingRow[];
  /** Today, `yyyy-mm-dd`. */
  day: string;
}

/** The changes that BRON does not have, with the pupil and how long they wait. */
export function WaitingTable({ rows, day }: Props) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  return (
    <LineTable label="Wijzigingen die BRON nog niet heeft" minWidth="720px">
      <thead>
        <tr>
          <th scope="col">Leerling</th>
          <th scope="col">Wat</th>
          <th scope="col">Wacht</th>
          <th scope="col">Uiterlijk bij BRON</th>
          <th scope="col">Termijn</th>
          <th scope="col">Bij BRON</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ inschrijvingId, leerlingId, leerlingNaam, kind, since, deliverBy, ageing, state }) => (
          <tr key={inschrijvingId} data-ageing={ageing}>
            <th scope="row">
              <TextLink onClick={() => go({ screen: 'leerling', id: leerlingId, focus: { inschrijvingId } })}>
                {leerlingNaam}
              </TextLink>
            </th>
            <td>{kindWords[kind]}</td>
            <td className={styles.narrow}>
              {waited(since, day)} <span className={styles.day}>(sinds {formatDutchDate(since)})</span>
            </td>
            <td className={styles.narrow}>{formatDutchDate(deliverBy)}</td>
            <td>
              <AgeingBadge ageing={ageing} />
            </td>
            <td>
              <StateBadge state={state} size="medium" />
            </td>
          </tr>
        ))}
      </tbody>
    </LineTable>
  );
}
