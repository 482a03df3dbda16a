import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followEvents } from './app/api.ts';
import { App } from './app/App.tsx';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import { openOn } from './app/navigation.ts';
import { Providers } from './app/Providers.tsx';
import { createQueryClient } from './app/queryClient.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');

const client = createQueryClient();
followEvents(client);
openOn(window.location.hash);

createRoot(root).render(
  <StrictMode>
    <Providers client={client}>
      <ErrorBoundary>
        <App client={client} />
      </ErrorBoundary>
    </Providers>
  </StrictMode>,
);
