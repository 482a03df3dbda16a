import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupSecret, KnownBackup, RestorePreview } from '../../../shared/api/backup.ts';
import type { Output } from '../../../shared/api/contract.ts';
import { askSessionAgain, useAction } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { forgetData } from '../../app/queryClient.ts';

export type RestoreStep = 'choose' | 'secret' | 'preview';

/** The heading of each step. */
export const restoreTitles: Record<RestoreStep, string> = {
  choose: 'Reservekopie terugzetten',
  secret: 'Reservekopie openen',
  preview: 'Reservekopie bekijken',
};

/** Choosing a backup, opening it, and putting it in the place of what stands here. @param onDone when it stands there, open */
export function useRestore(onDone?: () => void) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Output<'restore.inspect'>>();
  const [secret, setSecret] = useState<BackupSecret>();
  const [preview, setPreview] = useState<RestorePreview>();
  const inspect = useAction('restore.inspect', { onSuccess: setChosen });
  const open = useAction('restore.preview', { onSuccess: setPreview });
  const commit = useAction('restore.commit', {
    onSuccess: () => {
      // Nothing of what was shown is of this administration any more.
      forgetData(client);
      useNavigation.getState().reset();
      onDone?.();
    },
    onSettled: () => askSessionAgain(client),
  });
  const cancel = useAction('restore.cancel');
  const step: RestoreStep = preview ? 'preview' : chosen ? 'secret' : 'choose';

  const chooseFile = async () => {
    const file = await window.las.host.chooseFile({ title: 'Reservekopie kiezen', extensions: ['reservekopie'] });
    if (file) inspect.mutate({ file: file.token });
  };
  return {
    step,
    chosen,
    preview,
    busy: inspect.isPending || open.isPending || commit.isPending,
    working: open.isPending ? 'opening' : commit.isPending ? 'replacing' : undefined,
    failure: (commit.error ?? open.error ?? inspect.error)?.failure,
    chooseFile: () => void chooseFile(),
    chooseKnown: ({ name, place }: KnownBackup) => inspect.mutate({ name, place }),
    open: (given: BackupSecret) => {
      if (!chosen) return;
      setSecret(given);
      open.mutate({ draft: chosen.draft, secret: given });
    },
    commit: () => {
      if (chosen && secret) commit.mutate({ draft: chosen.draft, secret });
    },
    /** Back to the choice; what was unpacked goes. */
    back: () => {
      if (chosen) cancel.mutate({ draft: chosen.draft });
      setChosen(undefined);
      setSecret(undefined);
      setPreview(undefined);
      for (const action of [inspect, open, commit]) action.reset();
    },
  };
}

export type Restore = ReturnType<typeof useRestore>;
