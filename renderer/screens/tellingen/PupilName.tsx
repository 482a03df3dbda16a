import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { useNavigation, type Route } from '../../app/navigation.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';

type Focus = NonNullable<Extract<Route, { screen: 'leerling' }>['focus']>;

/** Where something of a pupil is mended on its card. */
export interface FieldPlace {
  gegevensgroep: string;
  element?: string | undefined;
  voorkomen?: number | undefined;
}

interface Who {
  naam: string;
  geboortedatum: string;
  leerlingId?: number | undefined;
  inschrijvingId?: number | undefined;
}

/** Opens the card of a pupil, at a field where one is named. */
export function useOpenPupil(): (who: Who, place?: FieldPlace) => void {
  const go = useNavigation((state) => state.go);
  return ({ leerlingId, inschrijvingId }, place) => {
    if (leerlingId === undefined) return;
    const focus = Object.fromEntries(
      Object.entries({ inschrijvingId, ...place }).filter(([, value]) => value !== undefined),
    ) as Focus;
    go({ screen: 'leerling', id: leerlingId, focus });
  };
}

/** The name of a pupil with its date of birth; it leads to the card where the pupil is here. */
export function PupilName({ who }: { who: Who }) {
  const open = useOpenPupil();
  const { naam, geboortedatum, leerlingId } = who;
  const born = geboortedatum === '' ? '' : ` (${formatDutchDate(geboortedatum)})`;
  return (
    <>
      {leerlingId === undefined ? naam : <TextLink onClick={() => open(who)}>{naam}</TextLink>}
      {born}
    </>
  );
}
