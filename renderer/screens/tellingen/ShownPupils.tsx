import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { Section } from '../../components/Section.tsx';
import { DifferentList } from './DifferentList.tsx';
import { NamedList } from './NamedList.tsx';
import { RowList } from './RowList.tsx';
import type { Asked, Shown } from './tellingenState.ts';
import { shownTexts, shownTitle } from './texts.ts';

interface Props {
  asked: Asked;
  shown: Shown;
  onBack: () => void;
}

/** The pupils behind a number, in the place of the numbers. */
export function ShownPupils({ asked, shown, onBack }: Props) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), [shown]);
  return (
    <Section
      title={shownTitle(shown, asked.peildatum)}
      description={shownTexts[shown.list]}
      actions={
        <Button ref={back} icon={<ArrowLeftRegular />} onClick={onBack}>
          Terug naar de telling
        </Button>
      }
    >
      {shown.list === 'row' ? <RowList asked={asked} shown={shown} /> : null}
      {shown.list === 'different' ? <DifferentList asked={asked} /> : null}
      {shown.list === 'notCounted' || shown.list === 'attention' ? <NamedList asked={asked} list={shown.list} /> : null}
    </Section>
  );
}
