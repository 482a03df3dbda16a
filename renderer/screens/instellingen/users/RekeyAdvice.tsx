import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import { create } from 'zustand';
import type { Output } from '../../../../shared/api/contract.ts';
import type { LasFailure } from '../../../../shared/api/errors.ts';
import { useAction } from '../../../app/api.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useNotify } from '../../../app/notify.tsx';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { ActionDialog } from '../../../components/ActionDialog.tsx';
import { dayOf } from '../../../texts/format.ts';

type Advice = NonNullable<Output<'users.list'>['rekeyAdvised']>;

const useStyles = makeStyles({ root: { marginBottom: '16px' } });

const reasons: Record<Advice['reason'], string> = {
  'user-removed': 'Er is een gebruiker verwijderd',
  'recovery-code-used': 'De herstelcode is gebruikt',
};

/** Why the last attempt failed. This screen is gone while the administration is closed, and comes back. */
const useRekeyFailure = create<{ failure: LasFailure | undefined }>(() => ({ failure: undefined }));

/** Offers a new key for the administration, with what it does and what it does not do. */
export function RekeyAdvice({ reason, since }: Advice) {
  const styles = useStyles();
  const notify = useNotify();
  const leave = useNavigation((state) => state.leave);
  const [asking, setAsking] = useState(false);
  const failed = useRekeyFailure((state) => state.failure);
  const keep = useAction('users.keepKey');
  const rekey = useAction('users.rekey', {
    onSuccess: ({ left }) => {
      // A small administration has its new key before the window has seen that it was closed, and this screen stays.
      setAsking(false);
      const also = left.length > 0 ? ` Geef een nieuw wachtwoord aan: ${left.join(', ')}.` : '';
      notify(`De administratie heeft een nieuwe sleutel.${also}`);
    },
    onError: ({ failure }) => useRekeyFailure.setState({ failure }),
  });
  return (
    <>
      <MessageBar intent="warning" layout="multiline" className={styles.root}>
        <MessageBarBody>
          <MessageBarTitle>Geef de administratie een nieuwe sleutel.</MessageBarTitle>
          {reasons[reason]} op {dayOf(since)}. Wie de administratie eerder kon openen en een kopie heeft, kan met een
          nieuwe sleutel niet meer bij wat er van nu af aan bij komt.
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => leave(() => setAsking(true))}>Nieuwe sleutel maken…</Button>
          <Button appearance="subtle" disabledFocusable={keep.isPending} onClick={() => keep.mutate({})}>
            Niet nodig
          </Button>
        </MessageBarActions>
      </MessageBar>
      <FailureMessage failure={failed ?? keep.error?.failure} />
      {asking ? (
        <ActionDialog
          title="Nieuwe sleutel maken?"
          submit="Nieuwe sleutel maken"
          busy={rekey.isPending}
          failure={rekey.error?.failure}
          onSubmit={() => {
            useRekeyFailure.setState({ failure: undefined });
            rekey.mutate({});
          }}
          onClose={() => setAsking(false)}
        >
          <div>
            Het programma maakt een kopie met een nieuwe sleutel, controleert haar en vervangt daarmee de administratie.
            Dat duurt enkele seconden; niemand kan intussen werken. Gaat er iets mis, dan blijft alles zoals het was.
          </div>
          <div>Iedereen houdt het eigen wachtwoord, en de herstelcode op papier blijft geldig.</div>
          <div>
            <strong>Eerdere reservekopieën houden de oude sleutel.</strong> Ze blijven te openen met de wachtwoorden van
            toen, ook door wie u hebt verwijderd. Vernietig ze als dat niet mag.
          </div>
        </ActionDialog>
      ) : null}
    </>
  );
}
