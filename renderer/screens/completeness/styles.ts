import { makeStyles, tokens } from '@fluentui/react-components';

/** The row above the work lists: what is chosen, and how many there are. */
export const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    alignItems: 'flex-end',
    marginBottom: tokens.spacingVerticalM,
  },
  count: { marginLeft: 'auto', paddingBottom: tokens.spacingVerticalXS },
});
