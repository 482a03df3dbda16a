import {
  ArrowExportFilled,
  ArrowExportRegular,
  ArrowSwapFilled,
  ArrowSwapRegular,
  BookQuestionMarkFilled,
  BookQuestionMarkRegular,
  bundleIcon,
  CalculatorFilled,
  CalculatorRegular,
  CalendarTodayFilled,
  CalendarTodayRegular,
  HistoryFilled,
  HistoryRegular,
  MailInboxFilled,
  MailInboxRegular,
  PeopleFilled,
  PeopleRegular,
  PeopleTeamFilled,
  PeopleTeamRegular,
  PlugConnectedFilled,
  PlugConnectedRegular,
  SettingsFilled,
  SettingsRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { brand } from './brand.ts';
import { mayDo, type Access } from '../../shared/api/roles.ts';
import type { SessionStatus } from '../../shared/api/session.ts';
import { mayNow } from './may.ts';
import { belowLeerlingen, isBelowLeerlingen, type Route } from './navigation.ts';

/** A screen in the main menu. */
export interface MenuScreen {
  screen: Exclude<Route['screen'], keyof typeof belowLeerlingen | keyof typeof belowOthers>;
  title: string;
  Icon: FluentIcon;
  /** What one must be allowed to do to have it in the menu. */
  access: Access;
  /** There is something to see also when nothing can be changed. */
  shows?: true;
}

/** What the other screens are called that stand in no menu. */
const belowOthers = {
  registratieoverzicht: 'Vergelijken met BRON',
  poorten: 'Poorten voor BRON',
  contact: 'Contactgegevens vergelijken',
  ageing: 'Is de school bij?',
} as const;

/** Every screen of the main menu, from top to bottom. */
const menu: readonly MenuScreen[] = [
  { screen: 'vandaag', title: 'Vandaag', Icon: bundleIcon(CalendarTodayFilled, CalendarTodayRegular), access: 'read' },
  { screen: 'leerlingen', title: 'Leerlingen', Icon: bundleIcon(PeopleFilled, PeopleRegular), access: 'ownGroup' },
  { screen: 'groepen', title: 'Groepen', Icon: bundleIcon(PeopleTeamFilled, PeopleTeamRegular), access: 'read' },
  { screen: 'uitwisselen', title: 'Uitwisselen', Icon: bundleIcon(ArrowSwapFilled, ArrowSwapRegular), access: 'read' },
  {
    screen: 'terugkoppelingen',
    title: 'Terugkoppelingen',
    Icon: bundleIcon(MailInboxFilled, MailInboxRegular),
    access: 'read',
  },
  {
    screen: 'aansluiting',
    title: 'Aansluiting',
    Icon: bundleIcon(PlugConnectedFilled, PlugConnectedRegular),
    access: 'read',
  },
  { screen: 'tellingen', title: 'Tellingen', Icon: bundleIcon(CalculatorFilled, CalculatorRegular), access: 'read' },
  {
    screen: 'exporteren',
    title: 'Exporteren',
    Icon: bundleIcon(ArrowExportFilled, ArrowExportRegular),
    access: 'transfer',
  },
  { screen: 'instellingen', title: 'Instellingen', Icon: bundleIcon(SettingsFilled, SettingsRegular), access: 'open' },
  {
    screen: 'logboek',
    title: 'Logboek',
    Icon: bundleIcon(HistoryFilled, HistoryRegular),
    access: 'manage',
    shows: true,
  },
  {
    screen: 'handleiding',
    title: 'Handleiding',
    Icon: bundleIcon(BookQuestionMarkFilled, BookQuestionMarkRegular),
    access: 'open',
  },
];

/** The main menu of the user at work. The first is where the program begins; the place in the list is also its key. */
export const menuOf = (status: Pick<SessionStatus, 'role' | 'readOnly'>): readonly MenuScreen[] =>
  menu.filter(({ access, shows }) => (shows ? mayDo(status.role, access) : mayNow(status, access)));

/** The menu item that a route belongs to. */
export const menuScreenOf = ({ screen }: Route): MenuScreen['screen'] => {
  if (screen === 'registratieoverzicht') return 'uitwisselen';
  if (screen === 'poorten') return 'instellingen';
  if (screen === 'contact') return 'aansluiting';
  if (screen === 'ageing') return 'vandaag';
  return isBelowLeerlingen(screen) ? 'leerlingen' : screen;
};

/** What the window is called on this screen. No names of pupils: the title shows in the taskbar. */
export const windowTitle = (route: Route, schoolName: string | undefined): string => {
  const { screen } = route;
  const titles: Partial<Record<Route['screen'], string>> = { ...belowLeerlingen, ...belowOthers };
  const title = titles[screen] ?? menu.find((entry) => entry.screen === screen)?.title;
  return [title, schoolName, brand.name].filter((part) => part !== undefined && part !== '').join(' - ');
};
