import { makeStyles, tokens } from '@fluentui/react-components';

/** How the tables of this screen look. */
export const useTableStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    overflowWrap: 'anywhere',
    '& .fui-Select': { minWidth: 0, width: '100%' },
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'middle',
      padding: '6px 12px 6px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& th': { fontWeight: tokens.fontWeightSemibold },
  },
  even: { tableLayout: 'fixed' },
  number: { width: '6rem' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '4px', justifyContent: 'flex-end' },
});
