import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { OverzichtRow } from '../../../shared/api/registratieoverzicht.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { counted } from '../uitwisselen/sentences.ts';
import { groupTexts } from './texts.ts';
import { useTakeAll } from './useTakeAll.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM },
  failures: { margin: 0, maxHeight: '14rem', overflowY: 'auto' },
});

interface Props {
  group: OverzichtRow['group'];
  count: number;
  onClose: () => void;
}

/** Takes a whole group over from BRON: first what that will do, then how far it is, then what came of it. */
export function TakeAllDialog({ group, count, onClose }: Props) {
  const styles = useStyles();
  const { progress, failures, failure, running, done, start, stop } = useTakeAll(group);
  const rows = counted(count, 'inschrijving', 'inschrijvingen');
  return (
    <Dialog open onOpenChange={(_, { open, type }) => !open && !running && type !== 'backdropClick' && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>Alles overnemen: {groupTexts[group].title}</DialogTitle>
          <DialogContent className={styles.content}>
            {progress === undefined ? (
              <>
                <Text>
                  {group === 'onlyBron'
                    ? `U neemt ${rows} over, met alles wat BRON ervan heeft. Leerlingen die hier nog niet staan, worden aangemaakt.`
                    : `Bij ${rows} krijgen alle gegevens die verschillen de waarde van BRON.`}
                </Text>
                <Text>
                  Elke wijziging staat in het logboek; op de leerlingkaart kunt u de laatste wijziging ongedaan maken.
                </Text>
                {group === 'onlyBron' ? (
                  <Text>
                    BRON kent geen roepnaam, leerlingnummer en verzorgers: die vult u aan, of u importeert ze later.
                  </Text>
                ) : null}
              </>
            ) : (
              <>
                <Text role="status">
                  {done
                    ? `${counted(progress.taken, 'inschrijving is', 'inschrijvingen zijn')} overgenomen van de ${String(progress.total)}.`
                    : `${String(progress.taken)} van de ${String(progress.total)} overgenomen…`}
                </Text>
                <ProgressBar
                  aria-label="Hoever het overnemen is"
                  max={progress.total}
                  value={progress.taken + failures.length}
                />
              </>
            )}
            {failures.length > 0 ? (
              <ul className={styles.failures} aria-label="Niet overgenomen">
                {failures.map(({ key, naam, failure: { message, remedy } }) => (
                  <li key={key}>
                    {naam}: {message} {remedy}
                  </li>
                ))}
              </ul>
            ) : null}
            <FailureMessage failure={failure} />
          </DialogContent>
          <DialogActions>
            {running ? (
              <Button onClick={stop}>Stoppen</Button>
            ) : (
              <Button onClick={onClose}>{done ? 'Sluiten' : 'Annuleren'}</Button>
            )}
            {done ? null : (
              <Button appearance="primary" disabledFocusable={running} onClick={start}>
                {running ? 'Bezig met overnemen…' : 'Alles overnemen'}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
