import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';

/** A password for one use, and whose it is. */
export interface Given {
  naam: string;
  login: string;
  password: string;
  /** The login of the person at work, who from now on is asked for it too. */
  ownLogin?: string;
}

const useStyles = makeStyles({
  content: { display: 'grid', gap: '12px' },
  list: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '6px 16px', margin: 0 },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', userSelect: 'all' },
});

/** Shows a password for one use, once. */
export function OneTimePassword({ given, onClose }: { given: Given; onClose: () => void }) {
  const styles = useStyles();
  const { naam, login, password, ownLogin } = given;
  return (
    <Dialog open modalType="alert" onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Eenmalig wachtwoord voor {naam}</DialogTitle>
          <DialogContent className={styles.content}>
            <dl className={styles.list}>
              <dt className={styles.term}>Gebruikersnaam</dt>
              <dd className={styles.value}>{login}</dd>
              <dt className={styles.term}>Wachtwoord</dt>
              <dd className={styles.value} data-one-time-password>
                {password}
              </dd>
            </dl>
            <div>
              Geef dit persoonlijk door, niet per e-mail. Het wordt maar één keer getoond. Bij het eerste gebruik kiest{' '}
              {naam} een eigen wachtwoord.
            </div>
            {ownLogin === undefined ? null : (
              <div>
                Er zijn nu meer gebruikers: bij het ontgrendelen vraagt het programma voortaan ook om een
                gebruikersnaam. Die van u is <strong>{ownLogin}</strong>.
              </div>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" autoFocus onClick={onClose}>
              Ik heb het genoteerd
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
