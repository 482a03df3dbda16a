import { Checkbox, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import { reactieTexts, type ReactieChoice } from '../../../shared/mijnBron/reactieTexts.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { ReactieSubject } from './ReactieSubject.tsx';

interface Props {
  page: Output<'tellingen.reactie'>;
  choice: ReactieChoice;
  onClose: () => void;
}

/** Sums up what is agreed to or not, and gives the reactie once the gemachtigde says to have read that. */
export function ReactieDialog({ page, choice, onClose }: Props) {
  const notify = useNotify();
  const [read, setRead] = useState(false);
  const { gtbs, vergelijkingsoverzicht: overview, gemachtigde } = page;
  const { title, says, then } = reactieTexts[choice];
  const give = useAction('mijnBron.giveReactie', {
    onSuccess: () => {
      notify('De reactie is gegeven.');
      onClose();
    },
  });
  return (
    <ActionDialog
      title={`Reactie: ${title.charAt(0).toLowerCase()}${title.slice(1)}`}
      submit="Reactie geven"
      submitting="De reactie gaat naar Mijn BRON…"
      ready={read}
      busy={give.isPending}
      failure={give.error?.failure}
      onSubmit={() =>
        give.mutate({
          choice,
          gtbs: gtbs.map(({ kenmerk }) => kenmerk),
          ...(overview ? { vergelijkingsoverzicht: overview.kenmerk } : {}),
          confirmed: true,
        })
      }
      onClose={onClose}
    >
      <Text>
        {gemachtigde} zegt hiermee als gemachtigde: {says.charAt(0).toLowerCase()}
        {says.slice(1)} {then}
      </Text>
      <ReactieSubject page={page} />
      <Checkbox
        label="Ik heb gelezen waar de reactie over gaat, en mag haar als gemachtigde geven."
        checked={read}
        onChange={(_, { checked }) => setRead(checked === true)}
      />
    </ActionDialog>
  );
}
