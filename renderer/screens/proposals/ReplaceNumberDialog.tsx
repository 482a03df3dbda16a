import { Text } from '@fluentui/react-components';
import type { Proposal } from '../../../shared/api/proposals.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { ChangeTable } from './ChangeTable.tsx';

interface Props {
  proposal: Proposal;
  busy: boolean;
  failure: LasFailure | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks whether a number that is kept here may be replaced by the one of BRON. */
export function ReplaceNumberDialog({ proposal, busy, failure, onConfirm, onClose }: Props) {
  return (
    <ActionDialog
      title={`Nummer vervangen van ${proposal.leerlingNaam}?`}
      submit="Nummer vervangen"
      busy={busy}
      failure={failure}
      onSubmit={onConfirm}
      onClose={onClose}
    >
      <Text>
        BRON noemt een ander nummer dan hier staat. Vergelijk het met een officieel document van deze leerling. Hoort
        het bij een ander kind, kies dan Annuleren en neem het voorstel niet over.
      </Text>
      <ChangeTable {...proposal} />
    </ActionDialog>
  );
}
