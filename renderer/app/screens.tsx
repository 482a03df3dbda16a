import {
  ArrowExportFilled,
  ArrowExportRegular,
  ArrowSwapFilled,
  ArrowSwapRegular,
  BookQuestionMarkFilled,
  BookQuestionMarkRegular,
  bundleIcon,
  CalendarTodayFilled,
  CalendarTodayRegular,
  MailInboxFilled,
  MailInboxRegular,
  PeopleFilled,
  PeopleRegular,
  PeopleTeamFilled,
  PeopleTeamRegular,
  SettingsFilled,
  SettingsRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { belowLeerlingen, isBelowLeerlingen, type Route } from './navigation.ts';

/** A screen in the main menu; its place in the list is also its key: Ctrl+1 and so on. */
export interface MenuScreen {
  screen: Exclude<Route['screen'], keyof typeof belowLeerlingen>;
  title: string;
  Icon: FluentIcon;
}

/** The main menu, from top to bottom. */
export const menu: readonly MenuScreen[] = [
  { screen: 'vandaag', title: 'Vandaag', Icon: bundleIcon(CalendarTodayFilled, CalendarTodayRegular) },
  { screen: 'leerlingen', title: 'Leerlingen', Icon: bundleIcon(PeopleFilled, PeopleRegular) },
  { screen: 'groepen', title: 'Groepen', Icon: bundleIcon(PeopleTeamFilled, PeopleTeamRegular) },
  { screen: 'uitwisselen', title: 'Uitwisselen', Icon: bundleIcon(ArrowSwapFilled, ArrowSwapRegular) },
  { screen: 'terugkoppelingen', title: 'Terugkoppelingen', Icon: bundleIcon(MailInboxFilled, MailInboxRegular) },
  { screen: 'exporteren', title: 'Exporteren', Icon: bundleIcon(ArrowExportFilled, ArrowExportRegular) },
  { screen: 'instellingen', title: 'Instellingen', Icon: bundleIcon(SettingsFilled, SettingsRegular) },
  {
    screen: 'handleiding',
    title: 'Handleiding',
    Icon: bundleIcon(BookQuestionMarkFilled, BookQuestionMarkRegular),
  },
];

/** The menu item that a route belongs to. */
export const menuScreenOf = ({ screen }: Route): MenuScreen['screen'] =>
  isBelowLeerlingen(screen) ? 'leerlingen' : screen;

/** What the window is called on this screen. No names of pupils: the title shows in the taskbar. */
export const windowTitle = (route: Route, schoolName: string | undefined): string => {
  const { screen } = route;
  const title = isBelowLeerlingen(screen)
    ? belowLeerlingen[screen]
    : (menu.find((entry) => entry.screen === screen)?.title ?? '');
  return [title, schoolName, 'Bronwijs'].filter((part) => part !== undefined && part !== '').join(' - ');
};
