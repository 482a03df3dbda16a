import { useOperation } from '../../../../app/api.ts';
import { Answer } from '../../../../components/Answer.tsx';
import { KeepFocus } from '../../../../components/KeepFocus.tsx';
import { SiblingSection } from './SiblingSection.tsx';
import { VerzorgerSection } from './VerzorgerSection.tsx';

interface Props {
  leerlingId: number;
  readOnly: boolean;
}

/** The people around a pupil: verzorgers, brothers and sisters. */
export function FamilyTab({ leerlingId, readOnly }: Props) {
  const query = useOperation('gezin.get', { leerlingId });
  return (
    <Answer query={query} loading="Het gezin wordt opgehaald…">
      {({ verzorgers, siblings }) => (
        <KeepFocus>
          <VerzorgerSection leerlingId={leerlingId} verzorgers={verzorgers} readOnly={readOnly} />
          <SiblingSection leerlingId={leerlingId} siblings={siblings} readOnly={readOnly} />
        </KeepFocus>
      )}
    </Answer>
  );
}
