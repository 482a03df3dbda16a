import { CounterBadge, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { NavDrawer, NavDrawerBody, NavDrawerHeader, NavItem } from '@fluentui/react-nav';
import { useOperation } from './api.ts';
import { useMedia } from './useMedia.ts';
import { useNavigation } from './navigation.ts';
import { menu, menuScreenOf, type MenuScreen } from './screens.tsx';

const useStyles = makeStyles({
  root: {
    width: '232px',
    flexShrink: 0,
    height: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  narrow: { width: '64px', minWidth: '64px' },
  header: { padding: '14px 18px 10px' },
  brand: {
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
  label: { flex: '1 1 auto' },
  count: { marginLeft: 'auto' },
  countNarrow: { position: 'absolute', top: '2px', right: '2px' },
});

const MORE_THAN_SHOWN = 999;

/** The main menu: names with icons, and icons only where the window is narrow or the text large. */
export function SideMenu() {
  const styles = useStyles();
  const { route, go } = useNavigation();
  const narrow = useMedia('(max-width: 900px)');
  const work = useOperation('terugkoppelingen.work', { limit: 1 });
  const open = work.data?.total ?? 0;
  const selected = menuScreenOf(route);

  const item = ({ screen, title, Icon }: MenuScreen, index: number) => {
    const count = screen === 'terugkoppelingen' && open > 0 ? open : undefined;
    const spoken = count === undefined ? title : `${title}, ${count} nog niet correct`;
    const badge =
      count === undefined ? null : (
        <CounterBadge
          className={narrow ? styles.countNarrow : styles.count}
          count={count}
          overflowCount={MORE_THAN_SHOWN}
          size={narrow ? 'small' : 'medium'}
          color="danger"
          aria-hidden="true"
        />
      );
    return (
      <Tooltip
        key={screen}
        content={narrow ? `${spoken} (Ctrl+${index + 1})` : `Ctrl+${index + 1}`}
        relationship="inaccessible"
        positioning="after"
        showDelay={600}
      >
        <NavItem
          value={screen}
          icon={<Icon />}
          aria-label={spoken}
          aria-keyshortcuts={`Control+${index + 1}`}
          aria-current={selected === screen ? 'page' : undefined}
        >
          {narrow ? null : <span className={styles.label}>{title}</span>}
          {badge}
        </NavItem>
      </Tooltip>
    );
  };

  return (
    <nav aria-label="Hoofdmenu" className="no-print" data-narrow={narrow}>
      <NavDrawer
        open
        type="inline"
        separator={false}
        selectedValue={selected}
        className={`${styles.root} ${narrow ? styles.narrow : ''}`}
        onNavItemSelect={(_, { value }) => {
          const chosen = menu.find(({ screen }) => screen === value);
          if (chosen) go({ screen: chosen.screen });
        }}
      >
        {narrow ? null : (
          <NavDrawerHeader className={styles.header}>
            <span className={styles.brand}>Bronwijs</span>
          </NavDrawerHeader>
        )}
        <NavDrawerBody>{menu.map(item)}</NavDrawerBody>
      </NavDrawer>
    </nav>
  );
}
