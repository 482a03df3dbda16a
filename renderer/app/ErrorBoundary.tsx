import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { failure } from '../../shared/api/errors.ts';
import { FailureMessage } from '../components/FailureMessage.tsx';

interface Props {
  children: ReactNode;
}

/** Shows a sentence where a screen failed, so that the rest of the program goes on. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <FailureMessage
        failure={failure('internal')}
        actions={<Button onClick={() => this.setState({ failed: false })}>Scherm opnieuw tonen</Button>}
      />
    );
  }
}
