import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useEffectEvent, useState } from 'react';
import type { School } from '../../../shared/api/session.ts';
import { useToday } from '../../app/clock.ts';
import { useGuard, useNavigation } from '../../app/navigation.ts';
import { useDraft } from '../../app/useDraft.ts';
import { useSchool } from '../../app/useSchool.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { OfferedDraft } from '../../components/OfferedDraft.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { CardContext } from '../leerlingen/card/context.ts';
import { makeContext } from '../leerlingen/card/makeContext.ts';
import { fullName } from '../leerlingen/card/names.ts';
import { PersoonTab } from '../leerlingen/card/PersoonTab.tsx';
import { domId, type CardPlace } from '../leerlingen/card/places.ts';
import { CheckStep } from './CheckStep.tsx';
import { FindStep, type Sought } from './FindStep.tsx';
import { GroupStep } from './GroupStep.tsx';
import { StartStep } from './StartStep.tsx';
import { StepList } from './StepList.tsx';
import { StepPage } from './StepPage.tsx';
import { indexOf, stepFrom, stepOf, type StepKey } from './steps.ts';
import { SCOPE, useEnrolment, type EnrolmentWork } from './useEnrolment.ts';

const nothingSought: Sought = { number: '', achternaam: '', geboortedatum: '' };

/** What is kept of inschrijven that was not finished. */
interface Kept {
  leerlingId: number | undefined;
  sought: Sought;
  step: StepKey;
  work: EnrolmentWork;
}

/** Enrols a pupil in steps: a new one, or one that is known already. Going back loses nothing, and leaving neither. */
export function Enrol({ leerlingId }: { leerlingId: number | undefined }) {
  const school = useSchool();
  const back = useNavigation((state) => state.back);
  const [step, setStep] = useState<StepKey>(leerlingId === undefined ? 'find' : 'persoon');
  const [reached, setReached] = useState(indexOf(step));
  const [sought, setSought] = useState(nothingSought);
  const [chosen, setChosen] = useState<{ leerlingId: number | undefined; resumed?: EnrolmentWork } | undefined>(
    leerlingId === undefined ? undefined : { leerlingId },
  );
  const [work, setWork] = useState<EnrolmentWork>();
  const draft = useDraft({
    form: 'enrolment',
    subject: String(leerlingId ?? ''),
    leerlingId: chosen?.leerlingId,
    title: work ? fullName(work.mine.persoon) : '',
    content: work && JSON.stringify({ leerlingId: chosen?.leerlingId, sought, step, work } satisfies Kept),
  });
  const go = (next: StepKey) => {
    setStep(next);
    setReached((furthest) => Math.max(furthest, indexOf(next)));
  };
  const choose = (id: number | undefined) => {
    setChosen({ leerlingId: id });
    go('persoon');
  };
  const resume = (content: string) => {
    const kept = JSON.parse(content) as Kept;
    setSought(kept.sought);
    setChosen({ leerlingId: kept.leerlingId, resumed: kept.work });
    go(kept.step === 'find' ? 'persoon' : kept.step);
  };
  return (
    <>
      <PageHeader
        title="Leerling inschrijven"
        description="In vijf stappen. U kunt altijd terug; er wordt pas opgeslagen als u in de laatste stap op Inschrijven drukt."
        actions={
          <Button icon={<ArrowLeftRegular />} onClick={back}>
            Terug
          </Button>
        }
      />
      <OfferedDraft offered={work ? undefined : draft.offered} onResume={resume} />
      <StepList current={step} reached={reached} onGo={go} />
      {step === 'find' ? (
        <FindStep
          sought={sought}
          onSought={(change) => setSought((now) => ({ ...now, ...change }))}
          onNew={() => choose(undefined)}
          onKnown={choose}
        />
      ) : null}
      {chosen && school ? (
        <EnrolSteps
          key={`${chosen.leerlingId ?? 'new'}${chosen.resumed ? ' resumed' : ''}`}
          school={school}
          leerlingId={chosen.leerlingId}
          resumed={chosen.resumed}
          sought={sought}
          step={step}
          onStep={go}
          onWork={setWork}
          onDone={draft.forget}
        />
      ) : null}
    </>
  );
}

interface StepsProps {
  school: School;
  leerlingId: number | undefined;
  resumed: EnrolmentWork | undefined;
  sought: Sought;
  step: StepKey;
  onStep: (step: StepKey) => void;
  /** What was typed so far, for keeping; undefined when nothing was. */
  onWork: (work: EnrolmentWork | undefined) => void;
  /** The pupil has been enrolled, or the work was thrown away. */
  onDone: () => void;
}

/** The steps after the first. They keep what was typed while the first one is shown. */
function EnrolSteps({ school, leerlingId, resumed, sought, step, onStep, onWork, onDone }: StepsProps) {
  const today = useToday();
  const enrolment = useEnrolment({ school, leerlingId, sought, arrived: step !== 'find', resumed });
  const { card, busy, failure } = enrolment;
  const [target, setTarget] = useState<string>();
  const enrol = async () => {
    const enrolled = await enrolment.enrol();
    if (enrolled) onDone();
    return enrolled;
  };
  const discard = () => {
    card.discard();
    onDone();
  };
  useGuard(enrolment.changed, { save: enrol, discard });

  const { work } = enrolment;
  const content = work && JSON.stringify(work);
  const report = useEffectEvent(() => onWork(work));
  useEffect(() => report(), [content]);

  // The field that is jumped to has first to be drawn, in another step.
  useEffect(() => {
    if (target === undefined) return;
    const frame = requestAnimationFrame(() => {
      document.getElementById(target)?.focus();
      setTarget(undefined);
    });
    return () => cancelAnimationFrame(frame);
  }, [target]);
  const jump = (place: CardPlace) => {
    onStep(stepOf(place));
    setTarget(domId(SCOPE, place));
  };

  if (step === 'find') return null;
  if (card.failure && !card.card) return <FailureMessage failure={card.failure} />;
  if (card.loading || !enrolment.inschrijving) return <Loading label="De leerling wordt opgehaald…" />;
  const last = step === 'check';
  const context = makeContext({
    card,
    school,
    today,
    readOnly: busy,
    highlighted: undefined,
    jump: (_, place) => jump(place),
  });
  return (
    <CardContext value={context}>
      <StepPage
        step={step}
        quiet={target !== undefined}
        busy={busy}
        next={!last ? 'Verder' : busy ? 'Wordt ingeschreven…' : 'Inschrijven'}
        onBack={() => onStep(stepFrom(step, -1))}
        onNext={() => (last ? void enrol() : onStep(stepFrom(step, 1)))}
      >
        {step === 'persoon' ? <PersoonTab /> : null}
        {step === 'start' ? <StartStep enrolment={enrolment} /> : null}
        {step === 'group' ? <GroupStep enrolment={enrolment} /> : null}
        {last ? <CheckStep enrolment={enrolment} jump={jump} /> : null}
        <FailureMessage failure={failure} />
      </StepPage>
    </CardContext>
  );
}
