import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LasFailure } from '../../shared/api/errors.ts';

interface Props {
  /** Nothing is shown when absent. */
  failure: LasFailure | undefined;
  /** Buttons that help, for example "Opnieuw proberen". */
  actions?: ReactNode;
}

/** Says what is wrong and what to do next; read aloud as soon as it appears. */
export function FailureMessage({ failure, actions }: Props) {
  if (!failure) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert" data-failure={failure.code}>
      <MessageBarBody>
        <MessageBarTitle>{failure.message}</MessageBarTitle>
        {failure.remedy}
      </MessageBarBody>
      {actions === undefined ? null : <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
