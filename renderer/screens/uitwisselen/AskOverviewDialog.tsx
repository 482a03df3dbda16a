import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import { isDate } from '../../../shared/domain/dates.ts';
import { useAction } from '../../app/api.ts';
import { clock } from '../../app/clock.ts';
import { useSchool } from '../../app/useSchool.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { DateField } from '../../components/DateField.tsx';
import { vestigingText } from './overzichtTexts.ts';
import { SeveralPupils, type Pupil } from './SeveralPupils.tsx';

type Who = 'everybody' | 'vestiging' | 'pupils';

/** Asks BRON what it has on a day, of all pupils, of one vestiging or of some pupils. */
export function AskOverviewDialog({ onClose }: { onClose: () => void }) {
  const vestigingen = useSchool()?.vestigingen ?? [];
  const [peildatum, setPeildatum] = useState(dateInNetherlands(clock.now()));
  const [who, setWho] = useState<Who>('everybody');
  const [vestiging, setVestiging] = useState('');
  const [pupils, setPupils] = useState<Pupil[]>([]);
  const action = useAction('exchange.requestRegistratieoverzicht', { onSuccess: onClose });
  const chosen = { everybody: true, vestiging: vestiging !== '', pupils: pupils.length > 0 }[who];
  return (
    <ActionDialog
      title="Registratieoverzicht opvragen"
      submit="Opvragen"
      submitting="Wordt gevraagd…"
      ready={isDate(peildatum) && chosen}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() =>
        action.mutate({
          peildatum,
          ...(who === 'vestiging' ? { vestigingsvolgnummer: vestiging } : {}),
          ...(who === 'pupils' ? { leerlingIds: pupils.map(({ id }) => id) } : {}),
        })
      }
      onClose={onClose}
    >
      <DateField
        label="Peildatum"
        required
        hint="BRON geeft de inschrijvingen die op deze dag gelden."
        value={peildatum}
        onChange={setPeildatum}
      />
      <Field label="Van wie">
        <RadioGroup value={who} onChange={(_, { value }) => setWho(value as Who)}>
          <Radio value="everybody" label="Alle leerlingen" />
          {vestigingen.length > 1 ? <Radio value="vestiging" label="Eén vestiging" /> : null}
          <Radio value="pupils" label="Bepaalde leerlingen" />
        </RadioGroup>
      </Field>
      {who === 'vestiging' ? (
        <Field label="Vestiging" required>
          <Select value={vestiging} onChange={(_, { value }) => setVestiging(value)}>
            <option value="">Kies een vestiging</option>
            {vestigingen.map((one) => (
              <option key={one.volgnummer} value={one.volgnummer}>
                {vestigingText(one)}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {who === 'pupils' ? (
        <SeveralPupils
          pupils={pupils}
          onChange={(next) => {
            setPupils(next);
            action.reset();
          }}
        />
      ) : null}
    </ActionDialog>
  );
}
