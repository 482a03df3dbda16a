import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';

interface Props {
  /** The id in the page of what led here: it gets the keyboard back. */
  opener: string;
  onBack: () => void;
  children: string;
}

/** Leads back to where a part of the page was opened; it has the keyboard on arrival. */
export function BackButton({ opener, onBack, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
    return () => {
      requestAnimationFrame(() => document.getElementById(opener)?.focus());
    };
  }, [opener]);
  return (
    <Button ref={button} className="no-print" icon={<ArrowLeftRegular />} onClick={onBack}>
      {children}
    </Button>
  );
}
