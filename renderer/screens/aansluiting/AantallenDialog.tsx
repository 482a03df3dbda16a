import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { isDate } from '../../../shared/domain/dates.ts';
import { useAction } from '../../app/api.ts';
import { useToday } from '../../app/clock.ts';
import { useNotify } from '../../app/notify.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { DateField } from '../../components/DateField.tsx';
import type { PanelProps } from './panels.ts';
import { ambulantLabels } from './texts.ts';

const isCount = (text: string) => /^\d{1,4}$/.test(text);

interface Props extends PanelProps {
  /** They are sent to Mijn BRON now; otherwise they were typed on its site. */
  sends: boolean;
  onClose: () => void;
}

/** Sends the aantallen to Mijn BRON, or notes those that were reported on its site; those of the administration are proposed. */
export function AantallenDialog({ path: { kind, counted }, sends, onClose }: Props) {
  const notify = useNotify();
  const [reportedOn, setReportedOn] = useState<string>(useToday());
  const [leerlingen, setLeerlingen] = useState(String(counted.leerlingen));
  const [ambulant, setAmbulant] = useState(String(counted.ambulant));
  const report = useAction('aansluiting.reportAantallen', {
    onSuccess: () => {
      notify('De aantallen zijn genoteerd.');
      onClose();
    },
  });
  const send = useAction('mijnBron.reportAantallen', {
    onSuccess: () => {
      notify('De aantallen zijn doorgegeven aan Mijn BRON.');
      onClose();
    },
  });
  const aantallen = { leerlingen: Number(leerlingen), ambulant: Number(ambulant) };
  return (
    <ActionDialog
      title={sends ? 'Aantallen doorgeven aan Mijn BRON' : 'Aantallen doorgegeven in Mijn BRON'}
      submit={sends ? 'Doorgeven' : 'Noteren'}
      ready={isDate(reportedOn) && isCount(leerlingen) && isCount(ambulant)}
      busy={report.isPending || send.isPending}
      failure={(report.error ?? send.error)?.failure}
      onSubmit={() => (sends ? send.mutate(aantallen) : report.mutate({ reportedOn, ...aantallen }))}
      onClose={onClose}
    >
      {sends ? null : <DateField label="Doorgegeven op" required value={reportedOn} onChange={setReportedOn} />}
      <Field label="Ingeschreven leerlingen" required>
        <Input
          value={leerlingen}
          inputMode="numeric"
          maxLength={4}
          onChange={(_, { value }) => setLeerlingen(value.trim())}
        />
      </Field>
      <Field label={ambulantLabels[kind]} required>
        <Input
          value={ambulant}
          inputMode="numeric"
          maxLength={4}
          onChange={(_, { value }) => setAmbulant(value.trim())}
        />
      </Field>
    </ActionDialog>
  );
}
