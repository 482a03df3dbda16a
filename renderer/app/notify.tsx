import { Toast, Toaster, ToastTitle, useToastController } from '@fluentui/react-components';
import { useCallback } from 'react';

const TOASTER = 'bronwijs';

/** Tells in passing that something was done; it goes away by itself and is read aloud. Failures stay where they happened: FailureMessage. */
export function useNotify(): (done: string) => void {
  const { dispatchToast } = useToastController(TOASTER);
  return useCallback(
    (done) => {
      dispatchToast(
        <Toast>
          <ToastTitle>{done}</ToastTitle>
        </Toast>,
        { intent: 'success', timeout: 6000, pauseOnHover: true, politeness: 'polite' },
      );
    },
    [dispatchToast],
  );
}

/** Where those messages appear. */
export const Notifications = () => <Toaster toasterId={TOASTER} position="bottom-end" pauseOnWindowBlur />;
