import { Badge } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { contact, email, phone } from '../../../../shared/domain/ownGegevens.ts';
import { Section } from '../../../components/Section.tsx';
import { FieldGrid } from './FieldGrid.tsx';
import { GegevenField } from './GegevenField.tsx';
import { PeriodTable } from './PeriodTable.tsx';

/** More characters than this are written on more than one line. */
const ONE_LINE = 100;

/** How the pupil and those at home are reached, and what counts in an emergency. */
export function ContactTab() {
  return (
    <>
      <Section title={phone.name} description="Zet bij een nummer dat u bij nood mag bellen Ja onder Bellen bij nood.">
        <PeriodTable group={phone} />
      </Section>
      <Section title={email.name}>
        <PeriodTable group={email} />
      </Section>
      <Section
        title="Bij nood"
        description="Gezondheidsgegevens zijn extra beschermd: vul alleen in wat iemand in een noodgeval moet weten, en met toestemming van de ouders."
        actions={
          <Badge appearance="tint" color="warning" icon={<LockClosedRegular />}>
            Gevoelig
          </Badge>
        }
      >
        <FieldGrid>
          {contact.elements.map((element) => (
            <GegevenField
              key={element.key}
              element={element}
              place={{ group: contact.key, element: element.key }}
              {...(element.length > ONE_LINE ? { rows: 3 } : {})}
            />
          ))}
        </FieldGrid>
      </Section>
    </>
  );
}
