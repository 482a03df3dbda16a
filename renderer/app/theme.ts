import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

/** Petrol: calm, and dark enough at 80 for white letters on it (5.7 to 1). */
const brand: BrandVariants = {
  10: '#02070A',
  20: '#0A1B21',
  30: '#0B2C36',
  40: '#0B3946',
  50: '#0A4656',
  60: '#095466',
  70: '#086176',
  80: '#0B6E85',
  90: '#2C7E95',
  100: '#478EA4',
  110: '#5F9EB3',
  120: '#78AFC2',
  130: '#91C0D0',
  140: '#ABD1DE',
  150: '#C7E1EB',
  160: '#E3F1F6',
};

const fonts = { fontFamilyBase: "'Segoe UI Variable', 'Segoe UI', system-ui, 'Noto Sans', sans-serif" };
// Fluent's own grey for hints (3.9 to 1 on the canvas) is too faint for WCAG 2.2 AA.
const lightTheme: Theme = {
  ...createLightTheme(brand),
  ...fonts,
  colorNeutralForeground3: '#5c5c5c',
  colorNeutralForeground4: '#666666',
};
const dark = createDarkTheme(brand);
const darkTheme: Theme = {
  ...dark,
  ...fonts,
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[130],
  colorBrandForegroundLinkHover: brand[140],
  colorBrandForegroundLinkPressed: brand[120],
  colorNeutralForeground4: '#adadad',
};
const contrastTheme: Theme = { ...teamsHighContrastTheme, ...fonts };

const darkQuery = matchMedia('(prefers-color-scheme: dark)');
const contrastQuery = matchMedia('(forced-colors: active)');
// Paper is white, whatever the screen is.
const printQuery = matchMedia('print');
const queries = [darkQuery, contrastQuery, printQuery];

const subscribe = (changed: () => void) => {
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
};

const current = () => {
  if (printQuery.matches) return lightTheme;
  if (contrastQuery.matches) return contrastTheme;
  return darkQuery.matches ? darkTheme : lightTheme;
};

/** The theme that the person chose in Windows: light, dark or high contrast. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, current);
