import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { adresFields, adresKind, adresSince } from '../../../../shared/domain/adres.ts';
import { formerAdres as group } from '../../../../shared/domain/ownGegevens.ts';
import { formatDutchDate } from '../../../../shared/domain/dates.ts';
import { adresLine } from '../../../../shared/domain/adresLine.ts';
import { useCardContext } from './context.ts';
import { FieldGrid } from './FieldGrid.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import { GegevenField } from './GegevenField.tsx';
import { domId, type CardPlace } from './places.ts';
import { usePeriods } from './usePeriods.ts';

const useStyles = makeStyles({
  heading: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase300 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  text: { flex: '1 1 20rem' },
  fields: { marginTop: tokens.spacingVerticalM },
});

const PLACE: CardPlace = { group: group.key };
const PERIOD = ['begindatum', 'einddatum'] as const;

function periodText(begindatum: string | undefined, einddatum: string | undefined): string {
  const until = einddatum ? `tot en met ${formatDutchDate(einddatum)}` : 'tot een onbekende dag';
  return begindatum ? `Van ${formatDutchDate(begindatum)} ${until}` : `Tot en met ${formatDutchDate(einddatum ?? '')}`;
}

/** The former addresses with their periods, the latest first; each can be corrected and taken away. */
export function FormerAdressen() {
  const styles = useStyles();
  const { mine, readOnly, conflictAt } = useCardContext();
  const { remove } = usePeriods(undefined, PLACE);
  const [open, setOpen] = useState<number>();
  const { formerAdres } = mine.contact;
  if (formerAdres.length === 0) return null;
  const since = adresSince(formerAdres);
  return (
    <div id={domId('', PLACE)} tabIndex={-1}>
      <h3 className={styles.heading}>{group.name}</h3>
      {since ? <Text>Het huidige adres geldt sinds {formatDutchDate(since)}.</Text> : null}
      <ul className={styles.list}>
        {formerAdres
          .map((item, voorkomen) => {
            const { begindatum, einddatum, ...adres } = item;
            const line = adresLine(adres) || 'Onbekend adres in Nederland';
            const keys = [...PERIOD, ...adresFields[adresKind(adres) ?? 'netherlands']];
            return (
              <li key={voorkomen}>
                <div className={styles.line}>
                  <Text className={styles.text}>
                    {periodText(begindatum, einddatum)}: {line}
                  </Text>
                  {readOnly ? null : (
                    <>
                      <Button
                        size="small"
                        aria-expanded={open === voorkomen}
                        aria-label={`Eerder adres verbeteren: ${line}`}
                        onClick={() => setOpen(open === voorkomen ? undefined : voorkomen)}
                      >
                        {open === voorkomen ? 'Sluiten' : 'Verbeteren'}
                      </Button>
                      <Button
                        size="small"
                        aria-label={`Eerder adres weghalen: ${line}`}
                        onClick={() => {
                          setOpen(undefined);
                          remove(voorkomen);
                        }}
                      >
                        Weghalen
                      </Button>
                    </>
                  )}
                </div>
                {open === voorkomen ? (
                  <div className={styles.fields}>
                    <FieldGrid>
                      {keys.map((key) => {
                        const element = group.elements.find((found) => found.key === key);
                        return element ? (
                          <GegevenField key={key} element={element} place={{ ...PLACE, voorkomen, element: key }} />
                        ) : null;
                      })}
                    </FieldGrid>
                  </div>
                ) : null}
              </li>
            );
          })
          .reverse()}
      </ul>
      <FieldNotes signalen={[]} conflict={conflictAt(undefined, PLACE)} />
    </div>
  );
}
