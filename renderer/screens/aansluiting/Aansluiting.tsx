import { Button, makeStyles } from '@fluentui/react-components';
import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Path } from '../../../shared/api/aansluiting.ts';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { sentencesOfStep } from '../../../shared/aansluiting/rules.ts';
import { stappen } from '../../../shared/aansluiting/steps.ts';
import { useOperation } from '../../app/api.ts';
import { Answer } from '../../components/Answer.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Section } from '../../components/Section.tsx';
import { PlanVanAanpak } from './PlanVanAanpak.tsx';
import { Situation } from './Situation.tsx';
import { StepList } from './StepList.tsx';
import { StepPanel } from './StepPanel.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(240px, 320px) minmax(0, 1fr)',
    gap: '24px',
    alignItems: 'start',
    marginBottom: '16px',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '4px', maxWidth: '80ch' },
});

const ASK_AGAIN_MS = 10 * 60_000;

interface Props {
  status: SessionStatus;
  /** The step to show first; absent: the one that is to be done. */
  step: number | undefined;
}

/** The path of the Stappenplan: two phases, thirteen steps, and the plan van aanpak. */
export function Aansluiting({ status, step }: Props) {
  // A day that begins moves every deadline.
  const path = useOperation('aansluiting.get', {}, { refetchInterval: ASK_AGAIN_MS });
  const [planning, setPlanning] = useState(false);
  return (
    <Answer query={path}>
      {(data) =>
        planning ? (
          <PlanVanAanpak path={data} status={status} onBack={() => setPlanning(false)} />
        ) : (
          <Steps path={data} step={step} onPlan={() => setPlanning(true)} />
        )
      }
    </Answer>
  );
}

function Steps({ path, step, onPlan }: { path: Path; step: number | undefined; onPlan: () => void }) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<number>();
  const shown = chosen ?? step ?? path.plan.current ?? stappen.length;
  const stap = stappen[shown - 1] ?? stappen[0];
  return (
    <>
      <PageHeader
        title="Aansluiting"
        description="Het Stappenplan aansluiting BRON PO: dertien stappen tot uw school gekwalificeerd is."
        actions={
          <Button icon={<ClipboardTaskListLtrRegular />} onClick={onPlan}>
            Plan van aanpak
          </Button>
        }
      />
      <Situation path={path} onChoose={setChosen} />
      <div className={styles.columns}>
        <StepList plan={path.plan} chosen={shown} onChoose={setChosen} />
        {stap ? <StepPanel path={path} stap={stap} arrived={chosen !== undefined} /> : null}
      </div>
      <Section title="Over het Stappenplan">
        <ul className={styles.list}>
          {sentencesOfStep(0).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
