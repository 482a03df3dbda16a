import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useNavigation } from './navigation.ts';

const useStyles = makeStyles({ root: { marginBottom: '16px' } });

/** Tells the beheerder on every screen that the end of the log of changes is gone. */
export function LogCutWarning() {
  const styles = useStyles();
  const go = useNavigation((state) => state.go);
  return (
    <MessageBar intent="error" layout="multiline" className={styles.root}>
      <MessageBarBody>
        <MessageBarTitle>Aan het eind van het logboek ontbreken regels.</MessageBarTitle>
        Ze waren er nog toen dit programma voor het laatst werd gebruikt.
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => go({ screen: 'logboek' })}>Naar het logboek</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
