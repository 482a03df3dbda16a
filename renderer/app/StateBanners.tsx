import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular, EyeRegular, PauseCircleRegular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { mayDo } from '../../shared/api/roles.ts';
import type { SessionStatus } from '../../shared/api/session.ts';
import { useRestoreDialog } from '../screens/backup/restoreState.ts';
import { newestOwn, pupilsIn } from '../texts/backup.ts';
import { longMoment } from '../texts/format.ts';
import { useOperation } from './api.ts';
import { useNavigation } from './navigation.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    padding: '8px 16px',
    '@media (forced-colors: active)': { borderBottom: '1px solid CanvasText' },
  },
  words: { flex: '1 1 24rem', display: 'flex', alignItems: 'center', gap: '8px' },
  icon: { flexShrink: 0 },
  held: {
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  damaged: {
    color: tokens.colorStatusDangerForeground3,
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderBottom: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
});

/** Says on every screen what keeps the administration from being used in full. */
export function StateBanners({ status }: { status: SessionStatus }) {
  return (
    <>
      {status.safe ? <SafeBanner /> : null}
      {status.readOnly && !status.safe ? <DamagedBanner status={status} /> : null}
      {status.sendingHeld && !status.readOnly ? (
        <ExchangeBanner label="Versturen staat stil">
          Deze administratie is teruggezet. Versturen staat stil totdat BRON heeft verteld wat het heeft.
        </ExchangeBanner>
      ) : null}
      {status.comparesFirst && !status.readOnly ? (
        <ExchangeBanner label="Eerst vergelijken met BRON">
          Deze administratie is teruggezet, en BRON heeft iets anders. Het programma verstuurt niets vanzelf totdat u
          hebt vergeleken en verstuurd.
        </ExchangeBanner>
      ) : null}
    </>
  );
}

function Banner(props: {
  kind: 'held' | 'damaged';
  label: string;
  icon: ReactElement;
  children: ReactNode;
  action?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <aside className={mergeClasses(styles.root, styles[props.kind], 'no-print')} aria-label={props.label}>
      <span className={styles.words}>
        <span className={styles.icon}>{props.icon}</span>
        <span>{props.children}</span>
      </span>
      {props.action}
    </aside>
  );
}

/** Also on the page that asks the password: she knows at once that this is not the program as it is every day. */
export function SafeBanner() {
  return (
    <Banner kind="held" label="Veilig gestart" icon={<EyeRegular fontSize={20} aria-hidden="true" />}>
      Veilig gestart: u kunt kijken, maar niets wijzigen, versturen of ophalen, ook niet automatisch. Sluit het
      programma en start het gewoon, zonder --veilig, om verder te werken.
    </Banner>
  );
}

/** Something of the exchange that waits for a person. */
function ExchangeBanner({ label, children }: { label: string; children: ReactNode }) {
  const { route, go } = useNavigation();
  return (
    <Banner
      kind="held"
      label={label}
      icon={<PauseCircleRegular fontSize={20} aria-hidden="true" />}
      action={
        route.screen === 'uitwisselen' ? undefined : (
          <Button size="small" onClick={() => go({ screen: 'uitwisselen' })}>
            Naar Uitwisselen
          </Button>
        )
      }
    >
      {children}
    </Banner>
  );
}

function DamagedBanner({ status }: { status: SessionStatus }) {
  const setRestoring = useRestoreDialog((state) => state.setOpen);
  const { data } = useOperation('restore.known', {});
  const newest = data && newestOwn(data.backups);
  return (
    <Banner
      kind="damaged"
      label="Beschadigde administratie"
      icon={<ErrorCircleRegular fontSize={20} aria-hidden="true" />}
      action={
        mayDo(status.role, 'manage') ? (
          <Button size="small" appearance="primary" onClick={() => setRestoring(true)}>
            Reservekopie terugzetten…
          </Button>
        ) : undefined
      }
    >
      Het bestand van de administratie is beschadigd. U kunt kijken, zover het te lezen is, maar niets wijzigen.{' '}
      {newest
        ? `De nieuwste goede reservekopie is van ${longMoment(newest.madeAt)}, met ${pupilsIn(newest)}.`
        : 'Op deze computer staat geen reservekopie: kies er een van een andere plaats.'}
    </Banner>
  );
}
