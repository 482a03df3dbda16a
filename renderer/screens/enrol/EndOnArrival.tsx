import type { LeerlingCard } from '../../../shared/api/leerlingen.ts';
import { useNavigation, type Route } from '../../app/navigation.ts';
import { EndDialog } from './dialogs/EndDialog.tsx';

/** The uitschrijving that the route to a card asks for; once closed, the route leads to the card alone. */
export function EndOnArrival({ card, route }: { card: LeerlingCard; route: Route }) {
  const leaving = route.screen === 'leerling' ? route.leaving : undefined;
  const inschrijving = card.inschrijvingen.find(({ id }) => id === leaving?.inschrijvingId);
  if (!leaving || !inschrijving) return null;
  return (
    <EndDialog
      inschrijving={inschrijving}
      known={leaving}
      onClose={() => useNavigation.setState({ route: { screen: 'leerling', id: card.id } })}
    />
  );
}
