import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askSessionAgain, useAction } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { showRecoveryCode } from '../start/recovery.ts';

/** Makes a new recovery code; the program then shows it and asks it back before anything else. */
export function RecoverySection() {
  const client = useQueryClient();
  const leave = useNavigation((state) => state.leave);
  const restoreFocus = useRestoreFocusTarget();
  const [asking, setAsking] = useState(false);
  const renew = useAction('session.newRecoveryCode', {
    onSuccess: ({ recoveryCode }) => {
      showRecoveryCode(recoveryCode);
      return askSessionAgain(client);
    },
  });
  return (
    <Section
      title="Herstelcode"
      description="Met de herstelcode opent u de administratie als u uw wachtwoord kwijt bent. Maak een nieuwe code als het papier zoek is of als iemand anders het heeft gezien."
    >
      <FailureMessage failure={renew.error?.failure} />
      <Button {...restoreFocus} onClick={() => leave(() => setAsking(true))}>
        Nieuwe herstelcode…
      </Button>
      <Dialog open={asking} onOpenChange={(_, { open }) => setAsking(open)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>Nieuwe herstelcode maken?</DialogTitle>
            <DialogContent>
              De oude code werkt daarna niet meer. U moet de nieuwe code meteen afdrukken of overschrijven en overtypen.
            </DialogContent>
            <DialogActions>
              <Button
                appearance="primary"
                disabledFocusable={renew.isPending}
                onClick={() => {
                  setAsking(false);
                  renew.mutate({});
                }}
              >
                Nieuwe code maken
              </Button>
              <DialogTrigger disableButtonEnhancement>
                <Button>Annuleren</Button>
              </DialogTrigger>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </Section>
  );
}
