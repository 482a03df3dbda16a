import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { causes, isCause, type Solver } from '../../shared/api/causes.ts';
import type { LasFailure } from '../../shared/api/errors.ts';
import { useNotify } from '../app/notify.tsx';
import { FailureMessage } from './FailureMessage.tsx';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
  },
  tell: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    maxWidth: '70ch',
    userSelect: 'text',
  },
  copy: { alignSelf: 'flex-start' },
});

const solverTexts: Record<Solver, { who: string; copyFor: string }> = {
  u: { who: 'U kunt dit zelf oplossen.', copyFor: 'wie u helpt' },
  systeembeheerder: { who: 'Uw systeembeheerder kan dit oplossen.', copyFor: 'uw systeembeheerder' },
  'Helpdesk BRON': { who: 'De Helpdesk BRON kan dit oplossen.', copyFor: 'de Helpdesk BRON' },
  leverancier: { who: 'Uw leverancier kan dit oplossen.', copyFor: 'uw leverancier' },
};

interface Props {
  /** Nothing is shown when absent. */
  failure: LasFailure | undefined;
  /** Buttons that help. */
  actions?: ReactNode;
}

/**
 * Why the exchange failed: what is wrong, what to do next, who can solve it, and a text for that person. Another failure shows as
 * everywhere.
 */
export function CausePanel({ failure, actions }: Props) {
  const styles = useStyles();
  const notify = useNotify();
  if (!failure || !isCause(failure.code)) return <FailureMessage failure={failure} actions={actions} />;
  const { code, message, remedy, tell } = failure;
  const { who, copyFor } = solverTexts[causes[failure.code].solver];
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => notify('De tekst is gekopieerd. Plak die in een e-mail of bericht.'),
      () => notify('Kopiëren lukte niet: selecteer de tekst en druk op Ctrl+C.'),
    );
  return (
    <MessageBar intent="error" layout="multiline" role="group" data-failure={code}>
      <MessageBarBody className={styles.body}>
        <div role="alert">
          <MessageBarTitle>{message}</MessageBarTitle> {remedy} <Text weight="semibold">{who}</Text>
        </div>
        {tell === undefined ? null : (
          <>
            <blockquote className={styles.tell} data-tell>
              {tell}
            </blockquote>
            <Button
              className={styles.copy}
              size="small"
              icon={<CopyRegular />}
              onClick={() => void copy(tell)}
            >{`Kopieer tekst voor ${copyFor}`}</Button>
          </>
        )}
      </MessageBarBody>
      {actions === undefined ? null : <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
