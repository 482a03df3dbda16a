import { makeStyles, tokens } from '@fluentui/react-components';
import { GroupedVerticalBarChart, ResponsiveContainer } from '@fluentui/react-charts';
import type { YearRow } from '../../../shared/api/counting.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { sideTexts } from './texts.ts';

const HEIGHT = 320;

const useStyles = makeStyles({
  // The library writes each word of a legend with a capital.
  figure: { margin: 0, minWidth: 0, '& div': { textTransform: 'none' } },
  title: { fontWeight: tokens.fontWeightSemibold },
});

const colors = {
  own: tokens.colorBrandForeground1,
  bron: tokens.colorNeutralForeground3,
  gtb: tokens.colorPaletteMarigoldForeground1,
} as const;
const sides = ['own', 'bron', 'gtb'] as const;

/** Day and month, as there is room for below a bar. */
const shortDate = (peildatum: string) => formatDutchDate(peildatum).replace(/-\d{4}$/, '');

/** The own count, that of BRON and the GTB beside each other on each teldatum; the table beside it says the same in numbers. */
export function YearChart({ schooljaar, rows }: { schooljaar: string; rows: readonly YearRow[] }) {
  const styles = useStyles();
  const data = rows.map(({ peildatum, ...numbers }) => ({
    name: shortDate(peildatum),
    series: sides.flatMap((side) => {
      const number = numbers[side];
      return number === undefined ? [] : [{ key: side, data: number, legend: sideTexts[side], color: colors[side] }];
    }),
  }));
  const highest = Math.max(1, ...rows.flatMap(({ own, bron, gtb = 0 }) => [own, bron, gtb]));
  const title = `Getelde leerlingen per teldatum, ${schooljaar}`;
  return (
    <figure className={styles.figure} data-chart="teldata">
      <figcaption className={styles.title}>{title}</figcaption>
      {/* The table says the same in numbers; what the chart would say of its bars is English. */}
      <div inert>
        <ResponsiveContainer height={HEIGHT}>
          <GroupedVerticalBarChart
            chartTitle={title}
            data={data}
            barWidth="auto"
            hideLabels={rows.length > 8}
            yMinValue={0}
            yMaxValue={highest}
            culture="nl-NL"
            roundedTicks
          />
        </ResponsiveContainer>
      </div>
    </figure>
  );
}
