import { makeStyles, tokens } from '@fluentui/react-components';
import type { YearRow } from '../../../shared/api/counting.ts';
import { useOperation } from '../../app/api.ts';
import { Answer } from '../../components/Answer.tsx';
import { LineTable } from '../../components/LineTable.tsx';
import { Section } from '../../components/Section.tsx';
import { longDate } from '../uitwisselen/moments.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { useTellingenState } from './tellingenState.ts';
import { differenceText, sideTexts } from './texts.ts';
import { YearChart } from './YearChart.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    '@media (max-width: 1200px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  table: { '& .number': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
});

interface Props {
  schooljaar: string;
  vestigingsvolgnummer: string | undefined;
}

/** The teldata of a school year in a picture, and the same numbers in a table beside it. */
export function YearSection({ schooljaar, vestigingsvolgnummer }: Props) {
  const styles = useStyles();
  const query = useOperation(
    'tellingen.year',
    { schooljaar, ...(vestigingsvolgnummer ? { vestigingsvolgnummer } : {}) },
    { keepPrevious: true },
  );
  return (
    <Section
      title={`Alle teldata van ${schooljaar}`}
      description="Hoeveel leerlingen meetellen. Een teldatum die nog komt, telt met de leerlingen die u nu hebt."
    >
      <Answer query={query} loading="De teldata worden geteld…">
        {({ rows }) => (
          <div className={styles.columns}>
            <YearChart schooljaar={schooljaar} rows={rows} />
            <YearTable schooljaar={schooljaar} rows={rows} />
          </div>
        )}
      </Answer>
    </Section>
  );
}

const total = { unit: 'leerlingen' } as const;

function YearTable({ schooljaar, rows }: { schooljaar: string; rows: readonly YearRow[] }) {
  const styles = useStyles();
  const choose = useTellingenState((state) => state.choose);
  const hasGtb = rows.some(({ gtb }) => gtb !== undefined);
  return (
    <LineTable label={`Alle teldata van ${schooljaar}`} minWidth="24rem" className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Teldatum</th>
          <th scope="col" className="number">
            {sideTexts.own}
          </th>
          <th scope="col" className="number">
            {sideTexts.bron}
          </th>
          <th scope="col" className="number">
            Verschil
          </th>
          {hasGtb ? (
            <th scope="col" className="number">
              {sideTexts.gtb}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ peildatum, own, bron, gtb }) => (
          <tr key={peildatum} data-teldatum={peildatum}>
            <th scope="row">
              <TextLink
                label={`${longDate(peildatum)}: tonen`}
                onClick={() => choose({ peildatum, schooljaar, shown: undefined })}
              >
                {longDate(peildatum)}
              </TextLink>
            </th>
            <td className="number">{own}</td>
            <td className="number">{bron}</td>
            <td className="number">{differenceText(total, own, bron)}</td>
            {hasGtb ? <td className="number">{gtb ?? '–'}</td> : null}
          </tr>
        ))}
      </tbody>
    </LineTable>
  );
}
