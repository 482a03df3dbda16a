import type { ComponentType } from 'react';
import type { SessionStatus } from '../../shared/api/session.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Handleiding } from '../screens/handleiding/Handleiding.tsx';
import { Instellingen } from '../screens/instellingen/Instellingen.tsx';
import type { Route } from './navigation.ts';
import { menu } from './screens.tsx';

type Made = Record<string, ComponentType<{ status: SessionStatus; route: Route }>>;
const made = import.meta.glob<Made>(['../screens/{vandaag,leerlingen,uitwisselen,terugkoppelingen}/*.tsx'], {
  eager: true,
});
const find = (file: string, name: string) => made[`../screens/${file}.tsx`]?.[name];

/** The screen that a route shows. */
export function Screen({ route, status }: { route: Route; status: SessionStatus }) {
  if (route.screen === 'instellingen') return <Instellingen status={status} />;
  if (route.screen === 'handleiding') return <Handleiding page={route.page} />;
  const name = route.screen.charAt(0).toUpperCase() + route.screen.slice(1);
  const Found =
    find(`${route.screen}/${name}`, name) ??
    find(`leerlingen/${name}`, name) ??
    find(`${route.screen}/${name}Screen`, `${name}Screen`);
  if (Found) return <Found status={status} route={route} />;
  return (
    <>
      <PageHeader title={menu.find(({ screen }) => screen === route.screen)?.title ?? 'Leerling'} />
      <EmptyState title="Dit scherm wordt gemaakt" />
    </>
  );
}
