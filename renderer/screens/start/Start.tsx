import { useEffect } from 'react';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { OefenBanner, OefenMark } from '../../app/OefenBanner.tsx';
import { SafeBanner } from '../../app/StateBanners.tsx';
import { ChoosePassword } from './ChoosePassword.tsx';
import { Create } from './create/Create.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import { forgetRecoveryCode } from './recovery.ts';
import { Rekeying } from './Rekeying.tsx';
import { StartPage } from './StartPage.tsx';
import { Unlock } from './Unlock.tsx';

/** What shows while the administration is not open: make it, note the recovery code, choose a password, or unlock it. */
export function Start({ status }: { status: SessionStatus }) {
  const { state, kind } = status;
  useEffect(() => {
    if (state === 'locked') forgetRecoveryCode();
  }, [state]);
  if (status.safe)
    return (
      <>
        <SafeBanner />
        {state === 'none' ? <NothingHere /> : <Unlock status={status} />}
      </>
    );
  if (state === 'none') return <Create />;
  if (state === 'locked') return <Unlock status={status} />;
  if (state === 'rekeying') return <Rekeying />;
  return (
    <>
      {kind === 'oefen' ? <OefenBanner status={{ ...status, oefenklok: false }} /> : null}
      {state === 'password' ? <ChoosePassword status={status} /> : <RecoveryCode status={status} />}
      {kind === 'oefen' ? <OefenMark /> : null}
    </>
  );
}

function NothingHere() {
  return (
    <StartPage
      title="Geen administratie"
      lead="In deze map staat geen administratie, en een veilige start maakt er geen."
    >
      {null}
    </StartPage>
  );
}
