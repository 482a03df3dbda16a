import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import type { GroepRow } from '../../../shared/api/groepen.ts';
import { leerjarenOf } from '../../../shared/domain/leerjaren.ts';
import { useAction, useOperation } from '../../app/api.ts';
import { useKind } from '../../app/useKind.ts';
import { useNotify } from '../../app/notify.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { countOf } from '../../texts/format.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM, alignContent: 'start' },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  ticks: { display: 'flex', flexWrap: 'wrap' },
});

const toggled = <T,>(list: readonly T[], item: T, on: boolean) =>
  on ? [...list, item] : list.filter((one) => one !== item);

interface Props {
  schooljaar: string;
  users: Output<'groepen.list'>['users'];
  /** Absent: a new one. */
  groep?: GroepRow;
  onClose: () => void;
}

/** Makes a groep, changes one, or removes one that is empty. */
export function GroepDialog({ schooljaar, users, groep, onClose }: Props) {
  const styles = useStyles();
  const notify = useNotify();
  const vestigingen = useOperation('settings.get', {}).data?.school.vestigingen ?? [];
  const [naam, setNaam] = useState(groep?.naam ?? '');
  const [vestiging, setVestiging] = useState(groep?.vestigingsvolgnummer);
  const kind = useKind();
  const leerjaren = leerjarenOf(kind);
  const [ticked, setTicked] = useState<readonly string[]>(groep?.leerjaren ?? []);
  const chosen = kind === 'WEC' ? leerjaren : ticked;
  const [teachers, setTeachers] = useState<readonly string[]>(groep?.leerkrachten.map(({ userId }) => userId) ?? []);
  const [tried, setTried] = useState(false);
  const save = useAction('groepen.save', {
    onSuccess: ({ leerlingen }) => {
      const renamed = `De naam is ook gewijzigd bij ${countOf(leerlingen, 'leerling', 'leerlingen')}; er volgen meldingen.`;
      notify(leerlingen === 0 ? 'De groep is opgeslagen.' : renamed);
      onClose();
    },
  });
  const remove = useAction('groepen.remove', {
    onSuccess: () => {
      notify('De groep is verwijderd.');
      onClose();
    },
  });
  const volgnummer = vestiging ?? vestigingen[0]?.volgnummer ?? '';
  const submit = () => {
    setTried(true);
    if (naam.trim() === '' || chosen.length === 0) return;
    save.mutate({
      ...(groep ? { id: groep.id, version: groep.version } : {}),
      schooljaar,
      vestigingsvolgnummer: volgnummer,
      naam,
      leerjaren: [...chosen],
      leerkrachten: [...teachers],
    });
  };
  const renames = groep !== undefined && groep.leerlingen > 0 && naam.trim() !== groep.naam;
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <DialogBody>
            <DialogTitle>{groep ? `Groep ${groep.naam}` : `Nieuwe groep in ${schooljaar}`}</DialogTitle>
            <DialogContent className={styles.content}>
              <Field
                label="Naam"
                required
                hint={
                  renames
                    ? `De nieuwe naam komt ook bij de ${countOf(groep.leerlingen, 'leerling', 'leerlingen')} van deze groep; daarvan volgen meldingen aan BRON.`
                    : 'Zoals BRON haar krijgt; binnen een vestiging heeft elke groep een eigen naam.'
                }
                validationState={tried && naam.trim() === '' ? 'error' : 'none'}
                validationMessage={tried && naam.trim() === '' ? 'Vul een naam in.' : undefined}
              >
                <Input value={naam} maxLength={30} autoComplete="off" onChange={(_, data) => setNaam(data.value)} />
              </Field>
              <Field label="Vestiging">
                <Select value={volgnummer} onChange={(_, data) => setVestiging(data.value)}>
                  {vestigingen.map((item) => (
                    <option key={item.volgnummer} value={item.volgnummer}>
                      {`${item.volgnummer} – ${item.naam}`}
                    </option>
                  ))}
                </Select>
              </Field>
              {kind === 'WEC' ? null : (
                <fieldset className={styles.group}>
                  <legend className={styles.legend}>
                    <Text weight="semibold">Leerjaren</Text>
                  </legend>
                  <div className={styles.ticks}>
                    {leerjaren.map((leerjaar) => (
                      <Checkbox
                        key={leerjaar}
                        label={leerjaar}
                        checked={chosen.includes(leerjaar)}
                        onChange={(_, { checked }) => setTicked(toggled(ticked, leerjaar, checked === true))}
                      />
                    ))}
                  </div>
                  {tried && chosen.length === 0 ? <Text role="alert">Kies ten minste één leerjaar.</Text> : null}
                </fieldset>
              )}
              <fieldset className={styles.group}>
                <legend className={styles.legend}>
                  <Text weight="semibold">Leerkrachten</Text>
                </legend>
                {users.map(({ userId, naam: teacher }) => (
                  <div key={userId}>
                    <Checkbox
                      label={teacher}
                      checked={teachers.includes(userId)}
                      onChange={(_, { checked }) => setTeachers(toggled(teachers, userId, checked === true))}
                    />
                  </div>
                ))}
              </fieldset>
              <FailureMessage failure={(save.error ?? remove.error)?.failure} />
            </DialogContent>
            <DialogActions>
              {groep?.leerlingen === 0 ? (
                <Button
                  disabledFocusable={remove.isPending}
                  onClick={() => remove.mutate({ id: groep.id, version: groep.version })}
                >
                  Verwijderen
                </Button>
              ) : null}
              <Button onClick={onClose}>Annuleren</Button>
              <Button type="submit" appearance="primary" disabledFocusable={save.isPending}>
                Opslaan
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
