import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    zIndex: 1000,
    left: '8px',
    top: '-100px',
    padding: '8px 16px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ':focus': { top: '8px' },
  },
});

/** First stop of the Tab key: past the menu to the heading of the page. */
export function SkipLink() {
  const styles = useStyles();
  return (
    <button
      type="button"
      className={mergeClasses(styles.root, 'no-print')}
      onClick={() => document.querySelector<HTMLElement>('main h1')?.focus()}
    >
      Naar de inhoud
    </button>
  );
}
