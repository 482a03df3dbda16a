import { Field, makeStyles, Select } from '@fluentui/react-components';
import { schooljaarOf } from '../../../shared/domain/schoolYear.ts';
import { useOperation } from '../../app/api.ts';
import { leerjarenText } from '../groepen/words.ts';

const useStyles = makeStyles({ root: { maxWidth: '24rem' }, choice: { minWidth: 0, width: '100%' } });

interface Props {
  datumInschrijving: string;
  vestigingsvolgnummer: string | undefined;
  /** Naam of the groep as it is filled in. */
  groep: string | undefined;
  onChoose: (groep: { naam: string; leerjaar: string | undefined }) => void;
}

/** The groepen that were made for the school year, to choose from; nothing when there are none. */
export function GroepChoice({ datumInschrijving, vestigingsvolgnummer, groep, onChoose }: Props) {
  const styles = useStyles();
  const all = useOperation('groepen.list', { schooljaar: schooljaarOf(datumInschrijving) }).data?.rows ?? [];
  const rows = all.filter((row) => !vestigingsvolgnummer || row.vestigingsvolgnummer === vestigingsvolgnummer);
  if (rows.length === 0) return null;
  return (
    <Field label="Kies een groep van dit schooljaar" className={styles.root}>
      <Select
        className={styles.choice}
        value={rows.find(({ naam }) => naam === groep)?.naam ?? ''}
        onChange={(_, data) => {
          const chosen = rows.find(({ naam }) => naam === data.value);
          const [only, ...others] = chosen?.leerjaren ?? [];
          if (chosen) onChoose({ naam: chosen.naam, leerjaar: others.length === 0 ? only : undefined });
        }}
      >
        <option value="">(zelf invullen)</option>
        {rows.map(({ id, naam, leerjaren, leerlingen }) => (
          <option key={id} value={naam}>
            {`${naam} (${leerjarenText(leerjaren)}; ${leerlingen} leerlingen)`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
