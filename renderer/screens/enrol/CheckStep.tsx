import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent } from 'react';
import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import { announce } from '../../../shared/domain/enrolment/announce.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { deliverBy } from '../../../shared/domain/enrolment/delivery.ts';
import { groupsThat } from '../../../shared/domain/forms/needs.ts';
import { situationOf } from '../../../shared/domain/forms/situation.ts';
import type { InschrijvingKind } from '../../../shared/pve/berichten/kinds.ts';
import { voorkomensIn } from '../../../shared/pve/berichten/place.ts';
import type { Gegevensgroep } from '../../../shared/pve/gegevensset/types.ts';
import { useToday } from '../../app/clock.ts';
import { Section } from '../../components/Section.tsx';
import { useCardContext } from '../leerlingen/card/context.ts';
import { fullName } from '../leerlingen/card/names.ts';
import { elementAt, placeName, placeOf, type CardPlace } from '../leerlingen/card/places.ts';
import { ErnstBadge } from '../leerlingen/card/SignaalNote.tsx';
import { shownValue, type ChoiceContext } from '../../texts/values.ts';
import { counted } from '../uitwisselen/sentences.ts';
import { SignaalLink } from '../handleiding/SignaalLink.tsx';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { SCOPE, type Enrolment } from './useEnrolment.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(10rem, max-content) 1fr',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  findings: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  finding: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
});

/** A finding with the field that it is about, where its own words do not name that. */
function saidAt(place: CardPlace, omschrijving: string, kind: InschrijvingKind): string {
  const name = elementAt(place, kind)?.name;
  return name !== undefined && omschrijving.includes(name)
    ? omschrijving
    : `${placeName(place, kind)}: ${omschrijving}`;
}

/** The values of the first period of a group, without the date on which it begins. */
function firstOf(
  { key: groupKey, name, elements }: Gegevensgroep,
  gegevens: InschrijvingGegevens,
  choices: ChoiceContext,
): readonly [string, string] {
  const [first = {}] = voorkomensIn(gegevens, groupKey);
  const values = elements
    .filter(({ key }) => key !== 'begindatum')
    .flatMap((element) => {
      const value = first[element.key];
      return typeof value === 'string' && value !== '' ? [shownValue(element, value, choices)] : [];
    });
  return [name, values.join(', ')];
}

interface Props {
  enrolment: Enrolment;
  /** Goes to the field of something that is not right. */
  jump: (place: CardPlace) => void;
}

/** What is about to be done, what BRON would say of it, and what goes to BRON by when. */
export function CheckStep({ enrolment, jump }: Props) {
  const styles = useStyles();
  const today = useToday();
  const { card, gegevens } = enrolment;
  const { choices, factsAt } = useCardContext();
  const facts = factsAt(SCOPE);
  const check = useEffectEvent(card.check);
  useEffect(() => {
    check();
  }, []);
  const { persoon } = card.state.mine;
  const findings = card.findings(SCOPE);
  const blocking = findings.filter(({ ernst }) => ernst === 'A').length;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Leerling', fullName(persoon)],
    ['Geboren op', persoon.geboortedatum && formatDutchDate(persoon.geboortedatum)],
    ['Datum inschrijving', gegevens.datumInschrijving && formatDutchDate(gegevens.datumInschrijving)],
    ...(facts ? groupsThat('usual', facts).map((group) => firstOf(group, gegevens, choices)) : []),
    ...(situationOf(gegevens) === 'school' ? ([['Aanduiding NNCA', gegevens.aanduidingNnca]] as const) : []),
  ];
  return (
    <>
      <Section title="Wat u hebt ingevuld">
        <dl className={styles.facts}>
          {rows.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value ? value : '(nog niet ingevuld)'}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {findings.length > 0 ? (
        <Section title={`${counted(findings.length, 'punt vraagt', 'punten vragen')} aandacht`}>
          <ul className={styles.findings}>
            {findings.map((finding) => {
              const { code, ernst, omschrijving } = finding;
              const at = placeOf(finding, gegevens.kind);
              return (
                <li key={`${code}${omschrijving}${finding.gegevensgroep}`} className={styles.finding}>
                  <ErnstBadge ernst={ernst} />
                  <TextLink onClick={() => jump(at)}>
                    {saidAt(at, omschrijving, gegevens.kind)} [{code}]
                  </TextLink>
                  <SignaalLink code={code} />
                </li>
              );
            })}
          </ul>
        </Section>
      ) : null}
      <MessageBar intent={blocking > 0 ? 'warning' : 'success'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>Naar BRON</MessageBarTitle>
          <Text>{announce({ blocking, deliverBy: deliverBy('dates', today) })}</Text>
        </MessageBarBody>
      </MessageBar>
    </>
  );
}
