import type { DoubleSituation, Proposal } from '../../../shared/api/proposals.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { LineTable } from '../../components/LineTable.tsx';

const periodOf = ({ datumInschrijving = '', datumUitschrijving }: DoubleSituation): string =>
  datumUitschrijving
    ? `${formatDutchDate(datumInschrijving)} tot en met ${formatDutchDate(datumUitschrijving)}`
    : `vanaf ${formatDutchDate(datumInschrijving)}`;

/** The inschrijvingen that overlap, with whom to call at the other school. */
export function SituationTable({ leerlingNaam, situations }: Pick<Proposal, 'leerlingNaam' | 'situations'>) {
  return (
    <LineTable label={`Inschrijvingen van ${leerlingNaam}`} minWidth="44rem">
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">Ingeschreven</th>
          <th scope="col">Contactpersoon</th>
          <th scope="col">Telefoon</th>
          <th scope="col">E-mail</th>
        </tr>
      </thead>
      <tbody>
        {situations.map((situation) => {
          const { own, brinnummer, naam = '', plaats = '', contactpersoon, telefoon, email } = situation;
          return (
            <tr key={`${brinnummer} ${situation.datumInschrijving ?? ''}`}>
              <th scope="row">
                {own ? 'Uw school: ' : ''}
                {[naam, plaats].filter(Boolean).join(', ')} ({brinnummer})
              </th>
              <td>{periodOf(situation)}</td>
              <td>{contactpersoon ?? ''}</td>
              <td>{telefoon ?? ''}</td>
              <td>{email ?? ''}</td>
            </tr>
          );
        })}
      </tbody>
    </LineTable>
  );
}
