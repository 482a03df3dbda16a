import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular, DismissCircleRegular, WarningRegular } from '@fluentui/react-icons';
import { Fragment, useState } from 'react';
import type { Gegevenselement } from '../../../../shared/pve/gegevensset/types.ts';
import { clock } from '../../../app/clock.ts';
import { readTypedDate } from '../../../components/dateText.ts';
import { Section } from '../../../components/Section.tsx';
import { useCardContext } from './context.ts';
import { listOf, type InschrijvingDraft, type Texts } from './draft.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { GegevenField } from './GegevenField.tsx';
import { GroupFindings } from './GroupFindings.tsx';
import { addPeriod, removePeriod } from './periods.ts';
import { domId, type CardPlace, type periodicGroups } from './places.ts';
import { sayingAt, wordsId } from './saying.ts';

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
  // On a narrow window the columns share what there is.
  date: { width: '11rem', '@media (max-width: 900px)': { width: 'auto' } },
  choice: { width: '16rem', '@media (max-width: 900px)': { width: 'auto' } },
  short: { width: '9rem', '@media (max-width: 900px)': { width: 'auto' } },
  remove: { '@media (max-width: 900px)': { width: '3rem' } },
  words: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  wrong: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
  warning: { color: tokens.colorStatusWarningForeground1, flexShrink: 0 },
  add: { marginTop: tokens.spacingVerticalS },
});

interface Props {
  group: (typeof periodicGroups)[number];
  inschrijving: InschrijvingDraft;
}

/** How much room the values of a gegeven take. */
const widthOf = ({ format, waardelijst, key }: Gegevenselement): 'date' | 'choice' | 'short' =>
  format === 'datum' ? 'date' : waardelijst && key !== 'gewicht' ? 'choice' : 'short';

/** The history of a periodic group: a row per period, the newest last. */
export function PeriodTable({ group, inschrijving }: Props) {
  const styles = useStyles();
  const context = useCardContext();
  const { card, vestigingen, readOnly, signalenAt, conflictAt } = context;
  const [typing, setTyping] = useState<string>();
  const year = clock.now().getFullYear();
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
  // A cell is too narrow for words: they stand in a row of their own below the period.
  const notes = (period: Texts, voorkomen: number) => {
    const told = group.elements.flatMap((element) => {
      const at: CardPlace = { group: group.key, voorkomen, element: element.key };
      const [signalen, conflict] = [signalenAt(scope, at), conflictAt(scope, at)];
      const saying = sayingAt(context, element, scope, at);
      const id = domId(scope, at);
      const value = period[element.key];
      // As long as a date is being typed it is not wrong yet.
      const noDate =
        element.format === 'datum' && typing !== id ? readTypedDate(value ?? '', year, false).reason : undefined;
      const { wrong, texts, reported } = noDate ? { ...saying, wrong: true, texts: [noDate] } : saying;
      return texts.length > 0 || signalen.length > 0 || conflict
        ? [{ element, id: wordsId(id), wrong, text: texts.join(' '), reported, signalen, conflict }]
        : [];
    });
    if (told.length === 0) return null;
    return (
      <tr>
        <td colSpan={group.elements.length + 1}>
          {told.map(({ element, id, wrong, text, reported, signalen, conflict }) => (
            <Fragment key={element.key}>
              {text ? (
                <div id={id} className={styles.words}>
                  {wrong ? (
                    <DismissCircleRegular className={styles.wrong} fontSize={20} aria-hidden="true" />
                  ) : (
                    <WarningRegular className={styles.warning} fontSize={20} aria-hidden="true" />
                  )}
                  <Text>{text.includes(element.name) ? text : `${element.name}: ${text}`}</Text>
                </div>
              ) : (
                <span id={id} hidden>
                  {reported}
                </span>
              )}
              <FieldNotes element={element} signalen={signalen} conflict={conflict} />
            </Fragment>
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
        <table
          className={styles.table}
          aria-label={group.name}
          onFocus={(event) => setTyping(event.target.id)}
          onBlur={() => setTyping(undefined)}
        >
          <colgroup>
            {group.elements.map((element) => (
              <col key={element.key} className={styles[widthOf(element)]} />
            ))}
            <col className={styles.remove} />
          </colgroup>
          <thead>
            <tr>
              {group.elements.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
              <td />
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
                  <td>
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
                {notes(period, voorkomen)}
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
