// The part of the fake bridge that is about groepen, school years and families: enough to look at the screens.
import type { EventPayload, OperationName, Output } from '../../shared/api/contract.ts';
import { nameOf, type FakeWorld } from './bridgeWorld.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';

type Changed = (...topics: EventPayload<'data.changed'>['topics']) => void;
type Groep = Output<'groepen.list'>['rows'][number];
type Years = Output<'schoolYears.list'>;

/** The operations on groepen and school years. */
export function groepenHandlers(
  world: FakeWorld,
  changed: Changed,
): HandlersOf<Extract<OperationName, `groepen.${string}` | `schoolYears.${string}`>> {
  const years: Years = { vakantieregio: 'midden', years: [] };
  let groepen: Groep[] = ['1/2', '3', '4', '5', '6', '7', '8'].map((naam, index) => ({
    id: index + 1,
    version: 1,
    schooljaar: '2009-2010',
    vestigingsvolgnummer: '00',
    naam: `Groep ${naam}`,
    leerjaren: naam.split('/'),
    leerkrachten: index % 2 === 0 ? [{ userId: 'ank', naam: 'Juf Ank' }] : [],
    leerlingen: 20 + index,
  }));
  const pupils = () =>
    [...world.leerlingen.values()].map(({ card, row }) => ({
      leerlingId: card.id,
      inschrijvingId: card.id,
      version: 1,
      naam: nameOf(card.persoon),
      ...(row.groep ? { groep: row.groep } : {}),
      leerjaar: '3',
      vestigingsvolgnummer: '00',
    }));
  const naamOf = (inschrijvingId: number) =>
    pupils().find((pupil) => pupil.inschrijvingId === inschrijvingId)?.naam ?? '';
  return {
    'schoolYears.list': () => structuredClone(years),
    'schoolYears.save': ({ version = 0, ...year }) => {
      years.years = [
        ...years.years.filter(({ schooljaar }) => schooljaar !== year.schooljaar),
        { ...year, version: version + 1 },
      ];
      changed('groepen');
      return { version: version + 1 };
    },
    'schoolYears.saveVakantieregio': ({ vakantieregio }) => {
      years.vakantieregio = vakantieregio;
      changed('groepen');
      return {};
    },
    'groepen.list': ({ schooljaar }) => ({
      day: '2009-11-02',
      rows: groepen.filter((groep) => groep.schooljaar === schooljaar),
      without: 2,
      users: [{ userId: 'ank', naam: 'Juf Ank', role: 'leerkracht' }],
    }),
    'groepen.save': ({ id = groepen.length + 1, version = 0, leerkrachten, ...groep }) => {
      const saved = {
        ...groep,
        id,
        version: version + 1,
        leerlingen: 0,
        leerkrachten: leerkrachten.map((userId) => ({ userId, naam: 'Juf Ank' })),
      };
      groepen = [...groepen.filter((known) => known.id !== id), saved];
      changed('groepen');
      return { id, version: version + 1, leerlingen: 0 };
    },
    'groepen.remove': ({ id }) => {
      groepen = groepen.filter((groep) => groep.id !== id);
      changed('groepen');
      return {};
    },
    'groepen.order': ({ ids }) => {
      groepen.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
      changed('groepen');
      return {};
    },
    'groepen.adopt': () => ({ made: 0 }),
    'groepen.leerlingen': ({ offset, limit }) => ({
      day: '2009-11-02',
      total: pupils().length,
      rows: pupils().slice(offset, offset + limit),
    }),
    'groepen.previewPlacing': ({ groepId, begindatum, items }) => ({
      rows: items.map(({ inschrijvingId }) => ({
        inschrijvingId,
        version: 1,
        leerlingId: inschrijvingId,
        naam: naamOf(inschrijvingId),
        before: { leerjaar: '3', groep: 'Groep 3' },
        after: { leerjaar: '3', groep: groepen.find(({ id }) => id === groepId)?.naam ?? '' },
        begindatum,
        changes: true,
        findings: [],
      })),
    }),
    'groepen.place': ({ items }) => ({ leerlingen: items.length }),
    'groepen.previewNextYear': () => ({
      groepen,
      rows: pupils().map((pupil) => ({ ...pupil, proposal: { outcome: 'moves up', leerjaar: '4', groepId: 3 } })),
      done: 0,
    }),
    'groepen.nextYear': ({ items }) => ({ leerlingen: items.length }),
    'groepen.lastBatch': () => ({ sent: 0, changed: 0 }),
    'groepen.undo': () => ({ leerlingen: 0 }),
  };
}
