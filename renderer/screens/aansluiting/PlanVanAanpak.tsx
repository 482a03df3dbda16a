import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Path } from '../../../shared/api/aansluiting.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { partsOf, stappen } from '../../../shared/aansluiting/steps.ts';
import type { Part } from '../../../shared/aansluiting/types.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { useMay } from '../../app/may.ts';
import { useNow } from '../../app/clock.ts';
import { LineTable } from '../../components/LineTable.tsx';
import { SheetHeader } from '../../components/SheetHeader.tsx';
import { dayOf } from '../../texts/format.ts';
import { TaskDialog } from './TaskDialog.tsx';
import { dueOf, ownerOf } from './texts.ts';

const useStyles = makeStyles({
  sheet: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: '20px 24px',
    '@media print': { border: 'none', padding: 0, backgroundColor: '#fff', color: '#000' },
  },
  head: { display: 'block', marginBottom: '8px' },
  step: { fontWeight: tokens.fontWeightSemibold },
  narrow: { whiteSpace: 'nowrap' },
});

interface Props {
  path: Path;
  status: SessionStatus;
  onBack: () => void;
}

/** Who does what and when, part by part (Stappenplan step 1); to be printed. */
export function PlanVanAanpak({ path, status, onBack }: Props) {
  const styles = useStyles();
  const may = useMay();
  const [edited, setEdited] = useState<Part>();
  const day = dayOf(useNow(60).toISOString());
  const rows = stappen.flatMap((stap) =>
    partsOf(stap, path.kind).map((part, index) => ({ stap, part, first: index === 0 })),
  );
  return (
    <>
      <SheetHeader
        title="Plan van aanpak"
        description="Wie doet wat, en wanneer. Wat u niet invult, doet wie het op de meeste scholen doet."
        onBack={onBack}
        back="Terug naar de stappen"
      />
      <section className={styles.sheet} aria-label="Plan van aanpak">
        <Text className={styles.head}>
          Aansluiting op BRON van {status.schoolName ?? ''} ({status.brinnummer ?? ''}), {day}
        </Text>
        <LineTable label="Taken per stap" minWidth="640px">
          <thead>
            <tr>
              <th scope="col">Stap</th>
              <th scope="col">Taak</th>
              <th scope="col">Door</th>
              <th scope="col">Uiterlijk</th>
              <th scope="col">Gedaan</th>
              {may('register') ? (
                <th scope="col" className="no-print">
                  Wijzigen
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ stap, part, first }) => {
              const task = path.tasks.find((one) => one.part === part.key);
              const due = dueOf(part.key, task, path.plan);
              const doneOn = path.plan.steps[stap.number - 1]?.parts.find(({ key }) => key === part.key)?.doneOn;
              return (
                <tr key={part.key} data-task={part.key}>
                  <td className={styles.step}>{first ? stap.number : ''}</td>
                  <th scope="row">{part.title}</th>
                  <td>{ownerOf(part, task)}</td>
                  <td className={styles.narrow}>{due ? formatDutchDate(due) : ''}</td>
                  <td className={styles.narrow}>{doneOn ? formatDutchDate(doneOn) : ''}</td>
                  {may('register') ? (
                    <td className="no-print">
                      <Button
                        size="small"
                        icon={<EditRegular />}
                        aria-label={`Wie en wanneer: ${part.title}`}
                        onClick={() => setEdited(part)}
                      />
                    </td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </LineTable>
      </section>
      {edited ? (
        <TaskDialog
          part={edited}
          task={path.tasks.find(({ part }) => part === edited.key)}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
    </>
  );
}
