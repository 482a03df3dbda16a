import { useNavigation } from '../../app/navigation.ts';
import { signaalPageName } from './signaalPages.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';

/** Leads to the page of the manual about a signaal; nothing for a code that the manual does not know. */
export function SignaalLink({ code }: { code: string }) {
  const go = useNavigation((state) => state.go);
  const page = signaalPageName(code);
  if (page === undefined) return null;
  return (
    <span className="no-print">
      <TextLink onClick={() => go({ screen: 'handleiding', page })}>Uitleg bij {code}</TextLink>
    </span>
  );
}
