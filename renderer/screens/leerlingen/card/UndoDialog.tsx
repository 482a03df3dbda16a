import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { UndoPreview } from '../../../../shared/api/undo.ts';
import { formatDutchDate } from '../../../../shared/domain/dates.ts';
import { useAction, useOperation } from '../../../app/api.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useNotify } from '../../../app/notify.tsx';
import { Answer } from '../../../components/Answer.tsx';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { longDate, momentOf } from '../../uitwisselen/moments.ts';
import { useCardContext } from './context.ts';
import { undoLines } from './undoLines.ts';
import { LineTable } from '../../../components/LineTable.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  surface: { maxWidth: 'min(60rem, 95vw)' },
});

/** The meldingen that follow, as the end of a sentence. */
const namesOf = (meldingen: UndoPreview['meldingen']): string =>
  meldingen
    .map(({ datumInschrijving, deliverBy }) => {
      const which = datumInschrijving ? ` van ${formatDutchDate(datumInschrijving)}` : '';
      return `een melding inschrijving (bericht 3) voor de inschrijving${which}, uiterlijk ${longDate(deliverBy)}`;
    })
    .join('; ');

function Preview({ preview }: { preview: UndoPreview }) {
  const { choices } = useCardContext();
  const { by, at, fields, meldingen, removesLeerling, verzorgersKept } = preview;
  return (
    <>
      <Text>
        {by ?? 'Een vroegere gebruiker'} wijzigde dit op {momentOf(at)}. Dit gaat terug:
      </Text>
      {removesLeerling ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            Met deze wijziging is de leerling ingevoerd: de leerling verdwijnt weer, met alles wat hier staat.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <LineTable label="Wat er teruggaat" maxHeight="40vh">
        <thead>
          <tr>
            <th scope="col">Gegeven</th>
            <th scope="col">Nu</th>
            <th scope="col">Wordt weer</th>
          </tr>
        </thead>
        <tbody>
          {undoLines(fields, choices).map(({ name, now, back }) => (
            <tr key={name + now + back}>
              <th scope="row">{name}</th>
              <td>{now}</td>
              <td>{back}</td>
            </tr>
          ))}
        </tbody>
      </LineTable>
      {verzorgersKept.length > 0 ? (
        <MessageBar layout="multiline">
          <MessageBarBody>
            Na deze wijziging is nog iets gewijzigd bij verzorger {verzorgersKept.join(', ')}: die blijft zoals nu.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {meldingen.length > 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Deze wijziging is al naar BRON.</MessageBarTitle>
            Terugzetten geeft een nieuwe melding: {namesOf(meldingen)}.
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}

/** Shows what undoing the last change of a pupil puts back, and does it. */
export function UndoDialog({ leerlingId, onClose }: { leerlingId: number; onClose: () => void }) {
  const styles = useStyles();
  const { card } = useCardContext();
  const notify = useNotify();
  const go = useNavigation((state) => state.go);
  const preview = useOperation('undo.preview', { leerlingId });
  const action = useAction('undo.perform');

  const perform = async ({ change, meldingen, removesLeerling }: UndoPreview) => {
    await action.mutateAsync({ leerlingId, change, confirmed: meldingen.length > 0 }).then(
      () => {
        onClose();
        if (removesLeerling) {
          notify('De leerling is weer weg.');
          go({ screen: 'leerlingen' });
        } else {
          card.refetch();
          card.say({ saved: 'De laatste wijziging is ongedaan gemaakt.' });
        }
      },
      // The failure stands in the dialog.
      () => undefined,
    );
  };

  const { data } = preview;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>Laatste wijziging ongedaan maken</DialogTitle>
          <DialogContent className={styles.content}>
            <Answer query={preview}>{(shown) => <Preview preview={shown} />}</Answer>
            <FailureMessage failure={action.error?.failure} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Annuleren</Button>
            <Button
              appearance="primary"
              disabled={!data || action.isPending}
              onClick={() => data && void perform(data)}
            >
              {data && data.meldingen.length > 0 ? 'Terugzetten en opnieuw melden' : 'Terugzetten'}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
