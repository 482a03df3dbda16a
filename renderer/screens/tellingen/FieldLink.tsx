import { useKind } from '../../app/useKind.ts';
import { placeName, placeOf } from '../leerlingen/card/places.ts';
import { TextLink } from '../uitwisselen/TextLink.tsx';
import { useOpenPupil, type FieldPlace } from './PupilName.tsx';

interface Props {
  who: Parameters<ReturnType<typeof useOpenPupil>>[0];
  place: FieldPlace;
}

/** Leads to the field of a pupil that a text is about; nothing for a pupil who is not here. */
export function FieldLink({ who, place }: Props) {
  const kind = useKind();
  const open = useOpenPupil();
  if (who.leerlingId === undefined) return null;
  const { gegevensgroep, element, voorkomen } = place;
  const name = placeName(
    placeOf(
      {
        gegevensgroep,
        ...(element === undefined ? {} : { element }),
        ...(voorkomen === undefined ? {} : { voorkomen }),
      },
      kind,
    ),
    kind,
  );
  return (
    <span className="no-print">
      <TextLink label={`Naar ${name} van ${who.naam}`} onClick={() => open(who, place)}>
        Naar {name}
      </TextLink>
    </span>
  );
}
