import type { Destruction, DestructionPlace } from '../../../shared/api/retention.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { useNow } from '../../app/clock.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { Section } from '../../components/Section.tsx';
import { momentOf } from '../uitwisselen/moments.ts';

const names: Record<DestructionPlace['place'], string> = {
  database: 'Administratie',
  first: 'Reservekopieën bij de administratie',
  second: 'Tweede plaats',
};

/** Where it was destroyed or still has to be, as a sentence. */
function placeSentence({ place, folder, doneAt, there, rewritten, removed }: DestructionPlace): string {
  const name = place === 'second' ? `${names.second} ${folder}` : names[place];
  if (doneAt === undefined)
    return there ? `${name}: nog bezig.` : `${name}: nu niet bereikbaar; gebeurt vanzelf zodra die plaats er weer is.`;
  if (place === 'database') return `${name}: gereed.`;
  return `${name}: gereed, ${rewritten} opnieuw geschreven, ${removed} verwijderd.`;
}

/** What was destroyed, when and by whom: the protocol, without any personal data of a pupil. */
export function Protocol({ rows }: { rows: readonly Destruction[] }) {
  const now = useNow(15).toISOString();
  return (
    <Section title="Verslag van vernietiging">
      <LineTable label="Verslag van vernietiging" minWidth="44rem">
        <thead>
          <tr>
            <th scope="col">Besloten</th>
            <th scope="col">Wat</th>
            <th scope="col">Waar</th>
            <th scope="col">Gereed vóór</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, decidedAt, decidedBy, leerlingen, leftIn, before, places }) => (
            <tr key={id}>
              <th scope="row">
                {momentOf(decidedAt, now)}
                {decidedBy ? ` door ${decidedBy}` : ''}
              </th>
              <td>
                {leerlingen === 1 ? '1 leerling' : `${leerlingen} leerlingen`}, uitgeschreven in {leftIn}
              </td>
              <td>
                {places.map((place) => (
                  <div key={place.place + place.folder}>{placeSentence(place)}</div>
                ))}
              </td>
              <td>{places.every(({ doneAt }) => doneAt !== undefined) ? 'gereed' : formatDutchDate(before)}</td>
            </tr>
          ))}
        </tbody>
      </LineTable>
    </Section>
  );
}
