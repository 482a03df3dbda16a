import { CounterBadge, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { brand } from './brand.ts';
import { Spoken } from '../components/Spoken.tsx';
import { useOperation } from './api.ts';
import { useNavigation } from './navigation.ts';
import { useMay } from './may.ts';
import { menuScreenOf, type MenuScreen } from './screens.tsx';
import { useMedia } from './useMedia.ts';

const useStyles = makeStyles({
  root: {
    width: '256px',
    flexShrink: 0,
    overflowX: 'hidden',
    overflowY: 'auto',
    padding: '14px 8px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  narrow: { width: '60px', padding: '8px 6px' },
  brand: {
    display: 'block',
    padding: '0 12px 14px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '2px',
  },
  item: {
    position: 'relative',
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '40px',
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    padding: '6px 12px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '10px',
      bottom: '10px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
    '@media (forced-colors: active)': { outline: '1px solid Highlight', '::before': { backgroundColor: 'Highlight' } },
  },
  icon: { fontSize: '20px', lineHeight: 0, flexShrink: 0 },
  iconSelected: { color: tokens.colorCompoundBrandForeground1 },
  title: { flex: '1 1 auto', minWidth: 0 },
  count: { flexShrink: 0 },
  countNarrow: { position: 'absolute', top: '2px', right: '2px' },
});

const MORE_THAN_SHOWN = 999;
/** Only the first screens have a digit as their key. */
const KEYS = 10;

function shortcutTo(screen: MenuScreen['screen'], index: number): string | undefined {
  if (screen === 'handleiding') return 'F1';
  return index < KEYS ? `Ctrl+${(index + 1) % KEYS}` : undefined;
}

/** The main menu: names with icons, and icons only where the window is narrow or the text large. */
export function SideMenu({ menu }: { menu: readonly MenuScreen[] }) {
  const styles = useStyles();
  const narrow = useMedia('(max-width: 900px)');
  const may = useMay();
  const work = useOperation('terugkoppelingen.work', { limit: 1 }, { enabled: may('read') });
  const open = work.data?.total ?? 0;

  return (
    <nav aria-label="Hoofdmenu" className={mergeClasses('no-print', styles.root, narrow && styles.narrow)}>
      {narrow ? null : <span className={styles.brand}>{brand.name}</span>}
      <ul className={styles.list}>
        {menu.map((entry, index) => (
          <li key={entry.screen}>
            <MenuButton
              entry={entry}
              shortcut={shortcutTo(entry.screen, index)}
              narrow={narrow}
              count={entry.screen === 'terugkoppelingen' ? open : 0}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ButtonProps {
  entry: MenuScreen;
  shortcut: string | undefined;
  narrow: boolean;
  count: number;
}

function MenuButton({ entry, shortcut, narrow, count }: ButtonProps) {
  const styles = useStyles();
  const { route, go } = useNavigation();
  const { screen, title, Icon } = entry;
  const selected = menuScreenOf(route) === screen;
  return (
    <Tooltip
      content={narrow && shortcut ? `${title} (${shortcut})` : (shortcut ?? title)}
      relationship="inaccessible"
      positioning="after"
      showDelay={600}
    >
      <button
        type="button"
        className={mergeClasses(styles.item, selected && styles.selected)}
        aria-current={selected ? 'page' : undefined}
        aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
        onClick={() => go({ screen })}
      >
        <span className={mergeClasses(styles.icon, selected && styles.iconSelected)} aria-hidden="true">
          <Icon filled={selected} />
        </span>
        {narrow ? <Spoken>{title}</Spoken> : <span className={styles.title}>{title}</span>}
        {count === 0 ? null : (
          <>
            <CounterBadge
              className={narrow ? styles.countNarrow : styles.count}
              count={count}
              overflowCount={MORE_THAN_SHOWN}
              size={narrow ? 'small' : 'medium'}
              color="danger"
              aria-hidden="true"
            />
            <Spoken>, {count} nog niet correct</Spoken>
          </>
        )}
      </button>
    </Tooltip>
  );
}
