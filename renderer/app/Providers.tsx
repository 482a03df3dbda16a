import { createDOMRenderer, FluentProvider, makeStyles, RendererProvider, tokens } from '@fluentui/react-components';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { GlobalStyle } from './GlobalStyle.tsx';
import { Notifications } from './notify.tsx';
import { useTheme } from './theme.ts';

const useStyles = makeStyles({
  // Fluent gives this class to every menu, tooltip and dialog too: nothing that covers the page.
  provider: { backgroundColor: 'transparent' },
  root: {
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
    '@media print': { height: 'auto', backgroundColor: 'transparent' },
  },
});

/** The nonce that the host put into the page: without it the CSP refuses Fluent's styles. */
const pageNonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

/** Styles, theme, data and messages for everything below. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  const theme = useTheme();
  const renderer = useMemo(() => {
    const nonce = pageNonce();
    return createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {});
  }, []);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <QueryClientProvider client={client}>
        <Themed theme={theme}>{children}</Themed>
      </QueryClientProvider>
    </RendererProvider>
  );
}

function Themed({ theme, children }: { theme: ReturnType<typeof useTheme>; children: ReactNode }) {
  const styles = useStyles();
  return (
    <FluentProvider theme={theme} className={styles.provider} dir="ltr">
      <GlobalStyle />
      <div className={styles.root}>{children}</div>
      <Notifications />
    </FluentProvider>
  );
}
