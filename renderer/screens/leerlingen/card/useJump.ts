import { useEffect, useRef, useState } from 'react';
import type { Route } from '../../../app/navigation.ts';
import { shownPlace } from './cardFacts.ts';
import { kindAt, type CardDraft } from './draft.ts';
import { domId, placeOf, type CardPlace } from './places.ts';

type Focus = Extract<Route, { screen: 'leerling' }>['focus'];

const HIGHLIGHTED_MS = 4000;

interface Options {
  mine: CardDraft;
  /** The card is there. */
  loaded: boolean;
  focus: Focus;
  /** The route that led here: another one with the same pupil leads to its own field. */
  route: Route;
  /** Shows the tab on which a place stands. */
  showTab: (scope: string | undefined, place: CardPlace | undefined) => void;
}

interface Jump {
  /** Shows a field, puts the cursor in it and makes it stand out. */
  jump: (scope: string | undefined, place: CardPlace) => void;
  /** The field that was jumped to and is to stand out, as its id in the page. */
  highlighted: string | undefined;
}

/** Jumping to a field of the card, which may first have to be drawn on another tab. */
export function useJump({ mine, loaded, focus, route, showTab }: Options): Jump {
  /** The ids in the page of the field and, where that is not shown, of its group. */
  const [target, setTarget] = useState<readonly string[]>();
  const [highlighted, setHighlighted] = useState<string>();

  const jump = (scope: string | undefined, place: CardPlace) => {
    showTab(scope, place);
    const { group, parent } = place;
    const whole = { group, ...(parent === undefined ? {} : { parent }) };
    setTarget([place, whole].map((at) => domId(scope ?? '', at)));
  };

  useEffect(() => {
    if (target === undefined) return;
    const frame = requestAnimationFrame(() => {
      const field = target.map((id) => document.getElementById(id)).find((found) => found !== null);
      if (!field) return;
      field.scrollIntoView({ block: 'center' });
      field.focus({ preventScroll: true });
      setHighlighted(field.id);
      setTarget(undefined);
    });
    return () => cancelAnimationFrame(frame);
  });
  useEffect(() => {
    if (highlighted === undefined) return;
    const timer = setTimeout(() => setHighlighted(undefined), HIGHLIGHTED_MS);
    return () => clearTimeout(timer);
  }, [highlighted]);

  // A route with a focus leads to its field once the card is there.
  const followed = useRef<Route>(undefined);
  useEffect(() => {
    if (!loaded || followed.current === route) return;
    followed.current = route;
    const scope = focus?.inschrijvingId === undefined ? undefined : String(focus.inschrijvingId);
    const place = focus?.gegevensgroep === undefined ? undefined : placeOf(focus, kindAt(mine, scope));
    if (place) jump(scope, shownPlace(mine, scope, place));
    else if (scope !== undefined) showTab(scope, undefined);
  });

  return { jump, highlighted };
}
