import { Field, Input, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { InschrijvingCard } from '../../../../shared/api/leerlingen.ts';
import type { Proposal } from '../../../../shared/api/proposals.ts';
import { formatDutchDate, isDate } from '../../../../shared/domain/dates.ts';
import { withLeaving } from '../../../../shared/domain/enrolment/leaving.ts';
import { leavingReasons } from '../../../../shared/domain/enrolment/reasons.ts';
import { waarden } from '../../../../shared/pve/waardelijsten/waardelijsten.ts';
import { useAction, useOperation } from '../../../app/api.ts';
import { ActionDialog } from '../../../components/ActionDialog.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { useCardContext } from '../../leerlingen/card/context.ts';
import { choiceText } from '../../../texts/values.ts';
import { longDate } from '../../uitwisselen/moments.ts';
import { ProposalNote } from '../ProposalNote.tsx';
import { BronNotice } from './BronNotice.tsx';

const END_FIELD = 'datum-uitschrijving';
/** Whoever died goes to no other school. */
const DECEASED = 'deceased';

interface Leaving {
  lastDay: string;
  lastSchoolDay: string;
  datumUitschrijving: string;
  leavingReason: string;
  destination: string;
  adviesVo: string;
  datumEindtoets: string;
  codeEindtoets: string;
  uitslagEindtoets: string;
}

const nothing: Leaving = {
  lastDay: '',
  lastSchoolDay: '',
  datumUitschrijving: '',
  leavingReason: '',
  destination: '',
  adviesVo: '',
  datumEindtoets: '',
  codeEindtoets: '',
  uitslagEindtoets: '',
};

/** What was filled in, as the operation takes it. */
function endOf(leaving: Leaving, adviesNow: string | undefined) {
  const { datumUitschrijving, leavingReason, destination, adviesVo, codeEindtoets } = leaving;
  const { datumEindtoets, uitslagEindtoets } = leaving;
  const test = { datumEindtoets, codeEindtoets, ...(uitslagEindtoets ? { uitslagEindtoets } : {}) };
  return {
    datumUitschrijving,
    ...(leavingReason ? { leavingReason } : {}),
    ...(destination && leavingReason !== DECEASED ? { destination } : {}),
    ...(adviesVo && adviesVo !== adviesNow ? { adviesVo } : {}),
    eindtoets: codeEindtoets || datumEindtoets ? [test] : [],
  };
}

interface Props {
  inschrijving: InschrijvingCard;
  /** What is known of why and when. */
  known?: Pick<NonNullable<Proposal['followUp']>, 'leavingReason' | 'lastDay'>;
  onClose: () => void;
}

/** Ends an inschrijving: proposes the date, keeps why and whereto, asks for advies VO and eindtoets in leerjaar 8. */
export function EndDialog({ inschrijving, known, onClose }: Props) {
  const { card, mine } = useCardContext();
  const { id, version, gegevens } = inschrijving;
  const advies = gegevens.kind === 'WPO' ? gegevens.adviesVo : undefined;
  const [leaving, setLeaving] = useState<Leaving>({
    ...nothing,
    lastDay: known?.lastDay ?? '',
    datumUitschrijving: known?.lastDay ?? '',
    leavingReason: known?.leavingReason ?? '',
    adviesVo: advies ?? '',
  });
  const set = (change: Partial<Leaving>) => setLeaving((now) => ({ ...now, ...change }));
  const { lastDay, lastSchoolDay, datumUitschrijving } = leaving;
  const proposal = useOperation(
    'enrolment.proposeEnd',
    {
      inschrijvingId: id,
      ...(isDate(lastDay) ? { lastDay } : {}),
      ...(isDate(lastSchoolDay) ? { lastSchoolDay } : {}),
    },
    { keepPrevious: true },
  ).data;
  const action = useAction('enrolment.end', {
    onSuccess: ({ announcement }) => {
      card.refetch();
      card.say({ saved: `Uitgeschreven per ${longDate(datumUitschrijving)}. ${announcement}` });
      onClose();
    },
  });
  const ready = isDate(datumUitschrijving);
  const given = endOf(leaving, advies);
  const after = withLeaving(gegevens, given);
  const value = proposal?.datumUitschrijving.value;
  return (
    <ActionDialog
      title="Leerling uitschrijven"
      submit="Uitschrijven"
      ready={ready}
      busy={action.isPending}
      failure={action.error?.failure}
      onSubmit={() => action.mutate({ inschrijvingId: id, version, ...given })}
      onClose={onClose}
    >
      <Text>
        De inschrijving van {longDate(gegevens.datumInschrijving ?? '')} eindigt. De gegevens blijven bewaard.
      </Text>
      <DateField label="Laatste dag in de klas" value={lastDay} onChange={(date) => set({ lastDay: date })} />
      {proposal?.lastSchoolDay ? null : (
        <DateField
          label="Laatste schooldag van dat schooljaar"
          hint="Wie tot en met die dag komt, wordt uitgeschreven op 31 juli."
          value={lastSchoolDay}
          onChange={(date) => set({ lastSchoolDay: date })}
        />
      )}
      <DateField
        id={END_FIELD}
        label="Datum uitschrijving"
        required
        value={datumUitschrijving}
        onChange={(date) => set({ datumUitschrijving: date })}
      />
      {proposal ? (
        <ProposalNote
          name="Datum uitschrijving"
          shown={value && formatDutchDate(value)}
          reason={proposal.datumUitschrijving.reason}
          taken={value !== undefined && value === datumUitschrijving}
          onTake={() => {
            set({ datumUitschrijving: value ?? '' });
            document.getElementById(END_FIELD)?.focus();
          }}
        />
      ) : null}
      <Field label="Reden van vertrek">
        <Select value={leaving.leavingReason} onChange={(_, data) => set({ leavingReason: data.value })}>
          <option value="">(niet ingevuld)</option>
          {leavingReasons.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {leaving.leavingReason === DECEASED ? null : (
        <Field label="Naam of BRIN van de nieuwe school">
          <Input
            value={leaving.destination}
            maxLength={200}
            autoComplete="off"
            onChange={(_, data) => set({ destination: data.value })}
          />
        </Field>
      )}
      {proposal?.highestLeerjaar ? (
        <HighestLeerjaar leaving={leaving} onDate={ready ? datumUitschrijving : undefined} onChange={set} />
      ) : null}
      {ready ? <BronNotice persoon={mine.persoon} gegevens={after} waiting={inschrijving.deliverBy} /> : null}
    </ActionDialog>
  );
}

interface HighestProps {
  leaving: Leaving;
  onDate: string | undefined;
  onChange: (change: Partial<Leaving>) => void;
}

/** What belongs to leaving in leerjaar 8. */
function HighestLeerjaar({ leaving, onDate, onChange }: HighestProps) {
  return (
    <>
      <Field label="Advies VO" hint="Bij een uitschrijving in leerjaar 8 verwacht BRON een advies.">
        <Select value={leaving.adviesVo} onChange={(_, data) => onChange({ adviesVo: data.value })}>
          <option value="">(nog geen advies)</option>
          {waarden('adviesVo', onDate).map((choice) => (
            <option key={choice.code} value={choice.code}>
              {choiceText(choice)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Eindtoets" hint="Laat leeg als de eindtoets al op de kaart staat.">
        <Select value={leaving.codeEindtoets} onChange={(_, data) => onChange({ codeEindtoets: data.value })}>
          <option value="">(geen)</option>
          {waarden('eindtoets', isDate(leaving.datumEindtoets) ? leaving.datumEindtoets : onDate).map((choice) => (
            <option key={choice.code} value={choice.code}>
              {choiceText(choice)}
            </option>
          ))}
        </Select>
      </Field>
      {leaving.codeEindtoets === '' ? null : (
        <>
          <DateField
            label="Datum eindtoets"
            required
            value={leaving.datumEindtoets}
            onChange={(date) => onChange({ datumEindtoets: date })}
          />
          <Field label="Uitslag eindtoets">
            <Input
              value={leaving.uitslagEindtoets}
              maxLength={3}
              inputMode="numeric"
              onChange={(_, data) => onChange({ uitslagEindtoets: data.value })}
            />
          </Field>
        </>
      )}
    </>
  );
}
