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
} from '@fluentui/react-components';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { GezinVerzorger } from '../../../../../shared/api/gezin.ts';
import { useAction } from '../../../../app/api.ts';
import { useNotify } from '../../../../app/notify.tsx';
import { FailureMessage } from '../../../../components/FailureMessage.tsx';
import { VerzorgerFields } from './VerzorgerFields.tsx';
import { formOf, gegevensOf, linkOf, mistakesIn, verzorgerName, type VerzorgerForm } from './verzorgerForm.ts';

const useStyles = makeStyles({ surface: { maxWidth: '60rem', width: '100%' } });

interface Props {
  leerlingId: number;
  /** Absent: a new one. */
  verzorger?: GezinVerzorger;
  onClose: () => void;
}

/** Types a new verzorger of a pupil, or changes one for all the pupils he belongs to. */
export function VerzorgerDialog({ leerlingId, verzorger, onClose }: Props) {
  const styles = useStyles();
  const notify = useNotify();
  const form = useForm<VerzorgerForm>({
    defaultValues: formOf(verzorger),
    resolver: (values) => {
      const mistakes = Object.entries(mistakesIn(values));
      if (mistakes.length === 0) return { values, errors: {} };
      return {
        values: {},
        errors: Object.fromEntries(mistakes.map(([field, message]) => [field, { type: 'value', message }])),
      };
    },
  });
  const [leaving, setLeaving] = useState(false);
  const save = useAction('gezin.saveVerzorger', {
    onSuccess: () => {
      notify('De verzorger is opgeslagen.');
      onClose();
    },
  });
  const { isDirty } = form.formState;
  const close = () => {
    if (isDirty && !leaving) setLeaving(true);
    else onClose();
  };
  const submit = form.handleSubmit((values) => {
    setLeaving(false);
    save.mutate({
      leerlingId,
      verzorger: {
        ...(verzorger ? { id: verzorger.id, version: verzorger.version } : {}),
        gegevens: gegevensOf(values),
      },
      link: {
        ...(verzorger ? { id: verzorger.link.id, version: verzorger.link.version } : {}),
        gegevens: linkOf(values),
      },
    });
  });
  const others = verzorger?.alsoOf.map(({ naam }) => naam) ?? [];
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <form noValidate onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{verzorger ? verzorgerName(verzorger.gegevens) : 'Nieuwe verzorger'}</DialogTitle>
            <DialogContent>
              {others.length > 0 ? (
                <MessageBar layout="multiline">
                  <MessageBarBody>
                    Naam, opleiding en bereikbaarheid gelden ook voor {others.join('; ')}: daar hoort deze verzorger ook
                    bij.
                  </MessageBarBody>
                </MessageBar>
              ) : null}
              <VerzorgerFields control={form.control} />
              <FailureMessage failure={save.error?.failure} />
              {leaving ? (
                <MessageBar intent="warning" role="alert">
                  <MessageBarBody>Wat u hebt ingevuld is nog niet opgeslagen.</MessageBarBody>
                </MessageBar>
              ) : null}
            </DialogContent>
            <DialogActions>
              <Button onClick={close}>{leaving ? 'Weggooien' : 'Annuleren'}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={save.isPending}>
                {save.isPending ? 'Wordt opgeslagen…' : 'Opslaan'}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
