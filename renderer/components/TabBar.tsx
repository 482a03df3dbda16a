import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    font: 'inherit',
    color: tokens.colorNeutralForeground2,
    background: 'none',
    border: 'none',
    borderBottom: '3px solid transparent',
    padding: '10px 12px 8px',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
    ':hover': { borderBottomColor: tokens.colorBrandStroke1 },
  },
});

export interface TabOfBar {
  value: string;
  name: string;
}

interface Props {
  /** What the tabs are of. */
  label: string;
  tabs: readonly TabOfBar[];
  selected: string;
  panelId: string;
  onSelect: (value: string) => void;
}

/** The id of a tab in the page. */
export const tabId = (panelId: string, value: string): string => `${panelId}-${value}`;

/**
 * Tabs above a panel: arrow keys, Home and End, one stop for Tab.
 * Fluent's TabList puts focusable elements for its own use in the list, which axe rejects (aria-hidden-focus).
 */
export function TabBar({ label, tabs, selected, panelId, onSelect }: Props) {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent) => {
    const index = tabs.findIndex(({ value }) => value === selected);
    const steps: Record<string, number> = {
      ArrowRight: index + 1,
      ArrowLeft: index - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = steps[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onSelect(next.value);
    document.getElementById(tabId(panelId, next.value))?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
      {tabs.map(({ value, name }) => (
        <button
          key={value}
          id={tabId(panelId, value)}
          type="button"
          role="tab"
          aria-selected={value === selected}
          aria-controls={panelId}
          tabIndex={value === selected ? 0 : -1}
          className={mergeClasses(styles.tab, value === selected && styles.selected)}
          onClick={() => onSelect(value)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
