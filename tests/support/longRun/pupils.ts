import type { Output } from '../../../shared/api/contract.ts';
import type { GegevensWpo } from '../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { asWpo } from '../pupils.ts';
import type { Child } from './children.ts';
import type { LongRun } from './world.ts';

type Card = Output<'leerlingen.get'>;
type Inschrijving = Card['inschrijvingen'][number];

/** A pupil whom the office looks at: the card, the newest inschrijving, and the child as it is. */
export interface Looked {
  card: Card;
  inschrijving: Inschrijving;
  gegevens: GegevensWpo;
  child: Child;
}

/** The pupil as the office sees it; undefined when there is not enough to work with. */
export async function look(run: LongRun, id: number): Promise<Looked | undefined> {
  const card = await run.attempt('leerlingen.get', { id });
  const child = card && run.childOf(card.persoon);
  const [inschrijving] = card?.inschrijvingen ?? [];
  if (!card || !inschrijving || !child) return undefined;
  return { card, inschrijving, gegevens: asWpo(inschrijving.gegevens), child };
}

const TRIES = 6;

/** Any pupil at school of whom this holds. */
export async function somePupil(
  run: LongRun,
  fits: (looked: Looked) => boolean = () => true,
): Promise<Looked | undefined> {
  const { total } = await run.call('leerlingen.list', { limit: 1 });
  for (let tried = 0; tried < TRIES && total > 0; tried += 1) {
    const { rows } = await run.call('leerlingen.list', { limit: 1, offset: run.random.below(total) });
    const looked = rows[0] && (await look(run, rows[0].id));
    if (looked && fits(looked)) return looked;
  }
  return undefined;
}

/** Saves changed gegevens of the newest inschrijving. */
export const saveInschrijving = (
  run: LongRun,
  { card, inschrijving: { id, version }, gegevens }: Looked,
  changes: Partial<GegevensWpo>,
) =>
  run.attempt('leerlingen.saveInschrijving', {
    leerlingId: card.id,
    id,
    version,
    gegevens: { ...gegevens, ...changes },
  });

/** Saves changed persoonsgegevens. */
export const savePersoon = (run: LongRun, { card }: Looked, changes: Persoonsgegevens) =>
  run.attempt('leerlingen.save', {
    id: card.id,
    version: card.version,
    persoon: { ...card.persoon, ...changes },
  });

/** The list with its last voorkomen changed. */
export const withLast = <T extends object>(list: readonly T[], changes: Partial<T>): T[] =>
  list.map((item, index) => (index === list.length - 1 ? { ...item, ...changes } : item));
