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
import {
  gewichtWpo,
  indicatieBekostigingWpo,
  inschrijvingWpo,
  vestigingWpo,
} from '../../../shared/pve/gegevensset/inschrijvingWpo.ts';
import type { Gegevensgroep } from '../../../shared/pve/gegevensset/types.ts';
import { DateField } from '../../components/DateField.tsx';
import { Section } from '../../components/Section.tsx';
import { GegevenField } from '../leerlingen/card/GegevenField.tsx';
import { PeriodTable } from '../leerlingen/card/PeriodTable.tsx';
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

const elementOf = ({ elements }: Gegevensgroep, key: string) => elements.filter((element) => element.key === key);
const VASTE = 'inschrijvingWpo';
const START: CardPlace = { group: VASTE, element: 'datumInschrijving' };
const NNCA: CardPlace = { group: VASTE, element: 'aanduidingNnca' };

const focusAt = (place: CardPlace) =>
  requestAnimationFrame(() => document.getElementById(domId(SCOPE, place))?.focus());

/** When the pupil begins, and what BRON has to know of the inschrijving, with the proposals beside their fields. */
export function StartStep({ enrolment }: { enrolment: Enrolment }) {
  const styles = useStyles();
  const { gegevens, inschrijving } = enrolment;
  return (
    <>
      <StartDate enrolment={enrolment} />
      {enrolment.proposals?.known.verzorgers ? (
        <Text block className={styles.kept}>
          De voorstellen hieronder rusten op {counted(enrolment.proposals.known.verzorgers, 'verzorger', 'verzorgers')}{' '}
          op de kaart van deze leerling.
        </Text>
      ) : (
        <VerzorgerFields
          verzorgers={enrolment.facts.verzorgers}
          onChange={(verzorgers) => enrolment.setFacts({ verzorgers })}
        />
      )}
      {isDate(gegevens.datumInschrijving) && inschrijving ? (
        <>
          <Section title="Voor BRON">
            <div className={styles.fields}>
              {elementOf(vestigingWpo, 'vestigingsvolgnummer').map((element) => (
                <GegevenField
                  key={element.key}
                  element={element}
                  scope={SCOPE}
                  place={{ group: 'vestiging', voorkomen: 0, element: element.key }}
                />
              ))}
              {elementOf(indicatieBekostigingWpo, 'indicatieBekostiging').map((element) => (
                <GegevenField
                  key={element.key}
                  element={element}
                  scope={SCOPE}
                  place={{ group: 'indicatieBekostiging', voorkomen: 0, element: element.key }}
                />
              ))}
              {['voorschoolsProgramma', 'voorschoolseMaanden'].flatMap((key) =>
                elementOf(inschrijvingWpo, key).map((element) => (
                  <GegevenField
                    key={key}
                    element={element}
                    scope={SCOPE}
                    place={{ group: VASTE, element: key }}
                    onDate={gegevens.datumInschrijving}
                  />
                )),
              )}
            </div>
            <Nnca enrolment={enrolment} />
          </Section>
          <Section title={gewichtWpo.name}>
            <PeriodTable group={gewichtWpo} scope={SCOPE} onDate={gegevens.datumInschrijving} />
          </Section>
          {gegevens.kind === 'WPO' ? (
            <GewichtProposals scope={SCOPE} gegevens={gegevens} proposals={enrolment.proposals?.gewicht ?? []} />
          ) : null}
        </>
      ) : (
        <MessageBar intent="info" layout="multiline" className={styles.kept}>
          <MessageBarBody>
            Vul eerst de datum inschrijving in: vestiging, bekostiging, groep en gewicht beginnen dan vanzelf op die
            dag.
          </MessageBarBody>
        </MessageBar>
      )}
      <PreviousSchool enrolment={enrolment} />
    </>
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
            {elementOf(inschrijvingWpo, 'datumInschrijving').map((element) => (
              <GegevenField
                key={element.key}
                element={element}
                scope={SCOPE}
                place={START}
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
                focusAt(START);
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
      {elementOf(inschrijvingWpo, 'aanduidingNnca').map((element) => (
        <GegevenField key={element.key} element={element} scope={SCOPE} place={NNCA} />
      ))}
      {proposals ? (
        <ProposalNote
          name="Aanduiding NNCA"
          shown={value}
          reason={proposals.nnca.reason}
          taken={value !== undefined && value === gegevens.aanduidingNnca}
          onTake={() => {
            card.edit(SCOPE, NNCA, value);
            card.check();
            focusAt(NNCA);
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
