import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { GroepRow, PlacingRow } from '../../../shared/api/groepen.ts';
import { formatDutchDate, isDate } from '../../../shared/domain/dates.ts';
import { schooljaarBounds } from '../../../shared/domain/schoolYear.ts';
import { useAction } from '../../app/api.ts';
import { useToday } from '../../app/clock.ts';
import { useNotify } from '../../app/notify.tsx';
import { DateField } from '../../components/DateField.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { countOf } from '../../texts/format.ts';
import { useTableStyles } from './tableStyles.ts';
import { leerjarenText, whereText } from './words.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '60rem', width: '100%' },
  content: { display: 'grid', gap: tokens.spacingVerticalM, alignContent: 'start' },
});

interface Props {
  schooljaar: string;
  groepen: readonly GroepRow[];
  inschrijvingIds: readonly number[];
  onClose: () => void;
  onPlaced: () => void;
}

/** What is to be said of one pupil besides where he goes. */
function remarks({ changes, laterPeriod, findings, begindatum, before, after }: PlacingRow, asked: string): string {
  return [
    changes ? '' : 'zit daar al; er verandert niets',
    before.vestigingsvolgnummer !== after.vestigingsvolgnummer
      ? `gaat ook naar vestiging ${after.vestigingsvolgnummer ?? ''}`
      : '',
    begindatum === asked ? '' : `begint op ${formatDutchDate(begindatum)}, de datum inschrijving`,
    laterPeriod ? `gaat volgens de kaart op ${formatDutchDate(laterPeriod)} weer verder` : '',
    ...findings.map(({ omschrijving }) => omschrijving),
  ]
    .filter(Boolean)
    .join('; ');
}

/** Puts pupils into a groep from a date: first what changes, then all of it at once. */
export function PlaceDialog({ schooljaar, groepen, inschrijvingIds, onClose, onPlaced }: Props) {
  const styles = useStyles();
  const tables = useTableStyles();
  const notify = useNotify();
  const today = useToday();
  const { first, last } = schooljaarBounds(schooljaar);
  const [date, setDate] = useState(today < first || today > last ? first : today);
  const [groepId, setGroepId] = useState(groepen[0]?.id);
  const [leerjaren, setLeerjaren] = useState<Readonly<Record<number, string>>>({});
  const [rows, setRows] = useState<readonly PlacingRow[]>();
  const groep = groepen.find(({ id }) => id === groepId);
  const preview = useAction('groepen.previewPlacing', { onSuccess: (found) => setRows(found.rows) });
  const place = useAction('groepen.place', {
    onSuccess: ({ leerlingen }) => {
      notify(`${countOf(leerlingen, 'leerling is', 'leerlingen zijn')} in ${groep?.naam ?? ''} geplaatst.`);
      onPlaced();
    },
  });
  const look = (chosen: Readonly<Record<number, string>>) => {
    if (groepId === undefined || !isDate(date)) return;
    setLeerjaren(chosen);
    preview.mutate({
      groepId,
      begindatum: date,
      items: inschrijvingIds.map((inschrijvingId) => ({
        inschrijvingId,
        ...(chosen[inschrijvingId] === undefined ? {} : { leerjaar: chosen[inschrijvingId] }),
      })),
    });
  };
  const changing = rows?.filter(({ changes }) => changes) ?? [];
  const save = () => {
    if (groepId === undefined) return;
    place.mutate({
      groepId,
      begindatum: date,
      items: changing.map(({ inschrijvingId, version, after }) => ({
        inschrijvingId,
        version,
        ...(after.leerjaar === undefined ? {} : { leerjaar: after.leerjaar }),
      })),
    });
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (rows) save();
            else look({});
          }}
        >
          <DialogBody>
            <DialogTitle>{`${countOf(inschrijvingIds.length, 'leerling', 'leerlingen')} in een groep plaatsen`}</DialogTitle>
            <DialogContent className={styles.content}>
              {rows === undefined ? (
                <>
                  <Field label="Groep" required>
                    <Select value={String(groepId ?? '')} onChange={(_, data) => setGroepId(Number(data.value))}>
                      {groepen.map((item) => (
                        <option key={item.id} value={item.id}>
                          {`${item.naam} (${leerjarenText(item.leerjaren)})`}
                        </option>
                      ))}
                    </Select>
                  </Field>
                  <DateField label="Vanaf" required value={date} onChange={setDate} />
                </>
              ) : (
                <>
                  <Text role="status">
                    {changing.length === 0
                      ? 'Er verandert niets.'
                      : `${countOf(changing.length, 'leerling gaat', 'leerlingen gaan')} vanaf ${formatDutchDate(date)} naar ${groep?.naam ?? ''}. Van elk volgt een melding aan BRON. Er is nog niets opgeslagen.`}
                  </Text>
                  <table className={tables.table} aria-label="Wat er verandert">
                    <thead>
                      <tr>
                        <th scope="col">Leerling</th>
                        <th scope="col">Nu</th>
                        <th scope="col">Wordt leerjaar</th>
                        <th scope="col">Opmerking</th>
                      </tr>
                    </thead>
                    <tbody>
                      {rows.map((row) => (
                        <tr key={row.inschrijvingId}>
                          <th scope="row">{row.naam}</th>
                          <td>{whereText(row.before)}</td>
                          <td>
                            {groep && groep.leerjaren.length > 1 ? (
                              <Select
                                aria-label={`Leerjaar van ${row.naam}`}
                                value={row.after.leerjaar ?? ''}
                                onChange={(_, data) => look({ ...leerjaren, [row.inschrijvingId]: data.value })}
                              >
                                {groep.leerjaren.map((leerjaar) => (
                                  <option key={leerjaar}>{leerjaar}</option>
                                ))}
                              </Select>
                            ) : (
                              (row.after.leerjaar ?? '–')
                            )}
                          </td>
                          <td>{remarks(row, date)}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </>
              )}
              <FailureMessage failure={(preview.error ?? place.error)?.failure} />
            </DialogContent>
            <DialogActions fluid>
              <Button onClick={onClose}>Annuleren</Button>
              {rows === undefined ? null : <Button onClick={() => setRows(undefined)}>Terug</Button>}
              <Button
                type="submit"
                appearance="primary"
                disabled={!isDate(date) || (rows !== undefined && changing.length === 0)}
                disabledFocusable={preview.isPending || place.isPending}
              >
                {rows === undefined ? 'Bekijken wat er verandert' : 'Plaatsen'}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
