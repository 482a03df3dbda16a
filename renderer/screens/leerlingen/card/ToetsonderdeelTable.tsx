import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { VerplichteEindtoets } from '../../../../shared/pve/berichten/content.ts';
import { toetsdomein, toetsonderdeel } from '../../../../shared/pve/gegevensset/verplichteEindtoets.ts';
import type { FieldGroup } from '../../../../shared/pve/gegevensset/types.ts';
import { findWaarde, type Waardelijst } from '../../../../shared/pve/waardelijsten/waardelijsten.ts';
import { useCardContext } from './context.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { GegevenField } from './GegevenField.tsx';
import { GroupFindings } from './GroupFindings.tsx';
import { PeriodNotes } from './PeriodNotes.tsx';
import { domId, type CardPlace } from './places.ts';
import { askedDomeinen, askedOnderdelen } from './toetsonderdelen.ts';
import { voorkomenPlace } from './tree.ts';
import { usePeriods } from './usePeriods.ts';

const useStyles = makeStyles({
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    maxWidth: '44rem',
    marginTop: tokens.spacingVerticalS,
    '& th': { textAlign: 'left', fontWeight: tokens.fontWeightRegular },
    '& th, & td': { padding: `4px ${tokens.spacingHorizontalS} 4px 0` },
    '& thead th': { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200 },
  },
  niveau: { width: '16rem', '@media (max-width: 900px)': { width: '55%' } },
  remove: { width: '3rem' },
});

const nameOf = (list: Waardelijst, code: string | undefined) =>
  code ? (findWaarde(list, code)?.label ?? `${code} (niet in de waardelijst)`) : '(zonder code)';

interface RowProps {
  scope: string;
  group: typeof toetsonderdeel | typeof toetsdomein;
  voorkomen: number;
  parent?: number;
  /** What it is called, a domein after its onderdeel. */
  name: string;
  /** It belongs to this toets; another can be taken away. */
  asked: boolean;
  /** Its niveau is filled in here. */
  withNiveau?: boolean;
}

/** A toetsonderdeel or toetsdomein with its referentieniveau, and what is to be said of it in a row below. */
function NiveauRow({ scope, group, voorkomen, parent, name, asked, withNiveau = true }: RowProps) {
  const { readOnly } = useCardContext();
  const { remove } = usePeriods(scope, { group: group.key, ...(parent === undefined ? {} : { parent }) });
  const place = voorkomenPlace(group, voorkomen, parent);
  const [code, niveau] = group.elements;
  return (
    <>
      {withNiveau || !asked ? (
        <tr>
          <th scope="row" id={domId(scope, { ...place, element: code.key })} tabIndex={-1}>
            {name}
          </th>
          <td>
            <GegevenField
              element={niveau}
              scope={scope}
              place={{ ...place, element: niveau.key }}
              label={`Referentieniveau ${name}`}
              inTable
            />
          </td>
          <td>
            {readOnly || asked ? null : (
              <Button
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={`${name} verwijderen`}
                title="Regel verwijderen"
                onClick={() => remove(voorkomen)}
              />
            )}
          </td>
        </tr>
      ) : null}
      <PeriodNotes group={group} scope={scope} place={place} typing={undefined} />
    </>
  );
}

/** What is said of a group as a whole. */
function GroupNotes({ scope, place }: { scope: string; place: CardPlace }) {
  const { signalenAt, conflictAt } = useCardContext();
  return (
    <div id={domId(scope, place)} tabIndex={-1}>
      <GroupFindings scope={scope} place={place} />
      <FieldNotes signalen={signalenAt(scope, place)} conflict={conflictAt(scope, place)} />
    </div>
  );
}

/** The toetsonderdelen and toetsdomeinen of a verplichte eindtoets, each with its referentieniveau. */
export function ToetsonderdeelTable({ scope, eindtoets }: { scope: string; eindtoets: VerplichteEindtoets }) {
  const styles = useStyles();
  const { findingsAt } = useCardContext();
  const { toetsonderdeel: onderdelen = [] } = eindtoets;
  const asked = askedOnderdelen(eindtoets);
  const groups: readonly FieldGroup[] = [toetsonderdeel, toetsdomein];
  return (
    <>
      {groups.map(({ key }) => (
        <GroupNotes key={key} scope={scope} place={{ group: key }} />
      ))}
      {onderdelen.map((_, parent) => (
        <GroupNotes key={parent} scope={scope} place={{ group: toetsdomein.key, parent }} />
      ))}
      {onderdelen.length === 0 ? null : (
        <>
          <Text>Welk niveau de leerling heeft gehaald: bij taal per domein, bij rekenen voor het geheel.</Text>
          <table className={styles.table} aria-label="Referentieniveaus">
            <colgroup>
              <col />
              <col className={styles.niveau} />
              <col className={styles.remove} />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">Onderdeel en domein</th>
                <th scope="col">Referentieniveau</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {onderdelen.map(
                ({ codeToetsonderdeel: code = '', toetsdomein: domeinen = [], ...onderdeel }, voorkomen) => {
                  const name = nameOf('toetsonderdeel', code);
                  const niveau = {
                    ...voorkomenPlace(toetsonderdeel, voorkomen),
                    element: 'referentieniveauToetsonderdeel',
                  };
                  const needed = askedDomeinen(eindtoets, code);
                  return [
                    <NiveauRow
                      key={voorkomen}
                      scope={scope}
                      group={toetsonderdeel}
                      voorkomen={voorkomen}
                      name={name}
                      asked={asked.includes(code)}
                      withNiveau={
                        domeinen.length === 0 ||
                        Boolean(onderdeel.referentieniveauToetsonderdeel) ||
                        findingsAt(scope, niveau).length > 0
                      }
                    />,
                    ...domeinen.map(({ codeToetsdomein: domein = '' }, index) => (
                      <NiveauRow
                        key={`${voorkomen} ${index}`}
                        scope={scope}
                        group={toetsdomein}
                        voorkomen={index}
                        parent={voorkomen}
                        name={`${name}: ${nameOf('toetsdomein', domein)}`}
                        asked={needed.includes(domein)}
                      />
                    )),
                  ];
                },
              )}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}
