// The part of the fake bridge that is about inschrijven, uitschrijven and the bin.
import type { EventPayload, OperationName, Output, Parsed } from '../../shared/api/contract.ts';
import { emptyContact } from '../../shared/api/contact.ts';
import { LasError } from '../../shared/api/errors.ts';
import type { InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import { announce } from '../../shared/domain/enrolment/announce.ts';
import { withStart } from '../../shared/domain/enrolment/correct.ts';
import { proposeEnd } from '../../shared/domain/enrolment/end.ts';
import { proposeGewicht } from '../../shared/domain/enrolment/gewicht.ts';
import { proposeNnca } from '../../shared/domain/enrolment/nnca.ts';
import { proposeStart } from '../../shared/domain/enrolment/start.ts';
import { nameOf, rowOf, type FakeWorld } from './bridgeWorld.ts';

type Names = Extract<
  OperationName,
  `enrolment.${string}` | `bin.${string}` | `retention.${string}` | `disclosure.${string}`
>;
type Handlers = { [N in Names]: (input: Parsed<N>) => Output<N> };
type Changed = (...topics: EventPayload<'data.changed'>['topics']) => void;

const DELIVER_BY = '2009-11-16';
const TODAY = '2009-11-02';

/** The operations on coming, leaving and the bin. */
export function enrolmentHandlers(world: FakeWorld, changed: Changed): Handlers {
  const cards = () => [...world.leerlingen.values()].map(({ card }) => card);
  const change = (id: number, edit: (gegevens: InschrijvingGegevens) => InschrijvingGegevens) => {
    const card = cards().find(({ inschrijvingen }) => inschrijvingen.some((item) => item.id === id));
    const item = card?.inschrijvingen.find((inschrijving) => inschrijving.id === id);
    if (!card || !item) throw new LasError('not-found');
    Object.assign(item, { gegevens: edit(item.gegevens), version: item.version + 1, bronState: 'aan te leveren' });
    world.leerlingen.set(card.id, { card, row: rowOf(card) });
    changed('leerlingen', 'exchange');
    return {
      leerlingId: card.id,
      inschrijvingId: id,
      version: item.version,
      findings: [],
      deliverBy: DELIVER_BY,
      announcement: announce({ blocking: 0, deliverBy: DELIVER_BY }),
    };
  };
  return {
    'enrolment.find': ({ achternaam, geboortedatum }) => ({
      matches: cards()
        .filter(({ persoon }) => persoon.achternaam === achternaam && persoon.geboortedatum === geboortedatum)
        .map(({ id, persoon }) => ({ leerlingId: id, naam: nameOf(persoon), by: 'name' as const, inBin: false })),
    }),
    'enrolment.propose': ({ geboortedatum, firstDay, firstSchoolDay, datumInschrijving, verzorgers }) => {
      const start = proposeStart({ geboortedatum, firstDay, firstSchoolDay });
      const facts = { verzorgers, geboortedatum, datumInschrijving: datumInschrijving ?? start.value, until: TODAY };
      return {
        datumInschrijving: start,
        nnca: proposeNnca(verzorgers),
        gewicht: proposeGewicht(facts),
        objections: [],
        known: { verzorgers: 0 },
      };
    },
    'enrolment.start': ({ persoon, gegevens, leerling }) => {
      const id = leerling?.id ?? world.leerlingen.size + 1;
      const item = {
        id: id * 1000,
        version: 0,
        gegevens,
        bronState: 'aan te leveren' as const,
        knownByBron: false,
        findings: [],
        signalen: [],
      };
      const card = {
        id,
        version: 1,
        bronState: 'aan te leveren' as const,
        persoon,
        contact: emptyContact(),
        adresHidden: false,
        inschrijvingen: [item],
      };
      world.leerlingen.set(id, { card, row: rowOf(card) });
      return change(item.id, (same) => same);
    },
    'enrolment.proposeEnd': (input) => ({ datumUitschrijving: proposeEnd(input), highestLeerjaar: false }),
    'enrolment.end': ({ inschrijvingId, datumUitschrijving }) =>
      change(inschrijvingId, (gegevens) => ({ ...gegevens, datumUitschrijving })),
    'enrolment.moveEnd': ({ inschrijvingId, newStart }) =>
      change(inschrijvingId, (gegevens) => ({ ...gegevens, datumUitschrijving: newStart })),
    'enrolment.reopen': ({ inschrijvingId }) =>
      change(inschrijvingId, ({ datumUitschrijving: _end, ...gegevens }) => gegevens),
    'enrolment.correctStart': ({ inschrijvingId, datumInschrijving }) => ({
      ...change(inschrijvingId, (gegevens) => withStart(gegevens, datumInschrijving).gegevens),
      dropped: 0,
    }),
    'enrolment.split': ({ inschrijvingId, gegevens }) => ({ ...change(inschrijvingId, () => gegevens), left: [] }),
    'enrolment.withdrawCorrection': () => ({}),
    'enrolment.leaving': () => ({ lastDay: '2010-07-31', rows: [] }),
    'bin.list': () => ({ total: 0, rows: [] }),
    'bin.put': ({ kind, id }) => {
      if (kind === 'leerling') world.leerlingen.delete(id);
      changed('leerlingen', 'exchange');
      return {};
    },
    'bin.restore': ({ id }) => ({ leerlingId: id }),
    'bin.destroy': () => ({}),
    'retention.list': () => ({ total: 0, rows: [], protocol: [] }),
    'retention.due': () => ({ proposed: 0 }),
    'retention.placeGone': () => ({}),
    'retention.keep': () => ({}),
    'retention.destroy': () => ({}),
    'disclosure.get': () => ({ naam: 'Jager, Hera de', madeAt: '2009-11-02T08:00:00.000Z', parts: [], history: [] }),
  };
}
