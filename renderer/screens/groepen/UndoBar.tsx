import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import type { GroepBatch } from '../../../shared/api/groepen.ts';
import { useAction, useOperation } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { countOf, moment } from '../../texts/format.ts';

const useStyles = makeStyles({ bar: { marginBottom: '16px' } });

const kindText: Record<GroepBatch['kind'], string> = {
  placing: 'in een groep geplaatst',
  rename: 'een andere groepsnaam gegeven',
  'next year': 'naar het volgende schooljaar gebracht of uitgeschreven',
};

/** What undoing comes to, besides that everything is as it was. */
function consequence({ sent, changed }: Output<'groepen.lastBatch'>): string {
  if (changed > 0)
    return `Dit kan niet meer: ${countOf(changed, 'leerling is', 'leerlingen zijn')} daarna gewijzigd. Verbeter die leerlingen op hun eigen kaart.`;
  if (sent === 0) return 'Alle gegevens worden weer zoals zij waren. Er is nog niets van naar BRON verstuurd.';
  return `Alle gegevens worden weer zoals zij waren. Van ${countOf(sent, 'leerling', 'leerlingen')} is al een melding verstuurd: daarvan volgt een nieuwe melding.`;
}

/** The last change of many pupils at once, and undoing it as a whole. */
export function UndoBar() {
  const styles = useStyles();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const query = useOperation('groepen.lastBatch', {});
  const undo = useAction('groepen.undo', {
    onSuccess: ({ leerlingen }) => {
      setOpen(false);
      notify(`Ongedaan gemaakt voor ${countOf(leerlingen, 'leerling', 'leerlingen')}.`);
    },
  });
  const last = query.data;
  if (!last?.batch) return null;
  const { id, kind, leerlingen, madeAt, madeBy } = last.batch;
  const words = `${countOf(leerlingen, 'leerling', 'leerlingen')} ${kindText[kind]} op ${moment(madeAt)}${madeBy ? ` door ${madeBy}` : ''}.`;
  return (
    <MessageBar className={styles.bar} layout="multiline">
      <MessageBarBody>Laatste wijziging: {words}</MessageBarBody>
      <MessageBarActions>
        <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)} modalType="alert">
          <DialogTrigger disableButtonEnhancement>
            <Button icon={<ArrowUndoRegular />}>Ongedaan maken…</Button>
          </DialogTrigger>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>Wijziging ongedaan maken?</DialogTitle>
              <DialogContent>
                <p>{words}</p>
                <p>{consequence(last)}</p>
                <FailureMessage failure={undo.error?.failure} />
              </DialogContent>
              <DialogActions>
                <DialogTrigger disableButtonEnhancement>
                  <Button>Annuleren</Button>
                </DialogTrigger>
                <Button
                  appearance="primary"
                  disabled={last.changed > 0}
                  disabledFocusable={undo.isPending}
                  onClick={() => undo.mutate({ id })}
                >
                  Ongedaan maken
                </Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      </MessageBarActions>
    </MessageBar>
  );
}
