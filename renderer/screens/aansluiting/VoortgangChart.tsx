import { tokens } from '@fluentui/react-components';
import { LineChart, type LineChartPoints } from '@fluentui/react-charts';
import type { KeptVoortgang } from '../../../shared/api/aansluiting.ts';
import { WERKWEKEN } from '../../../shared/aansluiting/werkweken.ts';
import { ChartFigure } from '../../components/ChartFigure.tsx';

const HEIGHT = 240;

interface Props {
  title: string;
  of: 'leerlingen' | 'ambulant';
  kept: KeptVoortgang;
}

/** The norm and what was registered, as two lines over the ten werkweken; the table beside it says the same in numbers. */
export function VoortgangChart({ title, of, kept: { weeks } }: Props) {
  const norms = weeks.flatMap(({ week, norm }) => (norm ? [{ x: week, y: norm[of] }] : []));
  const registered = weeks.map((week) => ({ x: week.week, y: week[of] }));
  const lines: LineChartPoints[] = [
    {
      legend: 'Normaantal',
      data: norms,
      color: tokens.colorNeutralForeground3,
      lineOptions: { strokeDasharray: '6 4' },
    },
    { legend: 'In BRON', data: registered, color: tokens.colorBrandForeground1 },
  ];
  const highest = Math.max(1, ...norms.map(({ y }) => y), ...registered.map(({ y }) => y));
  return (
    <ChartFigure
      title={title}
      name={of}
      height={HEIGHT}
      chart={
        <LineChart
          data={{
            chartTitle: `${title}: normaantal en aantal in BRON per werkweek`,
            lineChartData: lines.filter(({ data }) => data.length > 0),
          }}
          xMinValue={1}
          xMaxValue={WERKWEKEN}
          tickValues={Array.from({ length: WERKWEKEN }, (_, at) => at + 1)}
          yMinValue={0}
          yMaxValue={highest}
          culture="nl-NL"
          xAxisTitle="Werkweek"
        />
      }
    />
  );
}
