import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { Fragment } from 'react';
import { Section } from '../../../components/Section.tsx';
import { useCardContext } from './context.ts';
import { listOf, type InschrijvingDraft } from './draft.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { GegevenField } from './GegevenField.tsx';
import { GroupFindings } from './GroupFindings.tsx';
import { addPeriod, removePeriod } from './periods.ts';
import { domId, type CardPlace, type periodicGroups } from './places.ts';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    '& th': {
      textAlign: 'left',
      verticalAlign: 'bottom',
      hyphens: 'auto',
      overflowWrap: 'anywhere',
      fontWeight: tokens.fontWeightSemibold,
      fontSize: tokens.fontSizeBase200,
      padding: `0 ${tokens.spacingHorizontalS} 4px 0`,
    },
    '& td': { verticalAlign: 'top', padding: `4px ${tokens.spacingHorizontalS} 4px 0` },
  },
  remove: { width: '3rem' },
  add: { marginTop: tokens.spacingVerticalS },
});

interface Props {
  group: (typeof periodicGroups)[number];
  inschrijving: InschrijvingDraft;
}

/** The history of a periodic group: a row per period, the newest last. */
export function PeriodTable({ group, inschrijving }: Props) {
  const styles = useStyles();
  const { card, vestigingen, readOnly, signalenAt, conflictAt } = useCardContext();
  const { key: scope, gegevens } = inschrijving;
  const list = listOf(gegevens, group.key);
  const place: CardPlace = { group: group.key };
  const only = vestigingen.length === 1 ? vestigingen[0] : undefined;
  const first = only ? { vestigingsvolgnummer: only.volgnummer } : {};
  const focusPeriod = (voorkomen: number) => {
    const element = group.elements[0].key;
    requestAnimationFrame(() =>
      document.getElementById(domId(scope, { group: group.key, voorkomen, element }))?.focus(),
    );
  };
  // A cell is too narrow for what BRON says: it stands in a row of its own below the period.
  const notes = (voorkomen: number) => {
    const told = group.elements.flatMap((element) => {
      const at: CardPlace = { group: group.key, voorkomen, element: element.key };
      const [signalen, conflict] = [signalenAt(scope, at), conflictAt(scope, at)];
      return signalen.length > 0 || conflict ? [{ element, signalen, conflict }] : [];
    });
    if (told.length === 0) return null;
    return (
      <tr>
        <td colSpan={group.elements.length + 1}>
          {told.map(({ element, signalen, conflict }) => (
            <FieldNotes key={element.key} element={element} signalen={signalen} conflict={conflict} />
          ))}
        </td>
      </tr>
    );
  };
  return (
    <Section title={group.name}>
      <div id={domId(scope, place)} tabIndex={-1}>
        <GroupFindings scope={scope} place={place} />
      </div>
      {list.length === 0 ? (
        <Text>Nog geen periode.</Text>
      ) : (
        <table className={styles.table} aria-label={group.name}>
          <thead>
            <tr>
              {group.elements.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
              <td className={styles.remove} />
            </tr>
          </thead>
          <tbody>
            {list.map((period, voorkomen) => (
              <Fragment key={voorkomen}>
                <tr>
                  {group.elements.map((element) => (
                    <td key={element.key}>
                      <GegevenField
                        element={element}
                        scope={scope}
                        place={{ group: group.key, voorkomen, element: element.key }}
                        inTable
                        onDate={period['begindatum'] ?? gegevens.datumInschrijving}
                        scheme={period['codeGewichtenregeling']}
                      />
                    </td>
                  ))}
                  <td className={styles.remove}>
                    {readOnly ? null : (
                      <Button
                        appearance="subtle"
                        icon={<DeleteRegular />}
                        aria-label={`${group.name}: periode ${voorkomen + 1} verwijderen`}
                        title="Periode verwijderen"
                        onClick={() => {
                          card.editInschrijving(scope, (now) => removePeriod(now, group.key, voorkomen));
                          card.check();
                          if (list.length > 1) focusPeriod(Math.max(voorkomen - 1, 0));
                        }}
                      />
                    )}
                  </td>
                </tr>
                {notes(voorkomen)}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      <FieldNotes signalen={signalenAt(scope, place)} conflict={conflictAt(scope, place)} />
      {readOnly ? null : (
        <Button
          className={styles.add}
          size="small"
          icon={<AddRegular />}
          aria-label={`${group.name}: periode toevoegen`}
          onClick={() => {
            card.editInschrijving(scope, (now) => addPeriod(now, group.key, first));
            focusPeriod(list.length);
          }}
        >
          Periode toevoegen
        </Button>
      )}
    </Section>
  );
}
