import type { KeptVoortgang, Path } from '../../../shared/api/aansluiting.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { percentText } from './texts.ts';

interface Props {
  kept: KeptVoortgang;
  kind: Path['kind'];
}

/** The normaantallen and what was registered at the end of each werkweek, and now. */
export function VoortgangTable({ kept, kind }: Props) {
  const { weeks, madeOn, voortgang } = kept;
  const now = {
    ...{ week: 'Nu', until: madeOn, norm: voortgang.norm },
    leerlingen: voortgang.leerlingen.registered,
    ambulant: voortgang.ambulant.registered,
  };
  return (
    <LineTable label="Voortgang per werkweek" minWidth="560px">
      <thead>
        <tr>
          <th scope="col">Werkweek</th>
          <th scope="col">Tot en met</th>
          <th scope="col">Leerlingen in BRON</th>
          <th scope="col">Normaantal</th>
          <th scope="col">{kind === 'WPO' ? 'Ambulant begeleid in BRON' : 'Ambulant begeleid elders, in BRON'}</th>
          <th scope="col">Normaantal</th>
        </tr>
      </thead>
      <tbody>
        {[...weeks, now].map(({ week, until, leerlingen, ambulant, norm }) => (
          <tr key={week}>
            <th scope="row">{week}</th>
            <td>{formatDutchDate(until)}</td>
            <td>
              {leerlingen} {percentText(leerlingen, norm?.leerlingen)}
            </td>
            <td>{norm?.leerlingen ?? 'onbekend'}</td>
            <td>
              {ambulant} {percentText(ambulant, norm?.ambulant)}
            </td>
            <td>{norm?.ambulant ?? 'onbekend'}</td>
          </tr>
        ))}
      </tbody>
    </LineTable>
  );
}
