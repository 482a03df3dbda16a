import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { groupsThat, showsVast } from '../../../../shared/domain/forms/needs.ts';
import { inschrijvingKinds } from '../../../../shared/pve/berichten/kinds.ts';
import { isZero } from '../../../../shared/pve/controles/wec/situation.ts';
import { Section } from '../../../components/Section.tsx';
import { InschrijvingActions } from '../../enrol/InschrijvingActions.tsx';
import { InschrijvingProposals } from '../../enrol/InschrijvingProposals.tsx';
import { RemovalNotice } from '../../enrol/RemovalNotice.tsx';
import { useCardContext } from './context.ts';
import { valueAt, type InschrijvingDraft } from './draft.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { GegevenField } from './GegevenField.tsx';
import { GroupFindings } from './GroupFindings.tsx';
import { isWide, Periods } from './Periods.tsx';
import { followDatumInschrijving } from './periods.ts';
import { domId, type CardPlace } from './places.ts';
import { RareGroups } from './RareGroups.tsx';
import { SituationChoice } from './SituationChoice.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(18rem, 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'start',
  },
  groups: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 42rem), 1fr))',
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

const NNCA = 'aanduidingNnca';
const KNOWN =
  'BRON kent deze inschrijving onder deze datum. Klopt die niet, kies dan … en Datum inschrijving corrigeren.';

/** One inschrijving: its vaste gegevens, and a history for each of its periodic groups that this school and date ask for. */
export function InschrijvingTab({ inschrijving }: { inschrijving: InschrijvingDraft }) {
  const styles = useStyles();
  const { card, mine, readOnly, factsAt, firstOf, findingsAt, signalenAt, conflictAt } = useCardContext();
  // The date that the first periods follow: what it was when the field was last left.
  const [followed, setFollowed] = useState(inschrijving.gegevens.datumInschrijving);
  const { key: scope, id, gegevens } = inschrijving;
  const facts = factsAt(scope);
  const saved = card.card?.inschrijvingen.find((item) => item.id === id);
  const fixed = saved?.knownByBron === true;
  const date = gegevens.datumInschrijving;
  const group = inschrijvingKinds[gegevens.kind];
  const vaste: CardPlace = { group: group.key };
  if (!facts) return null;

  const follow = () => {
    if (fixed || date === followed) return;
    card.editInschrijving(scope, (now) => followDatumInschrijving(now, followed, firstOf(facts)));
    setFollowed(date);
  };
  const shown = group.elements.filter((element) => {
    const place = { ...vaste, element: element.key };
    const value = valueAt(mine, scope, place);
    const needed = showsVast(element, facts);
    const told = findingsAt(scope, place).length + signalenAt(scope, place).length > 0;
    return needed || told || (Boolean(value) && !(element.key === NNCA && isZero(value)));
  });

  return (
    <>
      {saved ? <RemovalNotice inschrijving={saved} /> : null}
      <SituationChoice inschrijving={inschrijving} />
      <Section
        title="Vaste gegevens"
        {...(readOnly
          ? {}
          : {
              actions: (
                <div className={styles.buttons}>
                  {id === undefined && card.card && card.card.inschrijvingen.length > 0 ? (
                    <Button onClick={() => card.removeInschrijving(scope)}>Nieuwe inschrijving weghalen</Button>
                  ) : null}
                  {saved ? <InschrijvingActions inschrijving={saved} /> : null}
                </div>
              ),
            })}
      >
        <div id={domId(scope, vaste)} tabIndex={-1}>
          <GroupFindings scope={scope} place={vaste} />
          <FieldNotes signalen={signalenAt(scope, vaste)} conflict={conflictAt(scope, vaste)} />
        </div>
        <div
          className={styles.fields}
          onBlur={(event) => {
            if (event.target.id === domId(scope, { ...vaste, element: 'datumInschrijving' })) follow();
          }}
        >
          {shown.map((element) => {
            const isKey = element.key === 'datumInschrijving';
            return (
              <GegevenField
                key={element.key}
                element={element}
                scope={scope}
                place={{ ...vaste, element: element.key }}
                readOnly={isKey && fixed}
                onDate={element.waardelijst === 'adviesVo' ? gegevens.datumUitschrijving : date}
                {...(isKey && fixed ? { hint: KNOWN } : {})}
              />
            );
          })}
        </div>
        {readOnly ? null : <InschrijvingProposals inschrijving={inschrijving} />}
        {date || id !== undefined ? null : (
          <MessageBar intent="info">
            <MessageBarBody>
              Vul eerst de datum inschrijving in: de eerste periode van vestiging, bekostiging, groep en wat verder bij
              uw school hoort, begint dan vanzelf op die dag.
            </MessageBarBody>
          </MessageBar>
        )}
      </Section>
      <div className={styles.groups}>
        {groupsThat('usual', facts)
          .filter((each) => !isWide(each))
          .map((each) => (
            <Section key={each.key} title={each.name}>
              <Periods group={each} scope={scope} onDate={date} />
            </Section>
          ))}
      </div>
      {groupsThat('usual', facts)
        .filter(isWide)
        .map((each) => (
          <Section key={each.key} title={each.name}>
            <Periods group={each} scope={scope} onDate={date} />
          </Section>
        ))}
      <RareGroups inschrijving={inschrijving} />
    </>
  );
}
