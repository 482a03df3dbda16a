import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { formatDutchDate, isDate } from '../../../shared/domain/dates.ts';
import { proofKinds, proofObjection } from '../../../shared/domain/enrolment/proof.ts';
import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { FormFacts } from '../../../shared/domain/forms/facts.ts';
import { groupsThat } from '../../../shared/domain/forms/needs.ts';
import { situationOf } from '../../../shared/domain/forms/situation.ts';
import { groupsFromStart, inschrijvingKinds } from '../../../shared/pve/berichten/kinds.ts';
import type { FieldElement } from '../../../shared/pve/gegevensset/types.ts';
import { DateField } from '../../components/DateField.tsx';
import { Section } from '../../components/Section.tsx';
import { GegevenField } from '../leerlingen/card/GegevenField.tsx';
import { useCardContext } from '../leerlingen/card/context.ts';
import { Periods } from '../leerlingen/card/Periods.tsx';
import { RareGroups } from '../leerlingen/card/RareGroups.tsx';
import { SituationChoice } from '../leerlingen/card/SituationChoice.tsx';
import { domId, type CardPlace } from '../leerlingen/card/places.ts';
import { GewichtProposals } from './GewichtProposals.tsx';
import { counted } from '../uitwisselen/sentences.ts';
import { ProposalNote } from './ProposalNote.tsx';
import { SCOPE, type Enrolment } from './useEnrolment.ts';
import { VerzorgerFields } from './VerzorgerFields.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(18rem, 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'start',
  },
  stack: { display: 'grid', gap: tokens.spacingVerticalM },
  beside: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(18rem, 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'center',
    marginTop: tokens.spacingVerticalL,
  },
  kept: { marginBottom: tokens.spacingVerticalL },
});

const DATE = 'datumInschrijving';
const NNCA = 'aanduidingNnca';

const vast = ({ kind }: InschrijvingGegevens, element: string): CardPlace => ({
  group: inschrijvingKinds[kind].key,
  element,
});
const elementsOf = ({ kind }: InschrijvingGegevens, ...keys: string[]): readonly FieldElement[] =>
  inschrijvingKinds[kind].elements.filter(({ key }) => keys.includes(key));

const focusAt = (place: CardPlace) =>
  requestAnimationFrame(() => document.getElementById(domId(SCOPE, place))?.focus());

/** Groups that have a place of their own in these steps; of the others that begin with the inschrijving one value is asked. */
const apart = ['leerjaarGroep', 'gewicht', 'arrangement'];

/** When the pupil begins, and what BRON has to know of the inschrijving, with the proposals beside their fields. */
export function StartStep({ enrolment }: { enrolment: Enrolment }) {
  const styles = useStyles();
  const { factsAt } = useCardContext();
  const { gegevens, inschrijving, proposals } = enrolment;
  const facts = factsAt(SCOPE);
  const begun = isDate(gegevens.datumInschrijving) && inschrijving && facts;
  return (
    <>
      <StartDate enrolment={enrolment} />
      {begun ? <SituationChoice inschrijving={inschrijving} /> : null}
      {facts && asksVerzorgers(facts) ? (
        <Verzorgers
          enrolment={enrolment}
          withOpleiding={groupsThat('usual', facts).some(({ key }) => key === 'gewicht')}
        />
      ) : null}
      {begun ? (
        <>
          <Section title="Voor BRON">
            <div className={styles.fields}>
              <FirstPeriods gegevens={gegevens} facts={facts} />
              {elementsOf(gegevens, 'voorschoolsProgramma', 'voorschoolseMaanden').map((element) => (
                <GegevenField
                  key={element.key}
                  element={element}
                  scope={SCOPE}
                  place={vast(gegevens, element.key)}
                  onDate={gegevens.datumInschrijving}
                />
              ))}
            </div>
            {situationOf(gegevens) === 'school' ? <Nnca enrolment={enrolment} /> : null}
          </Section>
          {groupsThat('usual', facts)
            .filter(({ key }) => key !== 'leerjaarGroep' && (apart.includes(key) || !begins(gegevens, key)))
            .map((group) => (
              <Section key={group.key} title={group.name}>
                <Periods group={group} scope={SCOPE} onDate={gegevens.datumInschrijving} />
              </Section>
            ))}
          {gegevens.kind === 'WPO' ? (
            <GewichtProposals scope={SCOPE} gegevens={gegevens} proposals={proposals?.gewicht ?? []} />
          ) : null}
          <RareGroups inschrijving={inschrijving} />
        </>
      ) : (
        <MessageBar intent="info" layout="multiline" className={styles.kept}>
          <MessageBarBody>
            Vul eerst de datum inschrijving in: vestiging, bekostiging, groep en wat verder bij uw school hoort,
            beginnen dan vanzelf op die dag.
          </MessageBarBody>
        </MessageBar>
      )}
      <PreviousSchool enrolment={enrolment} />
    </>
  );
}

/** NNCA and gewicht rest on the verzorgers, where they are asked at all. */
const asksVerzorgers = ({ gegevens, school }: FormFacts): boolean =>
  school.soort !== 'TREKKEND' && situationOf(gegevens) === 'school';

const begins = ({ kind }: InschrijvingGegevens, group: string): boolean =>
  groupsFromStart(kind).some(({ key }) => key === group);

/** What holds from the first day on: of each group that begins with the inschrijving its value. */
function FirstPeriods({ gegevens, facts }: { gegevens: InschrijvingGegevens; facts: FormFacts }) {
  return groupsThat('usual', facts)
    .filter(({ key }) => begins(gegevens, key) && !apart.includes(key))
    .flatMap(({ key: group, elements }) =>
      elements
        .filter(({ key }) => key !== 'begindatum')
        .map((element) => (
          <GegevenField
            key={`${group}.${element.key}`}
            element={element}
            scope={SCOPE}
            place={{ group, voorkomen: 0, element: element.key }}
            onDate={gegevens.datumInschrijving}
          />
        )),
    );
}

function Verzorgers({ enrolment, withOpleiding }: { enrolment: Enrolment; withOpleiding: boolean }) {
  const styles = useStyles();
  const { proposals, facts, setFacts } = enrolment;
  if (!proposals?.known.verzorgers)
    return (
      <VerzorgerFields
        verzorgers={facts.verzorgers}
        withOpleiding={withOpleiding}
        onChange={(verzorgers) => setFacts({ verzorgers })}
      />
    );
  return (
    <Text block className={styles.kept}>
      De voorstellen hieronder rusten op {counted(proposals.known.verzorgers, 'verzorger', 'verzorgers')} op de kaart
      van deze leerling.
    </Text>
  );
}

function StartDate({ enrolment }: { enrolment: Enrolment }) {
  const styles = useStyles();
  const { facts, setFacts, proposals, gegevens, setStart } = enrolment;
  const { datumInschrijving } = gegevens;
  // The date that the first periods follow: what it was when the field was last left.
  const [followed, setFollowed] = useState(datumInschrijving);
  const follow = (date: string | undefined) => {
    if (!isDate(date) || date === followed) return;
    setStart(date, followed);
    setFollowed(date);
  };
  const value = proposals?.datumInschrijving.value;
  return (
    <Section title="Wanneer begint de leerling?">
      <div className={styles.stack}>
        <div className={styles.fields}>
          <DateField
            label="Eerste dag in de klas"
            required
            value={facts.firstDay}
            onChange={(firstDay) => setFacts({ firstDay })}
          />
          {proposals?.known.firstSchoolDay ? null : (
            <DateField
              label="Eerste schooldag van dat schooljaar"
              hint="Wie op die dag begint, wordt ingeschreven op 1 augustus."
              value={facts.firstSchoolDay}
              onChange={(firstSchoolDay) => setFacts({ firstSchoolDay })}
            />
          )}
        </div>
        <div className={styles.beside}>
          <div onBlur={() => follow(datumInschrijving)}>
            {elementsOf(gegevens, DATE).map((element) => (
              <GegevenField
                key={element.key}
                element={element}
                scope={SCOPE}
                place={vast(gegevens, DATE)}
                hint="Vanaf deze dag is het een leerling van uw school."
              />
            ))}
          </div>
          {proposals ? (
            <ProposalNote
              name="Datum inschrijving"
              shown={value && formatDutchDate(value)}
              reason={proposals.datumInschrijving.reason}
              taken={value !== undefined && value === datumInschrijving}
              onTake={() => {
                follow(value);
                focusAt(vast(gegevens, DATE));
              }}
            />
          ) : null}
        </div>
        {proposals?.objections.map((objection) => (
          <MessageBar key={objection} intent="error" layout="multiline">
            <MessageBarBody>{objection}</MessageBarBody>
          </MessageBar>
        ))}
      </div>
    </Section>
  );
}

function Nnca({ enrolment }: { enrolment: Enrolment }) {
  const styles = useStyles();
  const { card, gegevens, proposals } = enrolment;
  const value = proposals?.nnca.value;
  return (
    <div className={styles.beside}>
      {elementsOf(gegevens, NNCA).map((element) => (
        <GegevenField key={element.key} element={element} scope={SCOPE} place={vast(gegevens, NNCA)} />
      ))}
      {proposals ? (
        <ProposalNote
          name="Aanduiding NNCA"
          shown={value}
          reason={proposals.nnca.reason}
          taken={value !== undefined && value === gegevens.aanduidingNnca}
          onTake={() => {
            card.edit(SCOPE, vast(gegevens, NNCA), value);
            card.check();
            focusAt(vast(gegevens, NNCA));
          }}
        />
      ) : null}
    </div>
  );
}

function PreviousSchool({ enrolment }: { enrolment: Enrolment }) {
  const styles = useStyles();
  const { gegevens, change } = enrolment;
  const { previousSchool = '', proof = '', proofDate = '', datumInschrijving } = gegevens;
  const set = (next: { previousSchool?: string; proof?: string; proofDate?: string }) =>
    change((now) => ({ ...now, ...next }));
  return (
    <Section
      title="Vorige school"
      description="Blijft in uw administratie; gaat niet naar BRON."
      actions={
        proof || proofDate ? (
          <Button size="small" onClick={() => set({ proof: '', proofDate: '' })}>
            Bewijs wissen
          </Button>
        ) : undefined
      }
    >
      <div className={styles.stack}>
        <div className={styles.fields}>
          <Field label="Naam of BRIN van de vorige school">
            <Input
              value={previousSchool}
              maxLength={200}
              autoComplete="off"
              onChange={(_, data) => set({ previousSchool: data.value })}
            />
          </Field>
          <Field label="Wat hebt u ontvangen?">
            <Select value={proof} onChange={(_, data) => set({ proof: data.value })}>
              <option value="">(nog niets)</option>
              {proofKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kind}
                </option>
              ))}
            </Select>
          </Field>
          <DateField label="Datum van het bewijs" value={proofDate} onChange={(date) => set({ proofDate: date })} />
        </div>
        <Text role="status">
          {proofObjection({ kind: proof, date: proofDate, datumInschrijving }) ?? 'Het bewijs is in orde.'}
        </Text>
      </div>
    </Section>
  );
}
