import { makeStyles, tokens } from '@fluentui/react-components';
import { ResponsiveContainer, type ResponsiveContainerProps } from '@fluentui/react-charts';

const useStyles = makeStyles({
  // The library writes each word of a legend with a capital.
  figure: { margin: 0, minWidth: 0, '& *': { textTransform: 'none' } },
  title: { fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  title: string;
  /** By which tests find it. */
  name: string;
  /** In pixels. */
  height: number;
  chart: ResponsiveContainerProps['children'];
}

/** A chart beside a table that says the same in numbers: what the library itself would say of it to a screen reader is English. */
export function ChartFigure({ title, name, height, chart }: Props) {
  const styles = useStyles();
  return (
    <figure className={styles.figure} data-chart={name}>
      <figcaption className={styles.title}>{title}</figcaption>
      <div inert>
        <ResponsiveContainer height={height}>{chart}</ResponsiveContainer>
      </div>
    </figure>
  );
}
