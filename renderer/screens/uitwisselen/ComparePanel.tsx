import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';

const useStyles = makeStyles({ root: { marginBottom: '16px' } });

interface Props {
  /** Of how many inschrijvingen BRON has something else than what was put back. */
  count: number;
  onCompare: () => void;
}

/** Before what was put back goes to BRON: what BRON has may be newer. */
export function ComparePanel({ count, onCompare }: Props) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.root}>
      <MessageBarBody>
        <MessageBarTitle>Vergelijk eerst met BRON.</MessageBarTitle>
        {count === 1
          ? 'Bij één inschrijving heeft BRON iets anders dan deze teruggezette administratie. Dat kan nieuwer zijn'
          : `Bij ${String(count)} inschrijvingen heeft BRON iets anders dan deze teruggezette administratie. Dat kan nieuwer zijn`}
        : neem over wat na de kopie is gewijzigd, en gooi weg wat BRON na de kopie heeft verwijderd. Versturen vervangt
        wat BRON heeft door wat hier staat. Daarom verstuurt het programma niets vanzelf totdat u zelf op Versturen hebt
        gekozen, of totdat u elk verschil hebt overgenomen of laten staan.
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" onClick={onCompare}>
          Vergelijken met BRON
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
