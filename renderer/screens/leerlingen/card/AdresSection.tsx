import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import {
  adresFields,
  adresKind,
  adresOf,
  asKind,
  type Adres,
  type AdresKind,
} from '../../../../shared/domain/adres.ts';
import { adresKeys } from '../../../../shared/domain/ownGegevens.ts';
import { Section } from '../../../components/Section.tsx';
import { useCardContext } from './context.ts';
import { adresChanged } from './draft.ts';
import { FieldGrid } from './FieldGrid.tsx';
import { FormerAdressen } from './FormerAdressen.tsx';
import { GegevenField } from './GegevenField.tsx';
import { MoveQuestion } from './MoveQuestion.tsx';
import { persoon, persoonElement, type CardPlace } from './places.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

const placeOfKey = (element: string): CardPlace => ({ group: persoon.key, element });

const kindTexts: readonly (readonly [AdresKind, string])[] = [
  ['netherlands', 'Nederland'],
  ['abroad', 'Buitenland'],
  ['unknown', 'Onbekend (in Nederland)'],
];

/** Which gegevens BRON must have: the postcode or the land, and of a pupil without PGN the street or the first line too. */
const required = (withoutPgn: boolean): ReadonlySet<string> =>
  new Set(['postcode', 'land', ...(withoutPgn ? ['straatnaam', 'huisnummer', 'adresregelBuitenland1'] : [])]);

/** The address: where the pupil lives makes the fields appear that belong to it. */
export function AdresSection({ withoutPgn }: { withoutPgn: boolean }) {
  const styles = useStyles();
  const { card, mine, readOnly, signalenAt } = useCardContext();
  const [chosen, setChosen] = useState<AdresKind>('netherlands');
  /** What was filled in for the other kinds, in case one comes back to it. */
  const [before, setBefore] = useState<Partial<Record<AdresKind, Adres>>>({});
  const hidden = card.card?.adresHidden === true;

  const kind = adresKind(mine.persoon) ?? chosen;
  const choose = (next: AdresKind) => {
    const adres = adresOf(mine.persoon);
    setBefore((known) => ({ ...known, [kind]: adres }));
    setChosen(next);
    card.editPersoon((gegevens) => {
      const rest = Object.fromEntries(
        Object.entries(gegevens).filter(([key]) => !(adresKeys as readonly string[]).includes(key)),
      );
      return { ...rest, ...(before[next] ?? asKind(adres, next)) };
    });
    card.check();
  };
  // What does not belong to this kind of address but is there all the same, or BRON speaks of, can be seen and taken away.
  const stray = adresKeys.filter((key) => {
    const belongs = adresFields[kind].includes(key);
    const isKind = kind === 'unknown' && key === 'land';
    const isNamed = signalenAt(undefined, placeOfKey(key)).length > 0;
    return !belongs && (isNamed || (Boolean(mine.persoon[key]) && !isKind));
  });
  const needed = required(withoutPgn);

  if (hidden) {
    return (
      <Section title="Adres">
        <Text>Het adres van deze leerling is geheim: alleen wie leerlingen mag registreren, kan het zien.</Text>
      </Section>
    );
  }
  return (
    <Section title="Adres">
      <div className={styles.stack}>
        <Field label="Waar woont de leerling?">
          <RadioGroup
            layout="horizontal"
            value={kind}
            disabled={readOnly}
            onChange={(_, data) => choose(data.value as AdresKind)}
          >
            {kindTexts.map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </RadioGroup>
        </Field>
        {kind === 'unknown' ? (
          <Text>
            BRON krijgt dan Nederland als land, zonder postcode. Gebruik dit alleen als het adres echt niet bekend is.
          </Text>
        ) : null}
        <FieldGrid>
          {[...adresFields[kind], ...stray].map((key) => {
            const element = persoonElement(key);
            return (
              <GegevenField
                key={key}
                element={{ ...element, required: needed.has(key) && adresFields[kind].includes(key) }}
                place={placeOfKey(key)}
              />
            );
          })}
          <GegevenField element={persoonElement('geheim')} place={placeOfKey('geheim')} />
        </FieldGrid>
        {adresChanged(card.state) ? <MoveQuestion /> : null}
        <FormerAdressen />
      </div>
    </Section>
  );
}
