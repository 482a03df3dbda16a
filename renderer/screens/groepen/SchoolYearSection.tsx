import { useOperation } from '../../app/api.ts';
import { Answer } from '../../components/Answer.tsx';
import { Section } from '../../components/Section.tsx';
import { SchoolYearForm } from './SchoolYearForm.tsx';

interface Props {
  schooljaar: string;
  mayEdit: boolean;
}

/** First and last school day, and the holidays, of a school year. */
export function SchoolYearSection({ schooljaar, mayEdit }: Props) {
  const query = useOperation('schoolYears.list', {});
  return (
    <Section
      title={`Schooldagen en vakanties in ${schooljaar}`}
      description="Hiermee rekent het programma: de eerste schooldag, de laatste schooldag en alle dagen waarop de school dicht is."
    >
      <Answer query={query} loading="De vakanties worden opgehaald…">
        {(data) => <SchoolYearForm schooljaar={schooljaar} data={data} mayEdit={mayEdit} />}
      </Answer>
    </Section>
  );
}
