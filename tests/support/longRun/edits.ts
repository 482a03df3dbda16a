import { withLast, saveInschrijving, somePupil } from './pupils.ts';
import type { Work } from './work.ts';

/** Changes of what is kept of pupils at school. */
export const edits: readonly Work[] = [
  {
    name: 'another groep',
    perWeek: 6,
    perform: async (run) => {
      const looked = await somePupil(run);
      if (!looked) return;
      const { leerjaarGroep } = looked.gegevens;
      const groep = `${leerjaarGroep.at(-1)?.leerjaar ?? ''}${run.random.pick(['a', 'b', 'c'])}`;
      await saveInschrijving(run, looked, { leerjaarGroep: withLast(leerjaarGroep, { groep }) });
    },
  },
  {
    name: 'another gewicht',
    perWeek: 3,
    perform: async (run) => {
      const looked = await somePupil(run);
      if (!looked) return;
      const gewicht = withLast(looked.gegevens.gewicht, { gewicht: run.random.pick(['0', '0,30', '1,20']) });
      await saveInschrijving(run, looked, { gewicht });
    },
  },
];
