import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Output } from '../../../shared/api/contract.ts';
import type { GtbLine } from '../../../shared/api/tellingen.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { useOperation } from '../../app/api.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { countOf } from '../../texts/format.ts';
import { longDate } from '../uitwisselen/moments.ts';

type Page = Pick<Output<'tellingen.reactie'>, 'gtbs' | 'vergelijkingsoverzicht'>;

const useStyles = makeStyles({
  table: { '& .number': { textAlign: 'right' }, '& tbody th': { whiteSpace: 'nowrap' } },
  overview: { display: 'block', marginTop: tokens.spacingVerticalM, maxWidth: '90ch' },
});

/** What the vergelijkingsoverzicht comes to, in a sentence. */
function overviewText({ vergelijkingsoverzicht: overview }: Page): string {
  if (!overview) return 'Er is geen vergelijkingsoverzicht.';
  const { madeOn, rows, open, recovery } = overview;
  const risk =
    recovery > 0 ? ` Bij ${countOf(recovery, 'leerling', 'leerlingen')} kan bekostiging worden teruggevorderd.` : '';
  return `Het vergelijkingsoverzicht van ${longDate(madeOn)} heeft ${countOf(rows, 'verschil', 'verschillen')}; ${countOf(open, 'staat', 'staan')} nog open.${risk}`;
}

/** What a reactie is about: the GTB of each vestiging with the own count beside it, and the vergelijkingsoverzicht. */
export function ReactieSubject({ page }: { page: Page }) {
  const styles = useStyles();
  return (
    <>
      <LineTable label="De GTB’s waar de reactie over gaat" minWidth="34rem" className={styles.table}>
        <thead>
          <tr>
            <th scope="col">GTB van</th>
            <th scope="col">Vestiging</th>
            <th scope="col" className="number">
              Totaal
            </th>
            <th scope="col" className="number">
              Telt niet mee
            </th>
            <th scope="col" className="number">
              Attentie
            </th>
            <th scope="col" className="number">
              Uw telling
            </th>
            <th scope="col" className="number">
              Verschillen
            </th>
          </tr>
        </thead>
        <tbody>
          {page.gtbs.map((gtb) => (
            <GtbRow key={gtb.kenmerk} gtb={gtb} />
          ))}
        </tbody>
      </LineTable>
      <Text className={styles.overview}>{overviewText(page)}</Text>
    </>
  );
}

function GtbRow({ gtb }: { gtb: GtbLine }) {
  const { peildatum, vestigingsvolgnummer, naam, totaal, notCounted, attention } = gtb;
  const { data } = useOperation('tellingen.count', { peildatum, vestigingsvolgnummer });
  const own = data?.rows.find(({ code }) => code === 'totaal')?.own;
  return (
    <tr>
      <th scope="row">{formatDutchDate(peildatum)}</th>
      <td>
        {vestigingsvolgnummer} {naam}
      </td>
      <td className="number">{totaal}</td>
      <td className="number">{notCounted}</td>
      <td className="number">{attention}</td>
      <td className="number">{own ?? '…'}</td>
      <td className="number">{data?.different ?? '…'}</td>
    </tr>
  );
}
