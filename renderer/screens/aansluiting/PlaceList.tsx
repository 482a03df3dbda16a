import { makeStyles, Text } from '@fluentui/react-components';
import { placeTexts, type PortPlace } from '../../../shared/aansluiting/ports.ts';

const useStyles = makeStyles({
  list: { margin: '4px 0 0', paddingLeft: '24px', display: 'grid', gap: '4px' },
  who: { display: 'block' },
});

/** Where a port can be closed, in the order in which to look, and who opens it there. */
export function PlaceList({ places, label }: { places: readonly PortPlace[]; label: string }) {
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label={label}>
      {places.map((place) => (
        <li key={place}>
          {placeTexts[place].name}
          <Text size={200} className={styles.who}>
            {placeTexts[place].who}
          </Text>
        </li>
      ))}
    </ol>
  );
}
