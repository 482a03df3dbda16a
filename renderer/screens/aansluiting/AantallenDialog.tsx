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

/** Notes the aantallen that were reported in Mijn BRON; those of the administration are proposed. */
export function AantallenDialog({ path: { kind, counted }, onClose }: PanelProps & { onClose: () => void }) {
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
  return (
    <ActionDialog
      title="Aantallen doorgegeven in Mijn BRON"
      submit="Noteren"
      ready={isDate(reportedOn) && isCount(leerlingen) && isCount(ambulant)}
      busy={report.isPending}
      failure={report.error?.failure}
      onSubmit={() => report.mutate({ reportedOn, leerlingen: Number(leerlingen), ambulant: Number(ambulant) })}
      onClose={onClose}
    >
      <DateField label="Doorgegeven op" required value={reportedOn} onChange={setReportedOn} />
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
