import { Checkbox, Field, Radio, RadioGroup, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Input } from '../../../shared/api/contract.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';

type As = Input<'retention.placeGone'>['as'];

/** Ticks off a place for backups that does not come back, once the person has said what became of it. */
export function PlaceGoneDialog({ folder, onClose }: { folder: string; onClose: () => void }) {
  const notify = useNotify();
  const [as, setAs] = useState<As>();
  const [sure, setSure] = useState(false);
  const action = useAction('retention.placeGone', {
    onSuccess: () => {
      notify('Afgemeld.');
      onClose();
    },
  });
  return (
    <ActionDialog
      title="Plaats voor reservekopieën afmelden"
      submit="Afmelden"
      ready={as !== undefined && sure}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() => as !== undefined && action.mutate({ folder, as, confirmed: true })}
      onClose={onClose}
    >
      <Text>
        Op <b>{folder}</b> kunnen reservekopieën staan met gegevens die u hebt vernietigd. Zodra die plaats er weer is,
        maakt het programma ze schoon. Meld haar alleen af als zij nooit meer terugkomt.
      </Text>
      <Field label="Wat is ermee gebeurd?" required>
        <RadioGroup value={as ?? ''} onChange={(_, { value }) => setAs(value as As)}>
          <Radio value="destroyed" label="Vernietigd: de schijf of stick is gewist of stukgemaakt" />
          <Radio value="lost" label="Onbereikbaar: kwijt, defect of niet meer van de school" />
        </RadioGroup>
      </Field>
      <Text>
        Uw naam en de dag komen in het verslag van vernietiging en in het logboek. Is de plaats gestolen of bij een
        ander terechtgekomen, dan kan dat een datalek zijn.
      </Text>
      <Checkbox
        label="Ik weet het zeker: deze plaats komt niet terug."
        checked={sure}
        onChange={(_, data) => setSure(data.checked === true)}
      />
    </ActionDialog>
  );
}
