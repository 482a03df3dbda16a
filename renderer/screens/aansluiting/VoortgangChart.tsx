import { makeStyles, tokens } from '@fluentui/react-components';
import { LineChart, ResponsiveContainer, type LineChartPoints } from '@fluentui/react-charts';
import type { KeptVoortgang } from '../../../shared/api/aansluiting.ts';
import { WERKWEKEN } from '../../../shared/aansluiting/werkweken.ts';

const useStyles = makeStyles({
  figure: { margin: 0, minWidth: 0 },
  title: { fontWeight: tokens.fontWeightSemibold },
});

const HEIGHT = 240;

interface Props {
  title: string;
  of: 'leerlingen' | 'ambulant';
  kept: KeptVoortgang;
}

/** The norm and what was registered, as two lines over the ten werkweken; the table beside it says the same in numbers. */
export function VoortgangChart({ title, of, kept: { weeks } }: Props) {
  const styles = useStyles();
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
    <figure className={styles.figure} data-chart={of}>
      <figcaption className={styles.title}>{title}</figcaption>
      {/* The table says the same in numbers; what the chart would say of its points is English. */}
      <div inert role="img" aria-label={`${title}: normaantal en aantal in BRON per werkweek`}>
        <ResponsiveContainer height={HEIGHT}>
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
        </ResponsiveContainer>
      </div>
    </figure>
  );
}
