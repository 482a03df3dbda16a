import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { columnsFor, standardColumns, type ListName } from '../../../shared/domain/export/columns.ts';
import { useKind } from '../../app/useKind.ts';

const useStyles = makeStyles({
  root: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(15rem, 1fr))',
    alignItems: 'start',
    maxHeight: '20rem',
    overflowY: 'auto',
    marginTop: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: tokens.spacingVerticalS },
});

interface Props {
  list: ListName;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  withNumbers: boolean;
}

/** The columns of a list, to be ticked. They come into the file in the order in which they stand here. */
export function ColumnChoice({ list, chosen, onChange, withNumbers }: Props) {
  const styles = useStyles();
  const kind = useKind();
  const columns = columnsFor(list, kind).filter(({ sensitive }) => withNumbers || sensitive !== 'number');
  const set = (keys: readonly string[]) =>
    onChange(
      columnsFor(list, kind)
        .map(({ key }) => key)
        .filter((key) => keys.includes(key)),
    );
  return (
    <fieldset className={styles.root}>
      <legend className={styles.legend}>Kolommen ({chosen.length} gekozen)</legend>
      <div className={styles.columns}>
        {columns.map(({ key, label }) => (
          <Checkbox
            key={key}
            label={label}
            checked={chosen.includes(key)}
            onChange={(_, { checked }) =>
              set(checked === true ? [...chosen, key] : chosen.filter((other) => other !== key))
            }
          />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button size="small" onClick={() => set(standardColumns(list, kind))}>
          Gebruikelijke kolommen
        </Button>
        <Button size="small" onClick={() => set(columns.map(({ key }) => key))}>
          Alle kolommen
        </Button>
        <Button size="small" onClick={() => set([])}>
          Geen kolommen
        </Button>
      </div>
    </fieldset>
  );
}
