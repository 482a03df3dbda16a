import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Destruction, DestructionPlace } from '../../../shared/api/retention.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { useNow } from '../../app/clock.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { Section } from '../../components/Section.tsx';
import { momentOf } from '../uitwisselen/moments.ts';
import { counted } from '../uitwisselen/sentences.ts';
import { PlaceGoneDialog } from './PlaceGoneDialog.tsx';

const names: Record<DestructionPlace['place'], string> = {
  database: 'Administratie',
  first: 'Reservekopieën bij de administratie',
  second: 'Tweede plaats',
};

const goneTexts = { destroyed: 'vernietigd', lost: 'onbereikbaar' } as const;

/** Where it was destroyed or still has to be, as a sentence. */
function placeSentence({ place, folder, doneAt, there, rewritten, removed, gone }: DestructionPlace, now: string) {
  const name = place === 'second' ? `${names.second} ${folder}` : names[place];
  if (doneAt === undefined) {
    if (there) return `${name}: nog bezig.`;
    if (gone) {
      const by = gone.by === undefined ? '' : ` door ${gone.by}`;
      return `${name}: ${goneTexts[gone.as]}, afgemeld ${momentOf(gone.at, now)}${by}.`;
    }
    return `${name}: nu niet bereikbaar; gebeurt vanzelf zodra die plaats er weer is.`;
  }
  if (place === 'database') return `${name}: gereed.`;
  return `${name}: gereed, ${rewritten} opnieuw geschreven, ${removed} verwijderd.`;
}

function whatSentence({ reason, leerlingen, inschrijvingen, leftIn }: Destruction): string {
  const what = [
    leerlingen > 0 ? counted(leerlingen, 'leerling', 'leerlingen') : '',
    inschrijvingen > 0 ? counted(inschrijvingen, 'inschrijving', 'inschrijvingen') : '',
  ].filter((part) => part !== '');
  return `${what.join(' en ')}, ${reason === 'bin' || leftIn === undefined ? 'uit de prullenbak' : `uitgeschreven in ${leftIn}`}`;
}

/** Whether nothing has to be done any more. */
const isOver = ({ doneAt, gone }: DestructionPlace) => doneAt !== undefined || gone !== undefined;

/** What was destroyed, when and by whom: the protocol, without any personal data of a pupil. */
export function Protocol({ rows }: { rows: readonly Destruction[] }) {
  const now = useNow(15).toISOString();
  const [asked, setAsked] = useState<string>();
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
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {momentOf(row.decidedAt, now)}
                {row.decidedBy ? ` door ${row.decidedBy}` : ''}
              </th>
              <td>{whatSentence(row)}</td>
              <td>
                {row.places.map((place) => (
                  <div key={place.place + place.folder}>
                    {placeSentence(place, now)}{' '}
                    {place.place === 'second' && !place.there && !isOver(place) ? (
                      <Button
                        size="small"
                        aria-label={`Komt niet terug…: ${place.folder}`}
                        onClick={() => setAsked(place.folder)}
                      >
                        Komt niet terug…
                      </Button>
                    ) : null}
                  </div>
                ))}
              </td>
              <td>{row.places.every(isOver) ? 'gereed' : formatDutchDate(row.before)}</td>
            </tr>
          ))}
        </tbody>
      </LineTable>
      {asked === undefined ? null : <PlaceGoneDialog folder={asked} onClose={() => setAsked(undefined)} />}
    </Section>
  );
}
