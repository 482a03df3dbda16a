import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { call, useEvent } from './api.ts';

/** Asks, a minute before the administration locks itself, whether anybody is still there. Shows in every window. */
export function IdleWarning() {
  const [left, setLeft] = useState<number | null>(null);
  useEvent('session.idle', ({ lockInSeconds }) => setLeft(lockInSeconds));
  const counting = left !== null;
  useEffect(() => {
    if (!counting) return;
    const timer = setInterval(() => setLeft((seconds) => (seconds === null ? null : Math.max(0, seconds - 1))), 1000);
    return () => clearInterval(timer);
  }, [counting]);
  const stay = () => {
    setLeft(null);
    // When the core is no longer there, the next question shows it.
    call('session.keepAwake', {}).catch(() => undefined);
  };
  if (left === null) return null;
  return (
    <Dialog open modalType="alert" onOpenChange={stay}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Bent u er nog?</DialogTitle>
          <DialogContent>
            De administratie vergrendelt zichzelf over{' '}
            <span role="timer">
              {left} {left === 1 ? 'seconde' : 'seconden'}
            </span>
            , omdat er een tijd niets is ingevoerd.
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" autoFocus onClick={stay}>
              Blijf aan het werk
            </Button>
            <Button onClick={() => void call('session.lock', {}).catch(() => undefined)}>Nu vergrendelen</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
