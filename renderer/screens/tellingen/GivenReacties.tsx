import type { Output } from '../../../shared/api/contract.ts';
import { reactieTexts } from '../../../shared/mijnBron/reactieTexts.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { Section } from '../../components/Section.tsx';
import { longDate } from '../uitwisselen/moments.ts';

/** The reacties that were given from here, the last one first. */
export function GivenReacties({ given }: { given: Output<'tellingen.reactie'>['given'] }) {
  return (
    <Section title="Gegeven reacties" description="De laatste geldt.">
      <LineTable label="Gegeven reacties" minWidth="36rem">
        <thead>
          <tr>
            <th scope="col">Ontvangen op</th>
            <th scope="col">Reactie</th>
            <th scope="col">Gegeven door</th>
            <th scope="col">Over</th>
          </tr>
        </thead>
        <tbody>
          {given.map(({ choice, by, receivedOn, gtbs, vergelijkingsoverzicht }, index) => (
            <tr key={given.length - index}>
              <th scope="row">{longDate(receivedOn)}</th>
              <td>
                {reactieTexts[choice].title}. {reactieTexts[choice].then}
              </td>
              <td>{by}</td>
              <td>{[...gtbs, ...(vergelijkingsoverzicht ? [vergelijkingsoverzicht] : [])].join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </LineTable>
    </Section>
  );
}
