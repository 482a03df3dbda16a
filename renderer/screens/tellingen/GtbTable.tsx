import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { GtbLine } from '../../../shared/api/tellingen.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { useTellingenState, type Asked } from './tellingenState.ts';

const useStyles = makeStyles({
  picked: { backgroundColor: tokens.colorBrandBackground2 },
  table: {
    '& .number': { textAlign: 'right' },
    '& td, & th': { paddingLeft: '8px' },
    '& .short': { whiteSpace: 'nowrap' },
    marginTop: tokens.spacingVerticalM,
  },
  why: { display: 'block', maxWidth: '48ch' },
});

/** The id in the page of what lays a GTB beside the own count. */
export const gtbOpenerId = ({ peildatum, vestigingsvolgnummer = '' }: Asked): string =>
  `gtb-${peildatum}-${vestigingsvolgnummer}`;

/** The GTBs that are here; of each vestiging one is the one to judge, with why. */
export function GtbTable({ gtbs }: { gtbs: readonly GtbLine[] }) {
  const styles = useStyles();
  return (
    <LineTable label="GTB’s" minWidth="56rem" className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Teldatum</th>
          <th scope="col">Vestiging</th>
          <th scope="col">Gemaakt</th>
          <th scope="col">Verwerkt tot en met</th>
          <th scope="col" className="number">
            Totaal
          </th>
          <th scope="col" className="number">
            Telt niet mee
          </th>
          <th scope="col" className="number">
            Attentie
          </th>
          <th scope="col">Te controleren</th>
          <th scope="col" className="no-print">
            Vergelijken
          </th>
        </tr>
      </thead>
      <tbody>
        {gtbs.map((gtb) => (
          <GtbRow key={gtb.kenmerk} gtb={gtb} />
        ))}
      </tbody>
    </LineTable>
  );
}

function GtbRow({ gtb }: { gtb: GtbLine }) {
  const styles = useStyles();
  const choose = useTellingenState((state) => state.choose);
  const { kenmerk, vestigingsvolgnummer, naam, peildatum, madeOn, processedUntil, totaal, picked } = gtb;
  return (
    <tr data-gtb={kenmerk} className={picked ? styles.picked : undefined}>
      <th scope="row" className="short">
        {formatDutchDate(peildatum)}
      </th>
      <td>
        {vestigingsvolgnummer} {naam}
      </td>
      <td className="short">{formatDutchDate(madeOn)}</td>
      <td className="short">{formatDutchDate(processedUntil)}</td>
      <td className="number">{totaal}</td>
      <td className="number">{gtb.notCounted}</td>
      <td className="number">{gtb.attention}</td>
      <td>
        {picked ? (
          <>
            <Badge appearance="filled">Deze</Badge>
            <Text size={200} className={styles.why}>
              {picked}
            </Text>
          </>
        ) : (
          '–'
        )}
      </td>
      <td className="short no-print">
        <Button
          size="small"
          id={gtbOpenerId({ peildatum, vestigingsvolgnummer })}
          aria-label={`Naast uw telling: GTB van ${formatDutchDate(peildatum)}, vestiging ${vestigingsvolgnummer}`}
          onClick={() => choose({ gtb: { peildatum, vestigingsvolgnummer }, shown: undefined })}
        >
          Naast uw telling
        </Button>
      </td>
    </tr>
  );
}
