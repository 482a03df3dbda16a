import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { FormerImport } from '../../../shared/api/import.ts';
import { useNavigation } from '../../app/navigation.ts';
import { countOf } from '../../texts/format.ts';

const useStyles = makeStyles({ root: { marginBottom: tokens.spacingVerticalL } });

/** What came of the import, and where there is work left. */
export function ImportDone({ item }: { item: FormerImport }) {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  const { nieuw, bijgewerkt, overgeslagen, onvolledig, aangenomen } = item.outcome;
  return (
    <MessageBar intent="success" layout="multiline" role="status" className={styles.root}>
      <MessageBarBody>
        <MessageBarTitle>De import is opgeslagen.</MessageBarTitle>
        {countOf(nieuw, 'nieuwe leerling', 'nieuwe leerlingen')}, {bijgewerkt} bijgewerkt, {overgeslagen} overgeslagen.
        {onvolledig > 0 ? ` ${countOf(onvolledig, 'leerling is', 'leerlingen zijn')} onvolledig.` : ''}
        {aangenomen > 0 ? ` ${countOf(aangenomen, 'gegeven is', 'gegevens zijn')} aangenomen en te bevestigen.` : ''}
      </MessageBarBody>
      <MessageBarActions>
        {onvolledig > 0 ? <Button onClick={() => go({ screen: 'onvolledig' })}>Onvolledig</Button> : null}
        {aangenomen > 0 ? <Button onClick={() => go({ screen: 'aangenomen' })}>Aangenomen</Button> : null}
      </MessageBarActions>
    </MessageBar>
  );
}
