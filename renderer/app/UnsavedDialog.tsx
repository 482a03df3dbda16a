import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
} from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import { useNavigation } from './navigation.ts';

/** Asks what to do with unsaved work before a screen is left. */
export function UnsavedDialog() {
  const { pending, guard, answer } = useNavigation();
  const [saving, setSaving] = useState(false);

  const asked = pending !== undefined;
  const before = useRef<Element>(null);
  useLayoutEffect(() => {
    // Before the dialog takes the focus.
    if (asked) before.current = document.activeElement;
  }, [asked]);
  const stay = () => {
    answer(false);
    setTimeout(() => before.current instanceof HTMLElement && before.current.focus());
  };

  const save = async () => {
    setSaving(true);
    const saved = await guard?.save().catch(() => false);
    setSaving(false);
    // When saving fails the screen itself says why.
    if (saved) answer(true);
    else stay();
  };

  return (
    <Dialog open={asked} modalType="modal" onOpenChange={(_, { open }) => !open && stay()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Wilt u uw wijzigingen opslaan?</DialogTitle>
          <DialogContent>Op dit scherm staan wijzigingen die nog niet zijn opgeslagen.</DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabled={saving}
              {...(saving ? { icon: <Spinner size="tiny" /> } : {})}
              onClick={() => void save()}
            >
              Opslaan
            </Button>
            <Button
              disabled={saving}
              onClick={() => {
                guard?.discard();
                answer(true);
              }}
            >
              Weggooien
            </Button>
            <Button disabled={saving} onClick={stay}>
              Blijven
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
