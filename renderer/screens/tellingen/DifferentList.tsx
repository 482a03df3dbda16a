import { makeStyles } from '@fluentui/react-components';
import type { DifferentPupil } from '../../../shared/api/counting.ts';
import { useOperation } from '../../app/api.ts';
import { DifferentItem } from './DifferentItem.tsx';
import { PAGE, PupilPages } from './PupilPages.tsx';
import { useTellingenState, type Asked } from './tellingenState.ts';

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0 } });

/** The pupils of whom administration, BRON and GTB say different things. */
export function DifferentList({ asked }: { asked: Asked }) {
  const styles = useStyles();
  const { page } = useTellingenState();
  const query = useOperation(
    'tellingen.different',
    { ...asked, offset: page * PAGE, limit: PAGE },
    { keepPrevious: true },
  );
  return (
    <PupilPages query={query}>
      {(rows: readonly DifferentPupil[]) => (
        <ul className={styles.list} aria-label="Leerlingen die verschillen">
          {rows.map((pupil) => (
            <DifferentItem key={pupil.key} pupil={pupil} />
          ))}
        </ul>
      )}
    </PupilPages>
  );
}
