import { useOperation } from '../../app/api.ts';
import { RestoreSteps } from '../backup/RestoreSteps.tsx';
import { restoreTitles, useRestore } from '../backup/useRestore.ts';
import { StartPage } from './StartPage.tsx';

/** Restores a backup on an empty machine (moving to another PC) or over a locked or damaged administration. */
export function RestorePage({ moving, onBack }: { moving: boolean; onBack: () => void }) {
  const known = useOperation('restore.known', {});
  const restore = useRestore();
  const leave = () => {
    restore.back();
    onBack();
  };
  const lead = moving
    ? 'Zo verhuist u ook naar een andere computer: maak op de oude een reservekopie en zet die hier terug.'
    : 'De administratie die hier staat wordt vervangen door de reservekopie. Wat er stond blijft apart bewaard.';
  return (
    <StartPage wide title={restoreTitles[restore.step]} {...(restore.step === 'choose' ? { lead } : {})}>
      <RestoreSteps restore={restore} known={known.data?.backups ?? []} onCancel={leave} />
    </StartPage>
  );
}
