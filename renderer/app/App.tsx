import { Button, useFocusFinders } from '@fluentui/react-components';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { brand } from './brand.ts';
import type { SessionStatus } from '../../shared/api/session.ts';
import { FailureMessage } from '../components/FailureMessage.tsx';
import { Loading } from '../components/Loading.tsx';
import { Start } from '../screens/start/Start.tsx';
import { StartPage } from '../screens/start/StartPage.tsx';
import { useOperation } from './api.ts';
import { followCoreClock } from './clock.ts';
import { Frame } from './Frame.tsx';
import { useNavigation } from './navigation.ts';
import { tellNotices } from './notify.tsx';
import { forgetData } from './queryClient.ts';
import { useKeepAwake } from './useKeepAwake.ts';

/** How often the core is asked whether it is still open, in case its word was missed. */
const ASK_AGAIN_MS = 60_000;

/** The program: the start screens while the administration is closed, the frame with the screens while it is open. */
export function App({ client }: { client: QueryClient }) {
  const status = useOperation(
    'session.status',
    {},
    { topics: ['exchange', 'settings'], refetchInterval: ASK_AGAIN_MS },
  );
  const { data } = status;
  // Keeps Fluent's watcher of dialogs alive: without it, a page that is locked under a dialog stays hidden from screen readers.
  useFocusFinders();
  const state = data?.state;

  useEffect(() => {
    if (data) followCoreClock(data.now);
  }, [data]);
  useEffect(() => {
    // A new key closes the administration for a moment only, for the person who asked for it.
    const stays = state === 'open' || state === 'rekeying';
    tellNotices(stays);
    if (state === undefined || stays) return;
    forgetData(client);
    useNavigation.getState().reset();
  }, [state, client]);
  useKeepAwake(state === 'open');

  if (data) return <Shown status={data} />;
  if (!status.error) return <Loading label={`${brand.name} wordt gestart…`} />;
  return (
    <StartPage title={`${brand.name} start niet`}>
      <FailureMessage
        failure={status.error.failure}
        actions={<Button onClick={() => void status.refetch()}>Opnieuw proberen</Button>}
      />
    </StartPage>
  );
}

const Shown = ({ status }: { status: SessionStatus }) =>
  status.state === 'open' ? <Frame status={status} /> : <Start status={status} />;
