// The part of the fake bridge that is about pupils and what BRON says of them.
import type { EventPayload, OperationName, Output, Parsed } from '../../shared/api/contract.ts';
import { emptyContact } from '../../shared/api/contact.ts';
import { LasError } from '../../shared/api/errors.ts';
import { nameOf, rowOf, type FakeWorld } from './bridgeWorld.ts';

/** A function for each of the operations named. */
export type HandlersOf<N extends OperationName> = { [K in N]: (input: Parsed<K>) => Output<K> | Promise<Output<K>> };

type Changed = (...topics: EventPayload<'data.changed'>['topics']) => void;

/** The operations on pupils and signalen. */
export function leerlingenHandlers(
  world: FakeWorld,
  changed: Changed,
): HandlersOf<Extract<OperationName, `leerlingen.${string}` | `terugkoppelingen.${string}`>> {
  const leerling = (id: number) => {
    const found = world.leerlingen.get(id);
    if (!found) throw new LasError('not-found');
    return found;
  };
  const signaal = (id: number) => {
    const found = [...world.leerlingen.values()].flatMap(({ card }) => card.inschrijvingen.flatMap((i) => i.signalen));
    const one = found.find((item) => item.id === id);
    if (!one) throw new LasError('not-found');
    return one;
  };
  const settle = (id: number) => {
    const item = leerling(id);
    item.row = rowOf(item.card);
    changed('leerlingen', 'exchange');
  };
  const work = () =>
    [...world.leerlingen.values()].flatMap(({ card, row }) =>
      card.inschrijvingen.flatMap(({ signalen }) =>
        signalen
          .filter((item) => item.state === 'open')
          .map(({ id, ...item }) => ({
            ...item,
            key: String(id),
            part: '',
            signaalId: id,
            leerlingNaam: nameOf(card.persoon),
            ...(row.groep ? { groep: row.groep } : {}),
            kind: 'signaal' as const,
          })),
      ),
    );

  const handlers: HandlersOf<Extract<OperationName, `leerlingen.${string}` | `terugkoppelingen.${string}`>> = {
    'leerlingen.list': ({ search = '', bronState, show, offset, limit }) => {
      const words = search.toLowerCase().split(/\s+/);
      const rows = [...world.leerlingen.values()]
        .map(({ row }) => row)
        .filter((row) => words.every((word) => `${row.naam} ${row.leerlingnummer ?? ''}`.toLowerCase().includes(word)))
        .filter((row) => bronState === undefined || row.bronState === bronState)
        .filter((row) => show === 'alle' || row.uitgeschreven === (show === 'uitgeschreven'));
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    'leerlingen.get': ({ id }) => structuredClone(leerling(id).card),
    'leerlingen.save': ({ id, persoon }) => {
      const known = id === undefined ? undefined : leerling(id).card;
      const card = known ?? {
        id: world.leerlingen.size + 1,
        version: 0,
        bronState: 'geen inschrijving' as const,
        persoon,
        contact: emptyContact(),
        adresHidden: false,
        inschrijvingen: [],
      };
      Object.assign(card, { persoon, version: card.version + 1 });
      world.leerlingen.set(card.id, { card, row: rowOf(card) });
      changed('leerlingen');
      return { id: card.id, version: card.version };
    },
    'leerlingen.saveCard': async ({ id: known, leerling: part, inschrijvingen }) => {
      const id = known ?? world.leerlingen.size + 1;
      const { persoon, contact } = part ?? leerling(id).card;
      await handlers['leerlingen.save']({ ...(known === undefined ? {} : { id }), persoon });
      if (contact) leerling(id).card.contact = contact;
      const saved = [];
      for (const item of inschrijvingen)
        saved.push(await handlers['leerlingen.saveInschrijving']({ leerlingId: id, ...item }));
      return {
        id,
        version: leerling(id).card.version,
        inschrijvingen: saved.map(({ id: saved, version }) => ({ id: saved, version })),
      };
    },
    'leerlingen.saveInschrijving': ({ leerlingId, id, gegevens }) => {
      const { card } = leerling(leerlingId);
      const known = card.inschrijvingen.find((item) => item.id === id);
      const item = known ?? {
        id: leerlingId * 1000,
        version: 0,
        gegevens,
        bronState: 'aan te leveren' as const,
        knownByBron: false,
        findings: [],
        signalen: [],
      };
      if (!known) card.inschrijvingen.push(item);
      Object.assign(item, {
        gegevens,
        version: item.version + 1,
        bronState: 'aan te leveren',
        deliverBy: '2009-11-09',
      });
      card.bronState = 'aan te leveren';
      settle(leerlingId);
      return { id: item.id, version: item.version, findings: [], deliverBy: '2009-11-09' };
    },
    'leerlingen.check': () => ({ findings: [] }),
    'terugkoppelingen.work': ({ ernst, code, offset, limit }) => {
      const all = work();
      const rows = all.filter(
        (row) => (ernst === undefined || row.ernst === ernst) && (code === undefined || row.code === code),
      );
      const codes = [...Map.groupBy(all, (row) => row.code)].flatMap(([key, list]) =>
        list.slice(0, 1).map((row) => ({
          key,
          code: row.code,
          ernst: row.ernst,
          title: row.title,
          meaning: row.meaning,
          remedy: row.remedy,
          count: list.length,
          tickable: list.length,
        })),
      );
      const page = rows.slice(offset, offset + limit);
      return { total: rows.length, rows: page, codes, groepen: [], open: all.length, unregistered: 0 };
    },
    'terugkoppelingen.printout': () => ({ groepen: [] }),
    'terugkoppelingen.tickOffAll': ({ expected }) => ({ count: expected }),
    'terugkoppelingen.reopen': ({ signaalId }) => {
      Object.assign(signaal(signaalId), { state: 'open' });
      settle(signaalId);
      return {};
    },
    'terugkoppelingen.tickOff': ({ signaalId, note }) => {
      Object.assign(signaal(signaalId), { state: 'afgevinkt', note });
      settle(signaalId);
      return {};
    },
    'terugkoppelingen.takeOver': ({ signaalId }) => {
      Object.assign(signaal(signaalId), { state: 'afgevinkt' });
      settle(signaalId);
      return {};
    },
  };
  return handlers;
}
