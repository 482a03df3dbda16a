import { CounterBadge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { WorkCode } from '../../../shared/api/work.ts';
import { ErnstBadge } from '../leerlingen/card/SignaalNote.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  button: {
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    width: '100%',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content',
    gap: '4px 8px',
    alignItems: 'center',
    padding: '8px 12px',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  selected: {
    border: `2px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
});

interface Props {
  codes: readonly WorkCode[];
  selected: string | undefined;
  onSelect: (code: string | undefined) => void;
}

/** How often each code occurs; choosing one shows only its rows. */
export function CodeList({ codes, selected, onSelect }: Props) {
  const styles = useStyles();
  const all = codes.reduce((sum, { count }) => sum + count, 0);
  const choose = (code: string | undefined) => onSelect(code === selected ? undefined : code);
  return (
    <nav aria-label="Soorten punten" className="no-print">
      <ul className={styles.list}>
        <li>
          <button
            type="button"
            aria-pressed={selected === undefined}
            className={mergeClasses(styles.button, selected === undefined && styles.selected)}
            onClick={() => onSelect(undefined)}
          >
            <Text weight="semibold">Alle punten</Text>
            <CounterBadge appearance="filled" color="informative" count={all} overflowCount={9999} />
          </button>
        </li>
        {codes.map(({ key, code, title, ernst, count }) => (
          <li key={key}>
            <button
              type="button"
              aria-pressed={selected === code}
              className={mergeClasses(styles.button, selected === code && styles.selected)}
              onClick={() => choose(code)}
            >
              <Text>
                {title} [{code}]
              </Text>
              <CounterBadge appearance="filled" color="informative" count={count} overflowCount={9999} />
              <span>
                <ErnstBadge ernst={ernst} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
