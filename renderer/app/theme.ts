import { createDarkTheme, createLightTheme, teamsHighContrastTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { brand } from './brand.ts';
import { shadesOf } from './shades.ts';

const shades = shadesOf(brand.colour);

const fonts = { fontFamilyBase: "'Segoe UI Variable', 'Segoe UI', system-ui, 'Noto Sans', sans-serif" };
// Fluent's own grey for hints (3.9 to 1 on the canvas) is too faint for WCAG 2.2 AA.
const lightTheme: Theme = {
  ...createLightTheme(shades),
  ...fonts,
  colorNeutralForeground3: '#5c5c5c',
  colorNeutralForeground4: '#666666',
};
const dark = createDarkTheme(shades);
const darkTheme: Theme = {
  ...dark,
  ...fonts,
  colorBrandForeground1: shades[120],
  colorBrandForeground2: shades[130],
  colorBrandForegroundLink: shades[130],
  colorBrandForegroundLinkHover: shades[140],
  colorBrandForegroundLinkPressed: shades[120],
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
