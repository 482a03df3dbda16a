import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { VerplichteEindtoets as Eindtoets } from '../../../../shared/pve/berichten/content.ts';
import { verplichteEindtoets as group } from '../../../../shared/pve/gegevensset/verplichteEindtoets.ts';
import { useCardContext } from './context.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { GegevenField } from './GegevenField.tsx';
import { GroupFindings } from './GroupFindings.tsx';
import { domId } from './places.ts';
import { ToetsonderdeelTable } from './ToetsonderdeelTable.tsx';
import { isIncomplete, withAskedOnderdelen } from './toetsonderdelen.ts';
import { withListAt } from './tree.ts';
import { usePeriods } from './usePeriods.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(18rem, 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'start',
    width: '100%',
  },
  table: { width: '100%' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const PLACE = { group: group.key };
const ONTHEFFING = '02';

/** In the order in which one fills them in: first whether the pupil took part, as the rest depends on it. */
const order = [
  'codeVerplichteEindtoets',
  'redenNietDeelname',
  'redenOntheffing',
  'datumAfname',
  'niveauEindtoets',
  'score',
] as const;

const elements = order.flatMap((key) => group.elements.filter((element) => element.key === key));

/** Whether a gegeven is asked of this pupil: a result of who took part, a reden of who did not. */
function isAsked(key: string, { redenNietDeelname: reden }: Eindtoets): boolean {
  if (key === 'redenOntheffing') return reden === ONTHEFFING;
  return key === 'codeVerplichteEindtoets' || key === 'redenNietDeelname' || !reden;
}

/** The verplichte eindtoets of a pupil: which it was, its result with the referentieniveaus, or why there is none. */
export function VerplichteEindtoets({ scope }: { scope: string }) {
  const styles = useStyles();
  const { card, readOnly, today, findingsAt, signalenAt, conflictAt } = useCardContext();
  const { list, add, remove } = usePeriods(scope, PLACE);
  const eindtoets = list[0] as Eindtoets | undefined;
  const asking = `${eindtoets?.datumAfname} ${eindtoets?.redenNietDeelname}`;
  // What the onderdelen follow: what it was when a field was last left.
  const [followed, setFollowed] = useState(asking);
  const addOnderdelen = () => {
    card.editDocument(scope, PLACE, (document, root) =>
      withListAt(root, document, PLACE, (all) => all.map((item) => withAskedOnderdelen(item))),
    );
    setFollowed(asking);
  };
  const isShown = (key: string) =>
    eindtoets !== undefined &&
    (isAsked(key, eindtoets) ||
      Boolean(Reflect.get(eindtoets, key)) ||
      [...findingsAt(scope, { ...PLACE, element: key }), ...signalenAt(scope, { ...PLACE, element: key })].length > 0);
  const onDate = eindtoets?.datumAfname ?? today;

  return (
    <div className={styles.root}>
      <div id={domId(scope, PLACE)} tabIndex={-1}>
        <GroupFindings scope={scope} place={PLACE} />
        <FieldNotes signalen={signalenAt(scope, PLACE)} conflict={conflictAt(scope, PLACE)} />
      </div>
      {eindtoets ? (
        <>
          <div className={styles.fields} onBlur={() => (asking === followed ? undefined : addOnderdelen())}>
            {elements
              .filter(({ key }) => isShown(key))
              .map((element) => (
                <GegevenField
                  key={element.key}
                  element={element}
                  scope={scope}
                  place={{ ...PLACE, element: element.key }}
                  onDate={onDate}
                  scheme={eindtoets.codeVerplichteEindtoets}
                />
              ))}
          </div>
          <div className={styles.table}>
            <ToetsonderdeelTable scope={scope} eindtoets={eindtoets} />
          </div>
        </>
      ) : null}
      {readOnly ? null : (
        <div className={styles.buttons}>
          {eindtoets && isIncomplete(eindtoets) && asking === followed ? (
            <Button size="small" icon={<AddRegular />} onClick={addOnderdelen}>
              Toetsonderdelen toevoegen
            </Button>
          ) : null}
          {eindtoets ? (
            <Button appearance="subtle" icon={<DeleteRegular />} onClick={() => remove(0)}>
              {group.name} verwijderen
            </Button>
          ) : (
            <Button icon={<AddRegular />} onClick={add}>
              {group.name} toevoegen
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
