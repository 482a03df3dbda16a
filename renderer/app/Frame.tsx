import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { SessionStatus } from '../../shared/api/session.ts';
import { RestoreDialog } from '../screens/backup/RestoreDialog.tsx';
import { call } from './api.ts';
import { LogCutWarning } from './LogCutWarning.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { IdleWarning } from './IdleWarning.tsx';
import { useNavigation, type Route } from './navigation.ts';
import { OefenBanner, OefenMark } from './OefenBanner.tsx';
import { Screen } from './Screen.tsx';
import { AtWorkContext } from './may.ts';
import { menuOf, menuScreenOf, windowTitle } from './screens.tsx';
import { focusSearch, useShortcuts } from './shortcuts.ts';
import { SideMenu } from './SideMenu.tsx';
import { SkipLink } from './SkipLink.tsx';
import { StateBanners } from './StateBanners.tsx';
import { TopBar } from './TopBar.tsx';
import { UnsavedDialog } from './UnsavedDialog.tsx';

const useStyles = makeStyles({
  root: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    color: tokens.colorNeutralForeground1,
    '@media print': { display: 'block', height: 'auto' },
  },
  body: { flex: '1 1 auto', minHeight: 0, display: 'flex', '@media print': { display: 'block' } },
  column: { flex: '1 1 auto', minWidth: 0, display: 'flex', flexDirection: 'column' },
  main: {
    flex: '1 1 auto',
    minHeight: 0,
    boxSizing: 'border-box',
    overflowY: 'auto',
    padding: '24px 32px 40px',
    '@media (max-width: 900px)': { padding: '16px 16px 32px' },
    '@media print': { overflow: 'visible', padding: 0 },
  },
  content: { maxWidth: '1440px', margin: '0 auto', height: '100%' },
});

/** Locks the administration. What is on the screen goes with the answer of the core. */
const lock = () => {
  call('session.lock', {}).catch(() => undefined);
};

/** Everything around the screens while the administration is open. */
export function Frame({ status }: { status: SessionStatus }) {
  const styles = useStyles();
  const { route, go, leave } = useNavigation();
  const main = useRef<HTMLElement>(null);
  const menu = menuOf(status);
  const home = menu[0]?.screen;
  const permitted = menu.some(({ screen }) => screen === menuScreenOf(route));

  // Not everybody's program begins at the same screen.
  useEffect(() => {
    if (!permitted && home) useNavigation.setState({ route: { screen: home } as Route });
  }, [permitted, home]);

  useEffect(() => {
    document.title = windowTitle(route, status.schoolName);
  }, [route, status.schoolName]);
  useEffect(() => {
    main.current?.scrollTo({ top: 0 });
  }, [route]);

  useShortcuts(menu.length, (shortcut) => {
    if (shortcut.kind === 'lock') {
      leave(lock);
      return;
    }
    const named = { search: 'leerlingen', help: 'handleiding' } as const;
    const screen = shortcut.kind === 'screen' ? menu[shortcut.index]?.screen : named[shortcut.kind];
    if (screen && screen !== route.screen) go({ screen });
    if (shortcut.kind === 'search') focusSearch();
  });

  return (
    <AtWorkContext value={status}>
      <div className={styles.root}>
        <SkipLink />
        {status.kind === 'oefen' ? <OefenBanner status={status} /> : null}
        <StateBanners status={status} />
        <div className={styles.body}>
          <SideMenu menu={menu} />
          <div className={styles.column}>
            <TopBar status={status} onLock={() => leave(lock)} />
            <main ref={main} className={styles.main}>
              <div className={styles.content}>
                {status.logCut && route.screen !== 'logboek' ? <LogCutWarning /> : null}
                <ErrorBoundary key={route.screen}>
                  {permitted ? <Screen route={route} status={status} /> : null}
                </ErrorBoundary>
              </div>
            </main>
          </div>
        </div>
        {status.kind === 'oefen' ? <OefenMark /> : null}
        <UnsavedDialog />
        <IdleWarning />
        <RestoreDialog />
      </div>
    </AtWorkContext>
  );
}
