import { Button } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { FormerImport } from '../../../shared/api/import.ts';
import { useOperation } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { Answer } from '../../components/Answer.tsx';
import { Section } from '../../components/Section.tsx';
import { momentOf } from '../uitwisselen/moments.ts';
import { UndoDialog } from './UndoDialog.tsx';
import { LineTable } from '../../components/LineTable.tsx';

const outcomeText = ({ outcome, undoneAt }: FormerImport): string =>
  undoneAt
    ? 'Teruggedraaid.'
    : `${outcome.nieuw} nieuw, ${outcome.bijgewerkt} bijgewerkt, ${outcome.overgeslagen} overgeslagen.`;

/** The imports that were done, each of which can be undone as a whole. */
export function FormerImports() {
  const now = useNow(60).toISOString();
  const query = useOperation('import.list', {});
  const [undoing, setUndoing] = useState<FormerImport>();
  return (
    <Answer query={query}>
      {({ rows }) =>
        rows.length === 0 ? null : (
          <Section title="Eerdere imports">
            {/* Wider than a narrow window: the keyboard has to be able to scroll it. */}
            <LineTable label="Eerdere imports" minWidth="40rem">
              <thead>
                <tr>
                  <th scope="col">Bestand</th>
                  <th scope="col">Wanneer</th>
                  <th scope="col">Uitkomst</th>
                  <th scope="col">Actie</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((item) => (
                  <tr key={item.id}>
                    <th scope="row">{item.fileName}</th>
                    <td>
                      {momentOf(item.appliedAt, now)}
                      {item.userName ? `, ${item.userName}` : ''}
                    </td>
                    <td>{outcomeText(item)}</td>
                    <td>
                      {item.undoneAt ? null : (
                        <Button
                          size="small"
                          icon={<ArrowUndoRegular />}
                          aria-label={`Terugdraaien: ${item.fileName}, ${momentOf(item.appliedAt, now)}`}
                          onClick={() => setUndoing(item)}
                        >
                          Terugdraaien…
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </LineTable>
            {undoing ? <UndoDialog item={undoing} onClose={() => setUndoing(undefined)} /> : null}
          </Section>
        )
      }
    </Answer>
  );
}
