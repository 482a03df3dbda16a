import { makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { FormerImport, UndoResult } from '../../../shared/api/import.ts';
import { useAction } from '../../app/api.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { countOf } from '../../texts/format.ts';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '1.25rem', maxHeight: '16rem', overflowY: 'auto' } });

const follows = { 3: 'bericht 3 met de gegevens van voor de import', 4: 'bericht 4, verwijderen van de inschrijving' };

/** What stands in the way of undoing, by name. */
function Obstacle({ result }: { result: Exclude<UndoResult, { result: 'undone' }> }) {
  const styles = useStyles();
  if (result.result === 'changed')
    return (
      <>
        <Text>
          {countOf(result.total, 'leerling is', 'leerlingen zijn')} na de import gewijzigd. Terugdraaien neemt die
          wijzigingen ook weg.
        </Text>
        <ul className={styles.list} aria-label="Na de import gewijzigd">
          {result.leerlingen.map(({ id, naam }) => (
            <li key={id}>{naam}</li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      <Text>
        Van {countOf(result.total, 'leerling', 'leerlingen')} van deze import is al een melding naar BRON gestuurd.
        Daarom is er niets teruggedraaid. Dit zou BRON nog moeten krijgen:
      </Text>
      <ul className={styles.list} aria-label="Berichten die zouden volgen">
        {result.messages.map(({ id, naam, nr }) => (
          <li key={id}>
            {naam}: {nr === undefined ? 'niets; BRON heeft de melding afgekeurd' : follows[nr]}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Asks whether a whole import is to be undone, and says what stands in the way. */
export function UndoDialog({ item, onClose }: { item: FormerImport; onClose: () => void }) {
  const notify = useNotify();
  const undo = useAction('import.undo');
  const [obstacle, setObstacle] = useState<Exclude<UndoResult, { result: 'undone' }>>();
  const submit = () => {
    if (obstacle?.result === 'proposal') {
      onClose();
      return;
    }
    undo.mutate(
      { id: item.id, alsoChanged: obstacle?.result === 'changed' },
      {
        onSuccess: (result) => {
          if (result.result !== 'undone') {
            setObstacle(result);
            return;
          }
          notify(
            `De import is teruggedraaid: ${countOf(result.removed, 'leerling', 'leerlingen')} verwijderd, ${countOf(result.restored, 'leerling', 'leerlingen')} hersteld.`,
          );
          onClose();
        },
      },
    );
  };
  return (
    <ActionDialog
      title="Import terugdraaien?"
      submit={obstacle?.result === 'proposal' ? 'Begrepen' : obstacle ? 'Toch terugdraaien' : 'Terugdraaien'}
      busy={undo.isPending}
      failure={undo.error?.failure}
      onSubmit={submit}
      onClose={onClose}
    >
      {obstacle ? (
        <Obstacle result={obstacle} />
      ) : (
        <Text>
          {item.fileName}: {countOf(item.outcome.nieuw, 'nieuwe leerling verdwijnt', 'nieuwe leerlingen verdwijnen')},{' '}
          {countOf(item.outcome.bijgewerkt, 'leerling wordt', 'leerlingen worden')} weer zoals voor de import.
        </Text>
      )}
    </ActionDialog>
  );
}
