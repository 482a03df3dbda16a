import type { Pupil } from './population.mts';
import type { Random } from './random.mts';
import type { Mistake, Recipe } from './recipes.mts';
import { forBron } from './seenByBron.mts';
import { forVoorcontrole } from './seenByVoorcontrole.mts';

/** Chooses who carries which mistake; each pupil and each family at most one. May change what is true of a pupil. */
export function drawMistakes(random: Random, population: readonly Pupil[]): Mistake[] {
  const rest = random.shuffled(population);
  const siblingOf = (pupil: Pupil) =>
    population.find(
      (other) =>
        other.family === pupil.family && other !== pupil && other.persoon.geboortedatum !== pupil.persoon.geboortedatum,
    );
  const recipes = [...forBron(siblingOf), ...forVoorcontrole];
  // Those that fit few pupils choose first.
  const scarcity = (recipe: Recipe) => population.filter((pupil) => recipe.fits?.(pupil) ?? true).length;
  const order = recipes
    .map((recipe, index) => ({ recipe, index, fits: scarcity(recipe) }))
    .sort((a, b) => a.fits - b.fits || a.index - b.index);
  const made = order.map(({ recipe: { fits, make, ...mistake }, index }) => {
    const at = rest.findIndex((pupil) => fits?.(pupil) ?? true);
    const pupil = rest[at];
    if (!pupil) throw new Error(`nobody fits mistake ${mistake.codes.join()}`);
    for (let other = rest.length - 1; other >= 0; other -= 1)
      if (rest[other]?.family === pupil.family) rest.splice(other, 1);
    return { index, mistake: { ...mistake, pupil, wrong: make(pupil) } };
  });
  return made.sort((a, b) => a.index - b.index).map(({ mistake }) => mistake);
}
