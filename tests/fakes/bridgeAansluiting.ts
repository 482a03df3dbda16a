// The path of the Stappenplan behind the fake bridge: kept in memory, judged by the real plan.
import type { ContactForm, PathDocument, PathTask } from '../../shared/api/aansluiting.ts';
import type { OperationName, Output } from '../../shared/api/contract.ts';
import { plan } from '../../shared/aansluiting/plan.ts';
import type { PartKey } from '../../shared/aansluiting/types.ts';
import { today, type Clock } from '../../shared/domain/clock.ts';
import type { HandlersOf } from './bridgeLeerlingen.ts';

const person = { naam: 'Mieke de Vries', telefoonnummer: '010 1234567', email: 'administratie@school.example' };
const adres = { straatnaam: 'Dorpsstraat', huisnummer: '1', postcode: '1234AB', plaats: 'Ons Dorp' };

/** The operations on the path, for a school at its beginning. */
export function aansluitingHandlers(
  clock: Clock,
  changed: (topic: 'aansluiting') => void,
): HandlersOf<Extract<OperationName, `aansluiting.${string}`>> {
  let documents: PathDocument[] = [];
  const tasks = new Map<PartKey, PathTask>();
  const ticked: Partial<Record<PartKey, string>> = {};
  const reported: Output<'aansluiting.get'>['reported'] = [];
  let contact: ContactForm = {
    hoofdvestiging: { brinnummer: '99ZZ', vestigingsvolgnummer: '00', naam: 'De Proef', adres, gemachtigde: person },
    aanleverpunten: [{ aanleverpunt: '00', las: 'Bronwijs 0.1.0', adres, contactpersoon: person }],
    relatiebeheerder: { naam: '', telefoonnummer: '', email: '' },
  };
  const done = <T>(value: T): T => {
    changed('aansluiting');
    return value;
  };
  return {
    'aansluiting.get': () => {
      const day = today(clock);
      const known = { version: day, contactgegevens: day, ...(reported[0] ? { aantallen: day } : {}) };
      return {
        plan: plan({ kind: 'WPO', documents, ticked, known }, [], day),
        kind: 'WPO',
        documents,
        tasks: [...tasks.values()],
        calendarEntered: false,
        counted: { leerlingen: 240, ambulant: 3 },
        reported,
        aantallenDiffer: false,
        version: { program: '0.1.0', edition: '2014-12' },
        exchange: { total: 250, delivered: 120, registered: 90, current: 240, currentRegistered: 88 },
      };
    },
    'aansluiting.voortgang': () => ({}),
    'aansluiting.noteDocument': (noted) => {
      const { start, gebruikersnaam, ending, ...always } = noted;
      const id = documents.length + 1;
      documents = [
        ...documents,
        {
          id,
          ...always,
          ...(start ? { start } : {}),
          ...(gebruikersnaam ? { gebruikersnaam } : {}),
          ...(ending ? { ending } : {}),
        },
      ];
      return done({ id });
    },
    'aansluiting.removeDocument': ({ id }) => {
      documents = documents.filter((document) => document.id !== id);
      return done({});
    },
    'aansluiting.tick': ({ part, on }) => {
      if (on === null) delete ticked[part];
      else ticked[part] = on;
      return done({});
    },
    'aansluiting.saveTask': ({ part, owner, due }) => {
      tasks.set(part, { part, ...(owner ? { owner } : {}), ...(due ? { due } : {}) });
      return done({});
    },
    'aansluiting.contact': () => ({ contact, complete: true }),
    'aansluiting.saveContact': (saved) => {
      contact = saved;
      return done({});
    },
    'aansluiting.reportAantallen': (aantallen) => {
      reported.unshift({ id: reported.length + 1, ...aantallen });
      return done({});
    },
  };
}
