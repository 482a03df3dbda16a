import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { Input as OperationInput } from '../../../shared/api/contract.ts';
import { endings, type DocumentKind, type Ending, type Part } from '../../../shared/aansluiting/types.ts';
import { isDate } from '../../../shared/domain/dates.ts';
import { useAction } from '../../app/api.ts';
import { useToday } from '../../app/clock.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { DateField } from '../../components/DateField.tsx';
import { endingTexts } from './texts.ts';

/** The kind of document that ticks a part. */
const kindOf = ({ key }: Part): DocumentKind =>
  key === 'mail3' || key === 'mail6' ? 'voortgangsmail' : (key as DocumentKind);

const startLabels: Partial<Record<DocumentKind, { label: string; hint: string }>> = {
  vooraankondiging1: {
    label: 'Geplande startweek',
    hint: 'Een dag in de week die in de brief staat.',
  },
  vooraankondiging2: {
    label: 'Dag van de start',
    hint: 'Hoogstens twee weken voor of na de geplande startweek.',
  },
};

/** Notes a document as received, with what it says that the path rests on. The password of a wachtwoordbrief is not asked. */
export function DocumentDialog({ part, onClose }: { part: Part; onClose: () => void }) {
  const notify = useNotify();
  const [receivedOn, setReceivedOn] = useState<string>(useToday());
  const [start, setStart] = useState('');
  const [gebruikersnaam, setGebruikersnaam] = useState('');
  const [ending, setEnding] = useState<Ending>();
  const kind = kindOf(part);
  const note = useAction('aansluiting.noteDocument', {
    onSuccess: () => {
      notify(`Genoteerd: ${part.title}.`);
      onClose();
    },
  });
  const begin = startLabels[kind];
  const input: OperationInput<'aansluiting.noteDocument'> = {
    kind,
    receivedOn,
    ...(begin ? { start } : {}),
    ...(kind === 'wachtwoordbrief' ? { gebruikersnaam } : {}),
    ...(ending ? { ending } : {}),
  };
  const complete =
    isDate(receivedOn) &&
    (!begin || isDate(start)) &&
    (kind !== 'wachtwoordbrief' || gebruikersnaam.trim() !== '') &&
    (kind !== 'afronding' || ending !== undefined);
  return (
    <ActionDialog
      title={part.title}
      submit="Noteren"
      ready={complete}
      busy={note.isPending}
      failure={note.error?.failure}
      onSubmit={() => note.mutate(input)}
      onClose={onClose}
    >
      <DateField
        label={kind === 'handboek' ? 'Gedownload op' : 'Ontvangen op'}
        required
        value={receivedOn}
        onChange={setReceivedOn}
        {...(kind === 'wachtwoordbrief' ? { hint: 'Vanaf deze dag lopen de tien werkweken.' } : {})}
      />
      {begin ? <DateField label={begin.label} hint={begin.hint} required value={start} onChange={setStart} /> : null}
      {kind === 'wachtwoordbrief' ? (
        <Field
          label="Gebruikersnaam"
          required
          hint="Zoals die in de brief staat. Het wachtwoord vult u hier niet in: het programma bewaart dat nooit."
        >
          <Input
            value={gebruikersnaam}
            autoComplete="off"
            maxLength={100}
            onChange={(_, data) => setGebruikersnaam(data.value)}
          />
        </Field>
      ) : null}
      {kind === 'afronding' ? (
        <Field label="Wat staat er in het bericht?" required>
          <RadioGroup value={ending ?? ''} onChange={(_, { value }) => setEnding(value as Ending)}>
            {endings.map((one) => (
              <Radio key={one} value={one} label={endingTexts[one].title} />
            ))}
          </RadioGroup>
        </Field>
      ) : null}
    </ActionDialog>
  );
}
