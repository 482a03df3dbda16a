import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { LasFailure } from '../../../shared/api/errors.ts';
import type { NextYearOutcome } from '../../../shared/domain/nextYear.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { countOf } from '../../texts/format.ts';
import type { Chosen } from './nextYearFacts.ts';

interface Props {
  next: string;
  rows: readonly Chosen[];
  busy: boolean;
  failure: LasFailure | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what the end of the school year comes to, before it is written. */
export function NextYearDialog({ next, rows, busy, failure, onConfirm, onClose }: Props) {
  const count = (outcome: NextYearOutcome) => rows.filter(({ choice }) => choice.outcome === outcome).length;
  const year = next.slice(0, 4);
  const messages = rows.length - count('none');
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{`Overgang naar ${next} vastleggen?`}</DialogTitle>
          <DialogContent>
            <ul>
              <li>{countOf(count('moves up'), 'leerling gaat over', 'leerlingen gaan over')}</li>
              <li>{countOf(count('repeats'), 'leerling blijft zitten', 'leerlingen blijven zitten')}</li>
              <li>{countOf(count('leaves'), 'leerling verlaat de school', 'leerlingen verlaten de school')}</li>
            </ul>
            <p>
              {`De nieuwe groepen gaan in op 1 augustus ${year}; wie de school verlaat wordt uitgeschreven op 31 juli ${year}. Er volgen ${countOf(messages, 'melding', 'meldingen')} aan BRON. U kunt dit in één keer ongedaan maken op het scherm Groepen.`}
            </p>
            <FailureMessage failure={failure} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Annuleren</Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={onConfirm}>
              {busy ? 'Wordt vastgelegd…' : 'Vastleggen'}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
