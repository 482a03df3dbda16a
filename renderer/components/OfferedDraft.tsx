import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { LasFailure } from '../../shared/api/errors.ts';
import { failureOf } from '../app/api.ts';
import type { OfferedWork } from '../app/useDraft.ts';
import { dayOf, timeOf } from '../texts/format.ts';
import { FailureMessage } from './FailureMessage.tsx';

interface Props {
  offered: OfferedWork | undefined;
  /** Puts what was kept on the form. */
  onResume: (content: string) => void;
}

/** Says that work was left unsaved here, and lets the person go on with it or throw it away. */
export function OfferedDraft({ offered, onResume }: Props) {
  const [failure, setFailure] = useState<LasFailure>();
  if (!offered) return null;
  const resume = () =>
    void offered.resume().then(onResume, (error: unknown) => {
      setFailure(failureOf(error));
    });
  return (
    <>
      <MessageBar intent="warning" layout="multiline" role="status">
        <MessageBarBody>
          U was hier bezig op {dayOf(offered.savedAt)} om {timeOf(offered.savedAt)} en hebt toen niet opgeslagen. Wilt u
          verder waar u was gebleven?
        </MessageBarBody>
        <MessageBarActions>
          <Button appearance="primary" onClick={resume}>
            Verder
          </Button>
          <Button onClick={offered.discard}>Weggooien</Button>
        </MessageBarActions>
      </MessageBar>
      <FailureMessage failure={failure} />
    </>
  );
}
