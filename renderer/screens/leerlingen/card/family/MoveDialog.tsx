import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { leadsToDoor, type Adres } from '../../../../../shared/domain/adres.ts';
import { isDate } from '../../../../../shared/domain/dates.ts';
import { failure } from '../../../../../shared/api/errors.ts';
import { useToday } from '../../../../app/clock.ts';
import { AddressFields, type AddressForm } from '../../../../components/AddressFields.tsx';
import { DateField } from '../../../../components/DateField.tsx';
import { FailureMessage } from '../../../../components/FailureMessage.tsx';
import { MoveAlongDialog } from './MoveAlongDialog.tsx';
import { addressOfForm, emptyAddress } from './verzorgerForm.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '52rem', width: '100%' },
  content: { display: 'grid', gap: tokens.spacingVerticalL, alignContent: 'start' },
  date: { maxWidth: '16rem' },
});

/** Types the new address of a pupil; who of the family moves along is asked next, and all of it written at once. */
export function MoveDialog({ leerlingId, onClose }: { leerlingId: number; onClose: () => void }) {
  const styles = useStyles();
  const [date, setDate] = useState(useToday());
  const [address, setAddress] = useState<Adres>();
  const [empty, setEmpty] = useState(false);
  const form = useForm<AddressForm>({ defaultValues: emptyAddress });
  const ask = form.handleSubmit((values) => {
    const typed = addressOfForm(values);
    setEmpty(!leadsToDoor(typed));
    if (leadsToDoor(typed) && isDate(date)) setAddress(typed);
  });
  if (address) {
    const back = () => setAddress(undefined);
    return <MoveAlongDialog leerlingId={leerlingId} address={address} date={date} onBack={back} onClose={onClose} />;
  }
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <form noValidate onSubmit={(event) => void ask(event)}>
          <DialogBody>
            <DialogTitle>Verhuizing</DialogTitle>
            <DialogContent className={styles.content}>
              <div className={styles.date}>
                <DateField label="Nieuw adres per" value={date} onChange={setDate} required />
              </div>
              <AddressFields control={form.control} />
              <FailureMessage
                failure={empty ? failure('invalid-input', { detail: 'er is geen adres ingevuld' }) : undefined}
              />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Annuleren</Button>
              <Button type="submit" appearance="primary" disabled={!isDate(date)}>
                Verder
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
