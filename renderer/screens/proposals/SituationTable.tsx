import { makeStyles } from '@fluentui/react-components';
import type { Proposal } from '../../../shared/api/proposals.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { LineTable } from '../../components/LineTable.tsx';

const useStyles = makeStyles({ part: { display: 'block' }, whole: { whiteSpace: 'nowrap' } });

/** From a first day on, up to and including a last one; a date is not broken off at its hyphens. */
function Days({ from = '', to }: { from?: string | undefined; to?: string | undefined }) {
  const { part, whole } = useStyles();
  const first = formatDutchDate(from);
  return (
    <span className={part}>
      <span className={whole}>{to ? first : `vanaf ${first}`}</span>{' '}
      {to ? <span className={whole}>tot en met {formatDutchDate(to)}</span> : null}
    </span>
  );
}

/** The inschrijvingen that overlap, in which days, with whom to call at the other school. */
export function SituationTable({ leerlingNaam, situations }: Pick<Proposal, 'leerlingNaam' | 'situations'>) {
  return (
    <LineTable label={`Inschrijvingen van ${leerlingNaam}`} minWidth="52rem">
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">Ingeschreven</th>
          <th scope="col">Samen met uw school</th>
          <th scope="col">Contactpersoon</th>
          <th scope="col">Telefoon</th>
          <th scope="col">E-mail</th>
        </tr>
      </thead>
      <tbody>
        {situations.map((situation) => {
          const { own, brinnummer, naam, plaats, together, contactpersoon, telefoon, email } = situation;
          return (
            <tr key={`${brinnummer} ${situation.datumInschrijving ?? ''}`}>
              <th scope="row">
                {own ? 'Uw school: ' : ''}
                {[naam, plaats].filter(Boolean).join(', ')} ({brinnummer})
              </th>
              <td>
                <Days from={situation.datumInschrijving} to={situation.datumUitschrijving} />
              </td>
              <td>
                {together.map((days) => (
                  <Days key={days.from} {...days} />
                ))}
              </td>
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
