import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { shiftSchooljaar } from '../../../shared/domain/schoolYear.ts';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/Answer.tsx';
import { KeepFocus } from '../../components/KeepFocus.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useGroepenState } from './groepenState.ts';
import { NextYearLists } from './NextYearLists.tsx';

/** The end of a school year: a proposal per pupil, which a person changes where needed and then carries out as one. */
export function NextYear({ schooljaar }: { schooljaar: string }) {
  const back = useNavigation((state) => state.back);
  const beginNextYear = useGroepenState((state) => state.beginNextYear);
  useEffect(() => beginNextYear(schooljaar), [beginNextYear, schooljaar]);
  const query = useOperation('groepen.previewNextYear', { schooljaar });
  const next = shiftSchooljaar(schooljaar, 1);
  return (
    <KeepFocus>
      <PageHeader
        title={`Overgang naar ${next}`}
        description={`Een voorstel per leerling voor het einde van ${schooljaar}. Er wordt niets opgeslagen voordat u dat onderaan bevestigt.`}
        actions={
          <Button icon={<ArrowLeftRegular />} onClick={back}>
            Terug
          </Button>
        }
      />
      <Answer query={query} loading="Het voorstel wordt gemaakt…">
        {(preview) => <NextYearLists schooljaar={schooljaar} preview={preview} />}
      </Answer>
    </KeepFocus>
  );
}
