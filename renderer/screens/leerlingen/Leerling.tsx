import { useState } from 'react';
import type { SessionStatus } from '../../../shared/api/session.ts';
import { mayNow } from '../../app/may.ts';
import { useNavigation, type Route } from '../../app/navigation.ts';
import { useSchool } from '../../app/useSchool.ts';
import { Loading } from '../../components/Loading.tsx';
import { emptySchool } from '../../components/schoolForm.ts';
import { LeerlingCardView } from './card/LeerlingCardView.tsx';

/** The card of one pupil. A new pupil keeps its card, and all that was typed on it, when saving gives it an id. */
export function Leerling({ status, route }: { status: SessionStatus; route: Route }) {
  const [created, setCreated] = useState<number>();
  const school = useSchool();
  if (route.screen !== 'leerling') return null;
  if (!school && mayNow(status, 'read')) return <Loading label="De leerling wordt opgehaald…" />;
  const isNew = route.id === undefined || route.id === created;
  return (
    <LeerlingCardView
      key={isNew ? 'new' : route.id}
      {...(route.id === undefined || isNew ? {} : { id: route.id })}
      focus={route.focus}
      route={route}
      school={school ?? emptySchool}
      readOnly={!mayNow(status, 'register')}
      onCreated={(id) => {
        setCreated(id);
        // In the place of the empty card: going back leads to where one came from.
        useNavigation.setState({ route: { screen: 'leerling', id } });
      }}
    />
  );
}
