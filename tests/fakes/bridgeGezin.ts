// The part of the fake bridge that is about verzorgers and families: enough to look at the screens.
import type { OperationName, Output } from '../../shared/api/contract.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';
import { nameOf, type FakeWorld } from './bridgeWorld.ts';

/** The operations on families: every pupil has one verzorger and may have a sister. */
export function gezinHandlers(world: FakeWorld): HandlersOf<Extract<OperationName, `gezin.${string}`>> {
  const verzorger: Output<'gezin.get'>['verzorgers'][number] = {
    id: 1,
    version: 1,
    gegevens: {
      voorletters: 'M.',
      roepnaam: 'Mieke',
      achternaam: 'Jansen',
      telefoonMobile: '06 12345678',
      opleiding: '3',
    },
    link: { id: 1, version: 1, gegevens: { relatie: 'moeder', gezagsdrager: 'true', livesWithLeerling: 'true' } },
    address: 'Dorpsstraat 1, 1234AB Ons Dorp',
    alsoOf: [],
  };
  const named = (id: number) => ({
    id,
    version: 1,
    naam: nameOf(world.leerlingen.get(id)?.card.persoon ?? {}),
    together: true,
    from: 'Dorpsstraat 1',
    messages: 1,
  });
  return {
    'gezin.get': () => ({
      verzorgers: [verzorger],
      siblings: [{ leerlingId: 2, naam: named(2).naam, state: 'maybe', because: ['address'] }],
    }),
    'gezin.search': () => ({ rows: [], more: false }),
    'gezin.saveVerzorger': () => ({ id: 1 }),
    'gezin.linkVerzorger': () => ({}),
    'gezin.unlinkVerzorger': () => ({ deleted: true }),
    'gezin.order': () => ({}),
    'gezin.decideSiblings': () => ({}),
    'gezin.previewMove': ({ leerlingId }) => ({
      left: 'Dorpsstraat 1',
      leerling: named(leerlingId),
      leerlingen: [named(2)],
      verzorgers: [{ id: 1, version: 1, naam: 'Jansen, Mieke', together: true }],
    }),
    'gezin.move': () => ({ messages: 2 }),
  };
}
