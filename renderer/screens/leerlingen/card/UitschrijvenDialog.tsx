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
import type { InschrijvingCard } from '../../../../shared/api/leerlingen.ts';
import { isDate } from '../../../../shared/domain/dates.ts';
import { useAction } from '../../../app/api.ts';
import { DateField } from '../../../components/DateField.tsx';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { longDate } from '../../uitwisselen/moments.ts';
import { useCardContext } from './context.ts';
import { savedSentence } from './sentences.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Asks the last day of education and ends an inschrijving on it. */
export function UitschrijvenDialog({ inschrijving, onClose }: { inschrijving: InschrijvingCard; onClose: () => void }) {
  const styles = useStyles();
  const { card } = useCardContext();
  const [date, setDate] = useState('');
  const action = useAction('enrolment.end');
  const { id, version, gegevens } = inschrijving;
  const submit = async () => {
    await action.mutateAsync({ inschrijvingId: id, version, datumUitschrijving: date }).then(
      ({ findings, deliverBy }) => {
        const blocking = findings.filter(({ ernst }) => ernst === 'A').length;
        card.refetch();
        card.say({ saved: `Uitgeschreven per ${longDate(date)}. ${savedSentence({ deliverBy, blocking })}` });
        onClose();
      },
      // The failure stands in the dialog, with the date still in its field.
      () => undefined,
    );
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <DialogBody>
            <DialogTitle>Leerling uitschrijven</DialogTitle>
            <DialogContent className={styles.content}>
              <Text>
                De inschrijving van {longDate(gegevens.datumInschrijving ?? '')} eindigt op de dag die u hier invult. De
                gegevens blijven bewaard; de uitschrijving gaat als melding naar BRON.
              </Text>
              <DateField
                label="Laatste lesdag (datum uitschrijving)"
                value={date}
                onChange={setDate}
                required
                hint="Is dat de laatste schooldag van het jaar, dan 31 juli."
              />
              <FailureMessage failure={action.error?.failure} />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Annuleren</Button>
              <Button type="submit" appearance="primary" disabled={!isDate(date) || action.isPending}>
                Uitschrijven
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
