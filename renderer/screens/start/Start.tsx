import { useEffect } from 'react';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { OefenBanner, OefenMark } from '../../app/OefenBanner.tsx';
import { Create } from './create/Create.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import { forgetRecoveryCode } from './recovery.ts';
import { Unlock } from './Unlock.tsx';

/** What shows while the administration is not open: make it, note the recovery code, or unlock it. */
export function Start({ status }: { status: SessionStatus }) {
  const { state, kind } = status;
  useEffect(() => {
    if (state === 'locked') forgetRecoveryCode();
  }, [state]);
  if (state === 'none') return <Create />;
  if (state === 'locked') return <Unlock status={status} />;
  return (
    <>
      {kind === 'oefen' ? <OefenBanner status={{ ...status, oefenklok: false }} /> : null}
      <RecoveryCode status={status} />
      {kind === 'oefen' ? <OefenMark /> : null}
    </>
  );
}
