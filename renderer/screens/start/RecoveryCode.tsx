import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { askSessionAgain, useAction } from '../../app/api.ts';
import { useNow } from '../../app/clock.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { dayOf } from '../../texts/format.ts';
import { bareCode, forgetRecoveryCode, showRecoveryCode, useRecoveryCode } from './recovery.ts';
import { StartPage } from './StartPage.tsx';

const useStyles = makeStyles({
  code: {
    margin: 0,
    padding: '16px',
    textAlign: 'center',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    overflowWrap: 'anywhere',
    userSelect: 'all',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  form: { display: 'grid', gap: '16px' },
});

/** Shows the recovery code once and asks it back. There is no way past it. */
export function RecoveryCode({ status }: { status: SessionStatus }) {
  const code = useRecoveryCode((state) => state.code);
  const [asking, setAsking] = useState(false);
  if (code === undefined) return <MakeNew />;
  if (asking) return <AskBack code={code} onBack={() => setAsking(false)} />;
  return <Show code={code} status={status} onNext={() => setAsking(true)} />;
}

function MakeNew() {
  const renew = useAction('session.newRecoveryCode', {
    onSuccess: ({ recoveryCode }) => showRecoveryCode(recoveryCode),
  });
  return (
    <StartPage
      title="Herstelcode nog niet bevestigd"
      lead="De herstelcode van deze administratie is nog niet overgetypt. Maak een nieuwe code; een eerdere afdruk werkt dan niet meer."
    >
      <FailureMessage failure={renew.error?.failure} />
      <div>
        <Button appearance="primary" disabledFocusable={renew.isPending} onClick={() => renew.mutate({})}>
          Nieuwe herstelcode maken
        </Button>
      </div>
    </StartPage>
  );
}

function Show({ code, status, onNext }: { code: string; status: SessionStatus; onNext: () => void }) {
  const styles = useStyles();
  const now = useNow(60).toISOString();
  return (
    <StartPage
      wide
      title="Uw herstelcode"
      lead="Met deze code komt u in de administratie als u uw wachtwoord kwijt bent, ook op een andere computer. Zonder wachtwoord en zonder code kan niemand bij de gegevens: ook uw leverancier niet."
    >
      <p className={styles.code} data-recovery-code>
        {code}
      </p>
      <div className="only-print">
        Administratie van {status.schoolName} (BRIN {status.brinnummer}, aanleverpunt {status.aanleverpunt}), code
        gemaakt op {dayOf(now)}.
      </div>
      <Text>
        Druk de code af of schrijf haar over, en bewaar het papier op een veilige plaats, bijvoorbeeld in de kluis. De
        code wordt maar één keer getoond.
      </Text>
      <div className={`${styles.buttons} no-print`}>
        <Button icon={<PrintRegular />} onClick={() => void window.las.host.print()}>
          Afdrukken
        </Button>
        <Button appearance="primary" onClick={onNext}>
          Ik heb de code op papier
        </Button>
      </div>
    </StartPage>
  );
}

function AskBack({ code, onBack }: { code: string; onBack: () => void }) {
  const styles = useStyles();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const confirm = useAction('session.confirmRecoveryCode', {
    onSuccess: async () => {
      await askSessionAgain(client);
      forgetRecoveryCode();
    },
  });
  const complete = bareCode(typed).length >= bareCode(code).length;
  return (
    <StartPage
      title="Neem de herstelcode over"
      lead="Typ de code over van uw papier. Zo weten we zeker dat zij goed is bewaard."
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (complete && !confirm.isPending) confirm.mutate({ recoveryCode: typed });
        }}
      >
        <FailureMessage failure={confirm.error?.failure} />
        <Field label="Herstelcode" hint="26 letters en cijfers. Streepjes en hoofdletters maken niet uit.">
          <Input
            autoFocus
            value={typed}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, data) => setTyped(data.value)}
          />
        </Field>
        <div className={styles.buttons}>
          <Button appearance="primary" type="submit" disabledFocusable={!complete || confirm.isPending}>
            {confirm.isPending ? 'Controleren…' : 'Code controleren'}
          </Button>
          <Button onClick={onBack}>Code nog eens bekijken</Button>
        </div>
      </form>
    </StartPage>
  );
}
