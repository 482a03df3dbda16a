import { Field, makeStyles, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { BerichtRow } from '../../../shared/api/exchange.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '1.25rem' } });

/** Lets a tegengehouden melding go to BRON all the same: shows what was found, and asks why. */
export function SendAnywayDialog({ bericht, onClose }: { bericht: BerichtRow; onClose: () => void }) {
  const styles = useStyles();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const action = useAction('exchange.sendAnyway', {
    onSuccess: () => {
      notify('De melding gaat mee bij de volgende keer versturen.');
      onClose();
    },
  });
  return (
    <ActionDialog
      title="Toch versturen?"
      submit="Toch versturen"
      ready={reason.trim() !== ''}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() => action.mutate({ berichtId: bericht.id, reason: reason.trim() })}
      onClose={onClose}
    >
      <Text>
        De melding van {bericht.leerlingNaam ?? 'deze leerling'} is tegengehouden, omdat BRON haar volgens onze controle
        zou afkeuren:
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
    </ActionDialog>
  );
}
