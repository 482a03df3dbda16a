import { makeStyles, Text } from '@fluentui/react-components';
import { placeTexts, type PortPlace } from '../../../shared/aansluiting/ports.ts';

const useStyles = makeStyles({
  list: { margin: '4px 0 0', paddingLeft: '24px', display: 'grid', gap: '4px' },
  who: { display: 'block' },
});

interface Props {
  places: readonly PortPlace[];
  label: string;
  /** Says who opens a port there: for everybody but the systeembeheerder. */
  withWho?: boolean;
}

/** Where a port can be closed, in the order in which to look. */
export function PlaceList({ places, label, withWho = false }: Props) {
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label={label}>
      {places.map((place) => (
        <li key={place}>
          {placeTexts[place].name}
          {withWho ? (
            <Text size={200} className={styles.who}>
              {placeTexts[place].who}
            </Text>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
