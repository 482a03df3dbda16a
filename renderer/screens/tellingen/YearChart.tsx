import { tokens } from '@fluentui/react-components';
import { GroupedVerticalBarChart } from '@fluentui/react-charts';
import type { YearRow } from '../../../shared/api/counting.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { ChartFigure } from '../../components/ChartFigure.tsx';
import { sideTexts } from './texts.ts';

const HEIGHT = 320;

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
    <ChartFigure
      title={title}
      name="teldata"
      height={HEIGHT}
      chart={
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
      }
    />
  );
}
