import { Section } from '../../components/Section.tsx';
import { BackButton } from './BackButton.tsx';
import { DifferentList } from './DifferentList.tsx';
import { NamedList } from './NamedList.tsx';
import { RowList } from './RowList.tsx';
import { openerId, type Asked, type Shown } from './tellingenState.ts';
import { shownTexts, shownTitle } from './texts.ts';

interface Props {
  asked: Asked;
  shown: Shown;
  onBack: () => void;
}

/** The pupils behind a number, in the place of the numbers. */
export function ShownPupils({ asked, shown, onBack }: Props) {
  return (
    <Section
      title={shownTitle(shown, asked.peildatum)}
      description={shownTexts[shown.list]}
      actions={
        <BackButton opener={openerId(shown)} onBack={onBack}>
          Terug naar de telling
        </BackButton>
      }
    >
      {shown.list === 'row' ? <RowList asked={asked} shown={shown} /> : null}
      {shown.list === 'different' ? <DifferentList asked={asked} /> : null}
      {shown.list === 'notCounted' || shown.list === 'attention' ? <NamedList asked={asked} list={shown.list} /> : null}
    </Section>
  );
}
