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
  Radio,
  RadioGroup,
  SearchBox,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Output } from '../../../../../shared/api/contract.ts';
import { useAction, useOperation } from '../../../../app/api.ts';
import { useNotify } from '../../../../app/notify.tsx';
import { FailureMessage } from '../../../../components/FailureMessage.tsx';
import { LinkFields } from './VerzorgerFields.tsx';
import { emptyLink, linkOf, type LinkForm } from './verzorgerForm.ts';

const TYPING_PAUSE_MS = 200;
const SHORTEST = 2;

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM, alignContent: 'start', minHeight: '14rem' },
  search: { maxWidth: 'none', width: '100%' },
});

type Found = Output<'gezin.search'>['rows'][number];

const about = ({ contact, address, leerlingen }: Found) =>
  [leerlingen.length > 0 ? `verzorger van ${leerlingen.join('; ')}` : '', address, contact].filter(Boolean).join(' · ');

interface Props {
  leerlingId: number;
  onNew: () => void;
  onClose: () => void;
}

/** Looks for a verzorger who is there already, so that nobody is entered twice; a new one only after that. */
export function FindVerzorgerDialog({ leerlingId, onNew, onClose }: Props) {
  const styles = useStyles();
  const notify = useNotify();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const asked = search.length >= SHORTEST;
  const query = useOperation('gezin.search', { leerlingId, search }, { enabled: asked, keepPrevious: true });
  const rows = asked ? (query.data?.rows ?? []) : [];
  const form = useForm<LinkForm>({ defaultValues: emptyLink });
  const link = useAction('gezin.linkVerzorger', {
    onSuccess: () => {
      notify('De verzorger hoort nu ook bij deze leerling.');
      onClose();
    },
  });
  const pick = rows.find(({ id }) => String(id) === chosen);
  const submit = form.handleSubmit((values) => {
    if (pick) link.mutate({ leerlingId, verzorgerId: pick.id, gegevens: linkOf(values) });
  });
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <form noValidate onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>Verzorger toevoegen</DialogTitle>
            <DialogContent className={styles.content}>
              <Field
                label="Zoek eerst of deze verzorger er al is"
                hint="Bijvoorbeeld bij een broer of zus. Zoek op naam, telefoonnummer of e-mailadres."
              >
                <SearchBox
                  className={styles.search}
                  value={typed}
                  maxLength={100}
                  autoFocus
                  dismiss={{ 'aria-label': 'Zoektekst wissen' }}
                  onChange={(_, data) => setTyped(data.value)}
                />
              </Field>
              <FailureMessage failure={query.error?.failure} />
              <Text role="status">
                {!asked || !query.data
                  ? ''
                  : rows.length === 0
                    ? 'Niemand gevonden. Voer de verzorger als nieuwe verzorger in.'
                    : query.data.more
                      ? 'Dit zijn de eerste twintig; typ meer om verder te zoeken.'
                      : `${rows.length} gevonden.`}
              </Text>
              {rows.length > 0 ? (
                <RadioGroup
                  aria-label="Gevonden verzorgers"
                  value={chosen ?? ''}
                  onChange={(_, data) => setChosen(data.value)}
                >
                  {rows.map((row) => (
                    <Radio
                      key={row.id}
                      value={String(row.id)}
                      label={
                        <>
                          <Text weight="semibold">{row.naam}</Text>
                          <br />
                          <Text size={200}>{about(row)}</Text>
                        </>
                      }
                    />
                  ))}
                </RadioGroup>
              ) : null}
              {pick ? <LinkFields control={form.control} /> : null}
              <FailureMessage failure={link.error?.failure} />
            </DialogContent>
            <DialogActions fluid>
              <Button onClick={onClose}>Annuleren</Button>
              <Button onClick={onNew}>Nieuwe verzorger invoeren…</Button>
              <Button type="submit" appearance="primary" disabled={!pick} disabledFocusable={link.isPending}>
                Toevoegen
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
