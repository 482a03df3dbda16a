import { makeStyles, tokens } from '@fluentui/react-components';
import { Section } from '../../../components/Section.tsx';
import { useMay } from '../../../app/may.ts';
import { useCardContext } from './context.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { GegevenField } from './GegevenField.tsx';
import { GroupFindings } from './GroupFindings.tsx';
import { domId, persoonElements, type CardPlace } from './places.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(18rem, 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'start',
  },
});

const PERSOON: CardPlace = { group: 'persoon' };
const blocks = [
  { title: 'Naam', keys: ['roepnaam', 'voornamen', 'voorvoegsel', 'achternaam', 'leerlingnummer'] },
  { title: 'Sleutelgegevens', keys: ['burgerservicenummer', 'onderwijsnummer', 'geboortedatum', 'geslacht'] },
  { title: 'Adres', keys: ['postcode', 'land'] },
];

/** Who does not get them from the core sees no empty field either. */
const numbers = ['burgerservicenummer', 'onderwijsnummer'];

/** The persoonsgegevens of a pupil. */
export function PersoonTab() {
  const styles = useStyles();
  const { card, signalenAt, conflictAt, readOnly } = useCardContext();
  const may = useMay();
  const hidden = may('read') ? [] : numbers;
  return (
    <>
      <div id={domId('', PERSOON)} tabIndex={-1}>
        <GroupFindings scope={undefined} place={PERSOON} />
        <FieldNotes signalen={signalenAt(undefined, PERSOON)} conflict={conflictAt(undefined, PERSOON)} />
      </div>
      {blocks.map(({ title, keys }) => (
        <Section key={title} title={title}>
          <div className={styles.fields}>
            {keys
              .filter((key) => !hidden.includes(key))
              .map((key) => {
                const element = persoonElements.find((item) => item.key === key);
                return element ? (
                  <GegevenField
                    key={key}
                    element={{ ...element, required: element.required && key !== 'voornamen' }}
                    place={{ ...PERSOON, element: key }}
                    readOnly={readOnly || card.saving}
                  />
                ) : null;
              })}
          </div>
        </Section>
      ))}
    </>
  );
}
