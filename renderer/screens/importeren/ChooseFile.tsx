import { Button } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons';
import type { ChosenFile } from '../../../shared/api/bridge.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Section } from '../../components/Section.tsx';

interface Props {
  title: string;
  description: string;
  /** What kind of file, as on the button. */
  kind: string;
  extensions: string[];
  appearance?: 'primary' | 'secondary';
  /** Why the file that was chosen could not be read. */
  failure: LasFailure | undefined;
  onChoose: (file: ChosenFile) => void;
}

/** One kind of file that can be imported, with the button that chooses it. */
export function ChooseFile({ title, description, kind, extensions, appearance, failure, onChoose }: Props) {
  const choose = async () => {
    const file = await window.las.host.chooseFile({ title: `${kind} kiezen`, extensions });
    if (file) onChoose(file);
  };
  return (
    <Section
      title={title}
      description={description}
      actions={
        <Button appearance={appearance ?? 'secondary'} icon={<FolderOpenRegular />} onClick={() => void choose()}>
          {kind} kiezen…
        </Button>
      }
    >
      {failure ? <FailureMessage failure={failure} /> : undefined}
    </Section>
  );
}
