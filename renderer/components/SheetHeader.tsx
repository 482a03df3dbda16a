import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular, PrintRegular } from '@fluentui/react-icons';
import { PageHeader } from './PageHeader.tsx';

interface Props {
  title: string;
  description: string;
  onBack: () => void;
  /** What the way back is called. */
  back?: string;
  /** There is nothing to print yet. */
  waiting?: boolean;
}

/** The head of a page that shows a sheet of paper: the way back, and the button that prints; it is not printed itself. */
export function SheetHeader({ title, description, onBack, back = 'Terug', waiting = false }: Props) {
  return (
    <div className="no-print">
      <PageHeader
        title={title}
        description={description}
        actions={
          <>
            <Button icon={<ArrowLeftRegular />} onClick={onBack}>
              {back}
            </Button>
            <Button
              appearance="primary"
              icon={<PrintRegular />}
              disabled={waiting}
              onClick={() => void window.las.host.print()}
            >
              Afdrukken
            </Button>
          </>
        }
      />
    </div>
  );
}
