import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Section } from '../../../components/Section.tsx';
import { InschrijvingActions } from '../../enrol/InschrijvingActions.tsx';
import { InschrijvingProposals } from '../../enrol/InschrijvingProposals.tsx';
import { RemovalNotice } from '../../enrol/RemovalNotice.tsx';
import { useCardContext } from './context.ts';
import { valueAt, type InschrijvingDraft } from './draft.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { GegevenField } from './GegevenField.tsx';
import { GroupFindings } from './GroupFindings.tsx';
import { isOutOfUse, usualGroups, vasteElements } from './groupRules.ts';
import { PeriodTable } from './PeriodTable.tsx';
import { followDatumInschrijving } from './periods.ts';
import { domId, type CardPlace } from './places.ts';
import { RareGroups } from './RareGroups.tsx';

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

const KNOWN = 'BRON kent deze inschrijving onder deze datum; daarom ligt de datum hier vast.';
const VASTE: CardPlace = { group: 'inschrijvingWpo' };

/** One inschrijving WPO: its vaste gegevens, and a history for each of its periodic groups. */
export function InschrijvingTab({ inschrijving }: { inschrijving: InschrijvingDraft }) {
  const styles = useStyles();
  const { card, mine, today, vestigingen, readOnly, findingsAt, signalenAt, conflictAt } = useCardContext();
  // The date that the first periods follow: what it was when the field was last left.
  const [followed, setFollowed] = useState(inschrijving.gegevens.datumInschrijving);
  const { key: scope, id, gegevens } = inschrijving;
  const saved = card.card?.inschrijvingen.find((item) => item.id === id);
  const fixed = saved?.knownByBron === true;
  const date = gegevens.datumInschrijving;

  const follow = () => {
    if (fixed || date === followed) return;
    const only = vestigingen.length === 1 ? vestigingen[0] : undefined;
    const first = only ? { vestigingsvolgnummer: only.volgnummer } : {};
    card.editInschrijving(scope, (now) => followDatumInschrijving(now, followed, first));
    setFollowed(date);
  };
  const shown = vasteElements.filter((element) => {
    const place = { ...VASTE, element: element.key };
    const isThere =
      Boolean(valueAt(mine, scope, place)) || findingsAt(scope, place).length + signalenAt(scope, place).length > 0;
    return isThere || !isOutOfUse(element, gegevens, today);
  });

  return (
    <>
      {saved ? <RemovalNotice inschrijving={saved} /> : null}
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
        <div id={domId(scope, VASTE)} tabIndex={-1}>
          <GroupFindings scope={scope} place={VASTE} />
          <FieldNotes signalen={signalenAt(scope, VASTE)} conflict={conflictAt(scope, VASTE)} />
        </div>
        <div
          className={styles.fields}
          onBlur={(event) => {
            if (event.target.id === domId(scope, { ...VASTE, element: 'datumInschrijving' })) follow();
          }}
        >
          {shown.map((element) => {
            const isKey = element.key === 'datumInschrijving';
            return (
              <GegevenField
                key={element.key}
                element={element}
                scope={scope}
                place={{ ...VASTE, element: element.key }}
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
              Vul eerst de datum inschrijving in: de eerste periode van vestiging, bekostiging, groep en gewicht begint
              dan vanzelf op die dag.
            </MessageBarBody>
          </MessageBar>
        )}
      </Section>
      <div className={styles.groups}>
        {usualGroups.map((group) => (
          <Section key={group.key} title={group.name}>
            <PeriodTable group={group} scope={scope} onDate={date} />
          </Section>
        ))}
      </div>
      <RareGroups inschrijving={inschrijving} />
    </>
  );
}
