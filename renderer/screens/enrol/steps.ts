import { isOfLeerling, type CardPlace } from '../leerlingen/card/places.ts';

/** The steps of inschrijven, in order. */
export const steps = [
  { key: 'find', title: 'Is de leerling al bekend?' },
  { key: 'persoon', title: 'Persoonsgegevens' },
  { key: 'start', title: 'Inschrijving' },
  { key: 'group', title: 'Groep' },
  { key: 'check', title: 'Controleren' },
] as const;
export type StepKey = (typeof steps)[number]['key'];

export const indexOf = (step: StepKey): number => steps.findIndex(({ key }) => key === step);

/** The step so many places further (or back). */
export const stepFrom = (step: StepKey, by: 1 | -1): StepKey => steps[indexOf(step) + by]?.key ?? step;

/** The step in which a gegeven stands. */
export function stepOf(place: CardPlace): StepKey {
  if (isOfLeerling(place)) return 'persoon';
  return place.group === 'leerjaarGroep' ? 'group' : 'start';
}
