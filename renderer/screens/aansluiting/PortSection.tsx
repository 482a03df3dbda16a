import { sentencesOfStep } from '../../../shared/aansluiting/rules.ts';
import { Section } from '../../components/Section.tsx';
import { PortTest } from './PortTest.tsx';

/** The port test beside the settings of the exchange. */
export function PortSection() {
  return (
    <Section
      title="Poorten voor BRON (stap 4)"
      description={`Uw computer bereikt BRON over de TCP-poorten 80, 443 en 6914. ${sentencesOfStep(4).join(' ')}`}
    >
      <PortTest />
    </Section>
  );
}
