import { Button, Text } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askSessionAgain, useAction } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { Section } from '../../components/Section.tsx';
import { showRecoveryCode } from '../start/recovery.ts';

/** Makes a new recovery code; the program then shows it and asks it back before anything else. */
export function RecoverySection() {
  const client = useQueryClient();
  const leave = useNavigation((state) => state.leave);
  const [asking, setAsking] = useState(false);
  const renew = useAction('session.newRecoveryCode', {
    onSuccess: ({ recoveryCode }) => {
      showRecoveryCode(recoveryCode);
      return askSessionAgain(client);
    },
  });
  const ask = () => {
    renew.reset();
    setAsking(true);
  };
  return (
    <KeepFocus>
      <Section
        title="Herstelcode"
        description="Met de herstelcode opent u de administratie als u uw wachtwoord kwijt bent. Maak een nieuwe code als het papier zoek is of als iemand anders het heeft gezien."
      >
        <Button onClick={() => leave(ask)}>Nieuwe herstelcode…</Button>
        {asking ? (
          <ActionDialog
            title="Nieuwe herstelcode maken?"
            submit="Nieuwe code maken"
            submitting="Nieuwe code wordt gemaakt…"
            busy={renew.isPending}
            failure={renew.error?.failure}
            onSubmit={() => renew.mutate({})}
            onClose={() => setAsking(false)}
          >
            <Text>
              De oude code werkt daarna niet meer. U moet de nieuwe code meteen afdrukken of overschrijven en overtypen.
            </Text>
          </ActionDialog>
        ) : null}
      </Section>
    </KeepFocus>
  );
}
