import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useOperation } from '../../app/api.ts';
import { useMay } from '../../app/may.ts';
import { useNavigation } from '../../app/navigation.ts';
import { counted } from '../uitwisselen/sentences.ts';

/** Says that BRON has something to say of pupils on which nobody has decided yet. */
export function ProposalsNotice() {
  const may = useMay();
  const go = useNavigation((state) => state.go);
  const { data } = useOperation('proposals.list', { limit: 1 }, { enabled: may('register') });
  if (!data || data.open === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {counted(data.open, 'voorstel van BRON wacht', 'voorstellen van BRON wachten')} op uw beslissing.
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => go({ screen: 'terugkoppelingen' })}>Naar Terugkoppelingen</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
