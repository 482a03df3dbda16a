import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles } from '@fluentui/react-components';
import { useOperation } from '../../app/api.ts';
import { RestoreSteps } from './RestoreSteps.tsx';
import { useRestoreDialog } from './restoreState.ts';
import { restoreTitles, useRestore } from './useRestore.ts';

const useStyles = makeStyles({ surface: { maxWidth: '720px' } });

/** Restores a backup into the administration that is open. */
export function RestoreDialog() {
  const { open, setOpen } = useRestoreDialog();
  return open ? <Shown onClose={() => setOpen(false)} /> : null;
}

function Shown({ onClose }: { onClose: () => void }) {
  const styles = useStyles();
  const known = useOperation('restore.known', {});
  const restore = useRestore(onClose);
  const close = () => {
    restore.back();
    onClose();
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && restore.working === undefined && close()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{restoreTitles[restore.step]}</DialogTitle>
          <DialogContent>
            <RestoreSteps restore={restore} known={known.data?.backups ?? []} onCancel={close} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
