import { create } from 'zustand';

interface RestoreState {
  open: boolean;
  setOpen: (open: boolean) => void;
}

/** Whether the dialog that restores a backup into an open administration shows: several screens lead to it. */
export const useRestoreDialog = create<RestoreState>((set) => ({
  open: false,
  setOpen: (open) => set({ open }),
}));
