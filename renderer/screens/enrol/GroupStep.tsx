import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { formatDutchDate, isDate } from '../../../shared/domain/dates.ts';
import { saysOnlyZero } from '../../../shared/domain/forms/situation.ts';
import { inschrijvingKinds } from '../../../shared/pve/berichten/kinds.ts';
import { Section } from '../../components/Section.tsx';
import { GegevenField } from '../leerlingen/card/GegevenField.tsx';
import { GroepChoice } from './GroepChoice.tsx';
import { SCOPE, type Enrolment } from './useEnrolment.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(18rem, 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'start',
  },
});

/** The groep in which the pupil begins. */
export function GroupStep({ enrolment }: { enrolment: Enrolment }) {
  const styles = useStyles();
  const { card, gegevens } = enrolment;
  const { datumInschrijving } = gegevens;
  const group = inschrijvingKinds[gegevens.kind].groups.find(({ key }) => key === 'leerjaarGroep');
  if (!isDate(datumInschrijving)) {
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>Vul eerst in de vorige stap de datum inschrijving in.</MessageBarBody>
      </MessageBar>
    );
  }
  if (saysOnlyZero(gegevens, 'leerjaarGroep')) {
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          Deze leerling zit op een andere school in de klas: voor BRON zijn leerjaar en groep 0. Dat is al ingevuld; ga
          verder met de volgende stap.
        </MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <Section
      title="Leerjaar en groep"
      description={`Vanaf de datum inschrijving, ${formatDutchDate(datumInschrijving)}.`}
    >
      <GroepChoice
        datumInschrijving={datumInschrijving}
        vestigingsvolgnummer={gegevens.vestiging[0]?.vestigingsvolgnummer}
        groep={gegevens.leerjaarGroep[0]?.groep}
        onChoose={({ naam, leerjaar }) => {
          card.edit(SCOPE, { group: 'leerjaarGroep', voorkomen: 0, element: 'groep' }, naam);
          if (leerjaar) card.edit(SCOPE, { group: 'leerjaarGroep', voorkomen: 0, element: 'leerjaar' }, leerjaar);
        }}
      />
      <div className={styles.fields}>
        {group?.elements
          .filter(({ key }) => key !== 'begindatum')
          .map((element) => (
            <GegevenField
              key={element.key}
              element={element}
              scope={SCOPE}
              place={{ group: 'leerjaarGroep', voorkomen: 0, element: element.key }}
              {...(element.help ? { hint: element.help } : {})}
            />
          ))}
      </div>
    </Section>
  );
}
