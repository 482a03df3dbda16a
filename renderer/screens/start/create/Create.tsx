import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, type Control } from 'react-hook-form';
import { askSessionAgain, useAction } from '../../../app/api.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { NewPassword } from '../../../components/NewPassword.tsx';
import { newPasswordProblem } from '../../../components/password.ts';
import { PeopleFields } from '../../../components/PeopleFields.tsx';
import { SchoolFields } from '../../../components/SchoolFields.tsx';
import { judgedForm, type SchoolForm } from '../../../components/schoolForm.ts';
import { showAtField, TextField } from '../../../components/TextField.tsx';
import { showRecoveryCode } from '../recovery.ts';
import { RestorePage } from '../RestorePage.tsx';
import { StartPage } from '../StartPage.tsx';
import { createForm, createInput, emptyForm, formField, steps, type CreateForm } from './createForm.ts';
import { KindStep } from './KindStep.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '20px' },
  progress: { display: 'grid', gap: '6px', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', justifyContent: 'flex-end' },
});

const judge = zodResolver(createForm);

/** Makes the administration of this folder, in steps; going back loses nothing. */
export function Create() {
  const styles = useStyles();
  const client = useQueryClient();
  const [at, setAt] = useState(0);
  const [password, setPassword] = useState({ password: '', again: '' });
  const [tried, setTried] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const form = useForm<CreateForm>({
    defaultValues: emptyForm,
    resolver: (values, context, options) => judge(judgedForm(values), context, options),
  });
  const create = useAction('session.create', {
    onSuccess: ({ recoveryCode }) => {
      showRecoveryCode(recoveryCode);
      return askSessionAgain(client);
    },
    onError: ({ failure }) => {
      const field = formField(failure.field, form.getValues('samePerson'));
      const found = steps.findIndex(({ fields }) => fields.some((name) => field?.startsWith(name)));
      if (field === undefined || found < 0) return;
      setAt(found);
      showAtField(form, { field, message: failure.message });
    },
  });
  const about = [form.watch('userName'), form.watch('school.naam')];
  if (restoring) return <RestorePage moving onBack={() => setRestoring(false)} />;
  const step = steps[at] ?? steps[0];
  const last = at === steps.length - 1;
  if (!step) return null;
  // The school's fields know only their own part of the form.
  const schoolControl = form.control as unknown as Control<SchoolForm>;

  const next = async () => {
    const right = await form.trigger([...step.fields], { shouldFocus: true });
    if (!last) {
      if (right) setAt(at + 1);
      return;
    }
    setTried(true);
    if (!right || newPasswordProblem(password.password, password.again, about)) return;
    create.mutate(createInput(form.getValues(), password.password));
  };

  return (
    <StartPage wide title={step.title} lead={step.lead}>
      <div className={styles.progress}>
        <Text size={200}>
          Stap {at + 1} van {steps.length}
        </Text>
        <ProgressBar value={(at + 1) / steps.length} aria-label="Voortgang" />
      </div>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!create.isPending) void next();
        }}
      >
        {at === 0 ? <KindStep control={form.control} /> : null}
        {at === 1 ? <SchoolFields control={schoolControl} /> : null}
        {at === 2 ? <PeopleFields control={schoolControl} /> : null}
        {last ? (
          <>
            <TextField
              control={form.control}
              name="userName"
              label="Uw naam"
              required
              maxLength={100}
              autoComplete="name"
              mistake="Vul uw naam in."
            />
            <NewPassword value={password} onChange={setPassword} tried={tried} about={about} />
          </>
        ) : null}
        <FailureMessage failure={create.error?.failure} />
        <div className={styles.buttons}>
          {at === 0 ? (
            <Button appearance="subtle" onClick={() => setRestoring(true)}>
              Terugzetten uit een reservekopie
            </Button>
          ) : (
            <Button disabled={create.isPending} onClick={() => setAt(at - 1)}>
              Terug
            </Button>
          )}
          <Button appearance="primary" type="submit" disabledFocusable={create.isPending}>
            {!last ? 'Verder' : create.isPending ? 'Administratie wordt gemaakt…' : 'Administratie maken'}
          </Button>
        </div>
      </form>
    </StartPage>
  );
}
