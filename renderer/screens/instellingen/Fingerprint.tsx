import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';

const useStyles = makeStyles({
  root: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
});

/** The fingerprint of a certificate. A line breaks between two of its bytes only, and copying gives it as it is. */
export function Fingerprint({ value }: { value: string }) {
  const styles = useStyles();
  const [first, ...others] = value.split(':');
  return (
    <span className={styles.root}>
      {first}
      {others.map((byte, at) => (
        <Fragment key={at}>
          :<wbr />
          {byte}
        </Fragment>
      ))}
    </span>
  );
}
