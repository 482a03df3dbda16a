import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { useOperation } from '../../app/api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { longDate } from '../uitwisselen/moments.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';

/** Warns of pupils who turn 14 this school year: primary education ends for them (WPO art. 39 lid 4). */
export function LeavingNotice() {
  const go = useNavigation((state) => state.go);
  const leaving = useOperation('enrolment.leaving', {}).data;
  if (!leaving || leaving.rows.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Uiterlijk {longDate(leaving.lastDay)} uit te schrijven</MessageBarTitle>
        Wie 14 wordt, verlaat de basisschool aan het einde van dat schooljaar:{' '}
        {leaving.rows.map(({ leerlingId, naam, geboortedatum }, index) => (
          <span key={leerlingId}>
            {index > 0 ? '; ' : ''}
            <TextLink onClick={() => go({ screen: 'leerling', id: leerlingId })}>{naam}</TextLink> (geboren op{' '}
            {formatDutchDate(geboortedatum)})
          </span>
        ))}
        .
      </MessageBarBody>
    </MessageBar>
  );
}
