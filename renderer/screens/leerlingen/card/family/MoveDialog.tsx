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
import { useForm } from 'react-hook-form';
import { addressLine, isNoAddress, type Address } from '../../../../../shared/domain/address.ts';
import { isDate } from '../../../../../shared/domain/dates.ts';
import type { Output } from '../../../../../shared/api/contract.ts';
import { failure } from '../../../../../shared/api/errors.ts';
import { useAction } from '../../../../app/api.ts';
import { useToday } from '../../../../app/clock.ts';
import { useNotify } from '../../../../app/notify.tsx';
import { AddressFields, type AddressForm } from '../../../../components/AddressFields.tsx';
import { DateField } from '../../../../components/DateField.tsx';
import { FailureMessage } from '../../../../components/FailureMessage.tsx';
import { countOf } from '../../../../texts/format.ts';
import { MoveAlong, type Along } from './MoveAlong.tsx';
import { addressOfForm, emptyAddress } from './verzorgerForm.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '52rem', width: '100%' },
  content: { display: 'grid', gap: tokens.spacingVerticalL, alignContent: 'start' },
  date: { maxWidth: '16rem' },
});

interface Asked {
  address: Address;
  preview: Output<'gezin.previewMove'>;
}

/** Who lives with the pupil is thought to move along. */
const together = ({ leerlingen, verzorgers }: Asked['preview']): Along => ({
  leerlingen: leerlingen.filter((item) => item.together).map(({ id }) => id),
  verzorgers: verzorgers.filter((item) => item.together).map(({ id }) => id),
});

/** Types the new address of a pupil, then asks who of the family moves along, and writes all of it at once. */
export function MoveDialog({ leerlingId, onClose }: { leerlingId: number; onClose: () => void }) {
  const styles = useStyles();
  const notify = useNotify();
  const [date, setDate] = useState(useToday());
  const [asked, setAsked] = useState<Asked>();
  const [along, setAlong] = useState<Along>({ leerlingen: [], verzorgers: [] });
  const [tried, setTried] = useState(false);
  const form = useForm<AddressForm>({ defaultValues: emptyAddress });
  const preview = useAction('gezin.previewMove');
  const move = useAction('gezin.move', {
    onSuccess: ({ messages }) => {
      notify(
        `De verhuizing is opgeslagen. ${messages === 0 ? 'BRON hoeft niets te weten.' : `Er ${messages === 1 ? 'volgt' : 'volgen'} ${countOf(messages, 'melding', 'meldingen')} aan BRON.`}`,
      );
      onClose();
    },
  });
  const ask = form.handleSubmit(async (values) => {
    setTried(true);
    const address = addressOfForm(values);
    if (isNoAddress(address) || !isDate(date)) return;
    const found = await preview.mutateAsync({ leerlingId, address }).catch(() => undefined);
    if (!found) return;
    setAlong(together(found));
    setAsked({ address, preview: found });
  });
  const save = ({ address, preview: { leerling, leerlingen, verzorgers } }: Asked) =>
    move.mutate({
      leerling: { id: leerling.id, version: leerling.version },
      address,
      begindatum: date,
      leerlingen: leerlingen
        .filter(({ id }) => along.leerlingen.includes(id))
        .map(({ id, version }) => ({ id, version })),
      verzorgers: verzorgers
        .filter(({ id }) => along.verzorgers.includes(id))
        .map(({ id, version }) => ({ id, version })),
    });
  const missing = tried && isNoAddress(addressOfForm(form.getValues()));
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (asked) save(asked);
            else void ask(event);
          }}
        >
          <DialogBody>
            <DialogTitle>{asked ? 'Ook voor broers, zussen en verzorgers?' : 'Verhuizing'}</DialogTitle>
            <DialogContent className={styles.content}>
              {asked ? (
                <>
                  <Text>
                    {asked.preview.leerling.from || 'Adres onbekend'} → {addressLine(asked.address)}
                  </Text>
                  <MoveAlong preview={asked.preview} along={along} onChange={setAlong} />
                </>
              ) : (
                <>
                  <div className={styles.date}>
                    <DateField label="Nieuw adres per" value={date} onChange={setDate} required />
                  </div>
                  <AddressFields control={form.control} />
                  <FailureMessage
                    failure={missing ? failure('invalid-input', { detail: 'er is geen adres ingevuld' }) : undefined}
                  />
                </>
              )}
              <FailureMessage failure={(preview.error ?? move.error)?.failure} />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Annuleren</Button>
              {asked ? <Button onClick={() => setAsked(undefined)}>Terug</Button> : null}
              <Button
                type="submit"
                appearance="primary"
                disabledFocusable={preview.isPending || move.isPending}
                disabled={!isDate(date)}
              >
                {asked ? 'Verhuizing opslaan' : 'Verder'}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
