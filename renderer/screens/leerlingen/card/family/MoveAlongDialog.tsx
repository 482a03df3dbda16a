import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Output } from '../../../../../shared/api/contract.ts';
import type { Adres } from '../../../../../shared/domain/adres.ts';
import { adresLine } from '../../../../../shared/domain/adresLine.ts';
import { useAction, useOperation } from '../../../../app/api.ts';
import { useNotify } from '../../../../app/notify.tsx';
import { Answer } from '../../../../components/Answer.tsx';
import { FailureMessage } from '../../../../components/FailureMessage.tsx';
import { countOf } from '../../../../texts/format.ts';
import { MoveAlong, type Along } from './MoveAlong.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: '52rem', width: '100%' },
  content: { display: 'grid', gap: tokens.spacingVerticalL, alignContent: 'start' },
});

type Preview = Output<'gezin.previewMove'>;

/** Who lives with the pupil is thought to move along. */
const together = ({ leerlingen, verzorgers }: Preview): Along => ({
  leerlingen: leerlingen.filter((item) => item.together).map(({ id }) => id),
  verzorgers: verzorgers.filter((item) => item.together).map(({ id }) => id),
});

/** The records that are ticked, with the versions that were shown. */
const versions = (items: readonly { id: number; version: number }[], ids: readonly number[]) =>
  items.filter(({ id }) => ids.includes(id)).map(({ id, version }) => ({ id, version }));

const messagesFollow = (messages: number) =>
  messages === 0
    ? 'BRON hoeft niets te weten.'
    : `Er ${messages === 1 ? 'volgt' : 'volgen'} ${countOf(messages, 'melding', 'meldingen')} aan BRON.`;

interface Props {
  leerlingId: number;
  /** The address that was left, where the pupil has moved already. */
  from?: Adres;
  address: Adres;
  /** First day of the new address; absent: the former one was a mistake. */
  date: string | undefined;
  onBack?: () => void;
  onClose: () => void;
}

/** Asks who of the family moves along with a pupil, with what follows for each, and writes all of it at once. */
export function MoveAlongDialog({ leerlingId, from, address, date, onBack, onClose }: Props) {
  const styles = useStyles();
  const notify = useNotify();
  const [chosen, setChosen] = useState<Along>();
  const left = from ? { from } : {};
  const preview = useOperation('gezin.previewMove', { leerlingId, address, ...left });
  const move = useAction('gezin.move', {
    onSuccess: ({ messages }) => {
      notify(`De verhuizing is opgeslagen. ${messagesFollow(messages)}`);
      onClose();
    },
  });
  const along = chosen ?? (preview.data ? together(preview.data) : { leerlingen: [], verzorgers: [] });
  const save = ({ leerling: { id, version }, leerlingen, verzorgers }: Preview) =>
    move.mutate({
      leerling: { id, version },
      ...left,
      address,
      ...(date ? { begindatum: date } : {}),
      leerlingen: versions(leerlingen, along.leerlingen),
      verzorgers: versions(verzorgers, along.verzorgers),
    });
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (preview.data) save(preview.data);
          }}
        >
          <DialogBody>
            <DialogTitle>Ook voor broers, zussen en verzorgers?</DialogTitle>
            <DialogContent className={styles.content}>
              <Answer query={preview} loading="Het gezin wordt opgehaald…">
                {(found) => (
                  <>
                    <Text>{`${found.left || 'Adres onbekend'} → ${adresLine(address)}`}</Text>
                    <MoveAlong preview={found} along={along} onChange={setChosen} />
                  </>
                )}
              </Answer>
              <FailureMessage failure={move.error?.failure} />
            </DialogContent>
            <DialogActions fluid>
              <Button onClick={onClose}>{from ? 'Niemand verhuist mee' : 'Annuleren'}</Button>
              {onBack ? <Button onClick={onBack}>Terug</Button> : null}
              <Button type="submit" appearance="primary" disabledFocusable={!preview.data || move.isPending}>
                Verhuizing opslaan
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
