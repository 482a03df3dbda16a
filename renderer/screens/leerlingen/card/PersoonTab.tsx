import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { Section } from '../../../components/Section.tsx';
import { useMay } from '../../../app/may.ts';
import { AdresSection } from './AdresSection.tsx';
import { useCardContext } from './context.ts';
import { FieldGrid } from './FieldGrid.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import { GegevenField } from './GegevenField.tsx';
import { GroupFindings } from './GroupFindings.tsx';
import { domId, persoon, persoonElement, type CardPlace } from './places.ts';

const PLACE: CardPlace = { group: persoon.key };
const blocks = [
  { title: 'Naam', keys: ['roepnaam', 'voornamen', 'voorvoegsel', 'achternaam', 'leerlingnummer'] },
  { title: 'Sleutelgegevens', keys: ['burgerservicenummer', 'onderwijsnummer', 'geboortedatum', 'geslacht'] },
  { title: 'Herkomst', keys: ['geboorteland', 'nationaliteit1', 'nationaliteit2'] },
];

/** Who does not get them from the core sees no empty field either. */
const numbers = ['burgerservicenummer', 'onderwijsnummer'];

/** The persoonsgegevens of a pupil. */
export function PersoonTab() {
  const { mine, signalenAt, conflictAt, findingsAt } = useCardContext();
  const may = useMay();
  const hidden = may('read') ? [] : numbers;
  const withoutPgn = may('read') && !mine.persoon.burgerservicenummer && !mine.persoon.onderwijsnummer;
  const isRequired = (key: string, required: boolean) => (key === 'voornamen' ? withoutPgn : required);
  return (
    <>
      <div id={domId('', PLACE)} tabIndex={-1}>
        {findingsAt(undefined, PLACE).length > 0 ? <GroupFindings scope={undefined} place={PLACE} /> : null}
        <FieldNotes signalen={signalenAt(undefined, PLACE)} conflict={conflictAt(undefined, PLACE)} />
      </div>
      {withoutPgn ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            Deze leerling heeft (nog) geen BSN of onderwijsnummer. Daarom gaan de achternaam, alle voornamen en het hele
            adres naar BRON, die het nummer erbij zoekt of een onderwijsnummer toekent. Zijn er geen voornamen bekend,
            vul dan bij Alle voornamen alleen een punt in.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {blocks.map(({ title, keys }) => (
        <Section key={title} title={title}>
          <FieldGrid>
            {keys
              .filter((key) => !hidden.includes(key))
              .map((key) => {
                const element = persoonElement(key);
                return (
                  <GegevenField
                    key={key}
                    element={{ ...element, required: isRequired(key, element.required) }}
                    place={{ ...PLACE, element: key }}
                  />
                );
              })}
          </FieldGrid>
        </Section>
      ))}
      <AdresSection withoutPgn={withoutPgn} />
    </>
  );
}
