import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { BerichtRow } from '../../../shared/api/exchange.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: '1.25rem' },
});

/** Lets a tegengehouden melding go to BRON all the same: shows what was found, and asks why. */
export function SendAnywayDialog({ bericht, onClose }: { bericht: BerichtRow; onClose: () => void }) {
  const styles = useStyles();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const action = useAction('exchange.sendAnyway');
  const submit = async () => {
    await action.mutateAsync({ berichtId: bericht.id, reason: reason.trim() }).then(
      () => {
        notify('De melding gaat mee bij de volgende keer versturen.');
        onClose();
      },
      // The failure stands in the dialog, with the reason still in its field.
      () => undefined,
    );
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <DialogBody>
            <DialogTitle>Toch versturen?</DialogTitle>
            <DialogContent className={styles.content}>
              <Text>
                De melding van {bericht.leerlingNaam ?? 'deze leerling'} is tegengehouden, omdat BRON haar volgens onze
                controle zou afkeuren:
              </Text>
              <ul className={styles.list} aria-label="Bevindingen van de voorcontrole">
                {bericht.findings.map(({ code, ernst, omschrijving }) => (
                  <li key={code + omschrijving}>
                    {ernst === 'A' ? 'Afkeur' : 'Signaal'} [{code}]: {omschrijving}
                  </li>
                ))}
                {bericht.findings.length === 0 ? <li>{bericht.reason ?? 'Er is geen reden bekend.'}</li> : null}
              </ul>
              <Text>BRON beslist. Weet u zeker dat de gegevens kloppen, dan kunt u de melding toch versturen.</Text>
              <Field label="Reden" required hint="Wordt vastgelegd, met uw naam.">
                <Textarea value={reason} maxLength={500} rows={3} onChange={(_, data) => setReason(data.value)} />
              </Field>
              <FailureMessage failure={action.error?.failure} />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Annuleren</Button>
              <Button type="submit" appearance="primary" disabled={reason.trim() === '' || action.isPending}>
                Toch versturen
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
