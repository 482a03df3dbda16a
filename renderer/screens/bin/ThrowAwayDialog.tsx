import { Text } from '@fluentui/react-components';
import type { BinKind } from '../../../shared/api/bin.ts';
import { failure } from '../../../shared/api/errors.ts';
import { useAction } from '../../app/api.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';

interface Props {
  item: { kind: BinKind; id: number; version: number };
  /** BRON has it: then it cannot be thrown away. */
  known: boolean;
  onDone: () => void;
  onClose: () => void;
}

const texts: Record<BinKind, { title: string; what: string }> = {
  leerling: {
    title: 'Leerling weggooien',
    what: 'De leerling gaat met alle inschrijvingen naar de prullenbak en is nergens meer te zien. Er gaat niets meer van naar BRON.',
  },
  inschrijving: {
    title: 'Inschrijving weggooien',
    what: 'De inschrijving gaat naar de prullenbak en is nergens meer te zien. Er gaat niets meer van naar BRON.',
  },
};

/** Puts a pupil or an inschrijving in the bin; of what BRON knows it says why that cannot be. */
export function ThrowAwayDialog({ item, known, onDone, onClose }: Props) {
  const { title, what } = texts[item.kind];
  const action = useAction('bin.put', { onSuccess: onDone });
  return (
    <ActionDialog
      title={title}
      submit="Naar de prullenbak"
      ready={!known}
      busy={action.isPending}
      failure={known ? failure('inschrijving-in-bron') : action.error?.failure}
      onSubmit={() => action.mutate(item)}
      onClose={onClose}
    >
      {known ? null : (
        <>
          <Text>{what}</Text>
          <Text>Gooi alleen weg wat nooit had moeten bestaan. Gaat een leerling van school, schrijf hem dan uit.</Text>
          <Text>U kunt het terugzetten via Leerlingen, Prullenbak.</Text>
        </>
      )}
    </ActionDialog>
  );
}
