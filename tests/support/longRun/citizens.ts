import { addressOf, adressenOf } from './children.ts';
import { saveInschrijving, somePupil, type Looked } from './pupils.ts';
import type { Work } from './work.ts';
import type { LongRun } from './world.ts';

/** The BRP hears of a change; schools that see it get bericht 15. */
const tellBrp = (run: LongRun, bsn: string, changes: object) => run.bron.tell(`/brp/${bsn}`, changes, 'PATCH');

/** The child lives somewhere else from today on. */
function moves(run: LongRun, { child }: Looked) {
  const moved = { ...child, ...addressOf(run.random) };
  run.known.set(child.burgerservicenummer, moved);
  return moved;
}

const OTHER_SCHOOL = '98AA';
let doubles = 0;

/** What happens to children outside the school, and what other schools do. */
export const citizens: readonly Work[] = [
  {
    name: 'a move that the gemeente knows first',
    perWeek: 3,
    perform: async (run) => {
      const looked = await somePupil(run);
      if (!looked) return;
      const moved = moves(run, looked);
      await tellBrp(run, moved.burgerservicenummer, { adressen: adressenOf(moved, run.today) });
    },
  },
  {
    name: 'a move that the school knows too',
    perWeek: 3,
    perform: async (run) => {
      const looked = await somePupil(run);
      if (!looked) return;
      const moved = moves(run, looked);
      await tellBrp(run, moved.burgerservicenummer, { adressen: adressenOf(moved, run.today) });
      const { id, version, persoon } = looked.card;
      const { straatnaam, huisnummer, plaatsnaam, postcode } = moved;
      const leerling = {
        ...{ version, movedOn: run.today },
        persoon: { ...persoon, straatnaam, huisnummer, plaatsnaam, postcode },
      };
      await run.attempt('leerlingen.saveCard', { id, leerling, inschrijvingen: [] });
    },
  },
  {
    name: 'another surname in the BRP',
    perWeek: 0.5,
    perform: async (run) => {
      const looked = await somePupil(run);
      if (!looked) return;
      const { child } = looked;
      run.known.set(child.burgerservicenummer, { ...child, achternaam: 'Nieuwenhuis', voorvoegsel: undefined });
      await tellBrp(run, child.burgerservicenummer, { geslachtsnaam: 'Nieuwenhuis', voorvoegsel: null });
    },
  },
  {
    name: 'dubbele inschrijving at another school',
    perWeek: 0.6,
    perform: async (run) => {
      const looked = await somePupil(run, ({ inschrijving: { bronState } }) => bronState === 'geregistreerd');
      if (!looked) return;
      const { burgerservicenummer, geboortedatum, geslacht = '' } = looked.child;
      doubles += 1;
      const begindatum = run.today;
      const content = {
        ...{ datumInschrijving: begindatum, aanduidingNnca: '1' },
        vestiging: [{ begindatum, vestigingsvolgnummer: '00' }],
        indicatieBekostiging: [{ begindatum, indicatieBekostiging: 'true' }],
        leerjaarGroep: [{ begindatum, leerjaar: '1', groep: '1' }],
      };
      const inschrijving = {
        ...{ brinnummer: OTHER_SCHOOL, aanleverpunt: '00', deliveredOn: run.today, kind: 'inschrijvingWpo', content },
        berichtidentificatie: `00DUB${String(doubles).padStart(11, '0')}`,
      };
      const person = { burgerservicenummer, geboortedatum, geslacht, inschrijvingen: [inschrijving] };
      await run.bron.tell('/register', { persons: [person] });
      await run.bron.tell('/dubbele-inschrijvingen', {});
    },
  },
  {
    name: 'past gegevens corrected',
    perWeek: 2,
    perform: async (run) => {
      const looked = await somePupil(run, ({ gegevens }) => gegevens.leerjaarGroep.length > 1);
      if (!looked) return;
      const [first, ...later] = looked.gegevens.leerjaarGroep;
      if (first) await saveInschrijving(run, looked, { leerjaarGroep: [{ ...first, groep: 'Zon' }, ...later] });
    },
  },
];
