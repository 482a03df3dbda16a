import { addDays, addYears } from '../../../shared/domain/dates.ts';
import { citizenOf, inschrijvingOf, type Child } from './children.ts';
import { look, somePupil } from './pupils.ts';
import type { Work } from './work.ts';
import type { LongRun } from './world.ts';

/** A child that turned four lately, and whom the BRP knows. */
async function newChild(run: LongRun): Promise<Child> {
  const child = run.children.born(addDays(addYears(run.today, -4), -run.random.below(20)));
  run.known.set(child.burgerservicenummer, child);
  await run.bron.tell(`/brp/${child.burgerservicenummer}`, citizenOf(child), 'PUT');
  return child;
}

/** The office enrols a child from today on, as it was typed in. */
async function enrol(run: LongRun, child: Child, typed: Partial<Record<keyof Child, string>> = {}, leerjaar = 1) {
  const persoon = { ...child, ...typed };
  await run.call('enrolment.find', { number: persoon.burgerservicenummer, achternaam: persoon.achternaam ?? '' });
  await run.call('enrolment.propose', { geboortedatum: persoon.geboortedatum, firstDay: run.today });
  const gegevens = inschrijvingOf(run.random, run.today, leerjaar);
  return run.attempt('enrolment.start', { persoon, gegevens });
}

/** The digits of a BSN that does not exist. */
const broken = (bsn: string) => `${bsn.slice(0, 8)}${(Number(bsn.slice(8)) + 1) % 10}`;

/** Somebody is at the door, is written in wrongly, or was written in who should not have been. */
export const comings: readonly Work[] = [
  { name: 'new pupil', perWeek: 5, perform: async (run) => enrol(run, await newChild(run)) },
  {
    name: 'new pupil, the wrong geslacht',
    perWeek: 1,
    perform: async (run) => {
      const child = await newChild(run);
      await enrol(run, child, { geslacht: child.geslacht === 'M' ? 'V' : 'M' });
    },
  },
  {
    name: 'new pupil, the wrong geboortedatum',
    perWeek: 1,
    perform: async (run) => {
      const child = await newChild(run);
      await enrol(run, child, { geboortedatum: addDays(child.geboortedatum, -1) });
    },
  },
  {
    name: 'new pupil, a BSN with a wrong digit',
    perWeek: 1,
    perform: async (run) => {
      const child = await newChild(run);
      await enrol(run, child, { burgerservicenummer: broken(child.burgerservicenummer) });
    },
  },
  {
    name: 'new pupil, the postcode of before',
    perWeek: 1,
    perform: async (run) => enrol(run, await newChild(run), { postcode: '2501ZZ' }),
  },
  {
    name: 'new pupil, leerjaar 9',
    perWeek: 1,
    perform: async (run) => enrol(run, await newChild(run), {}, 9),
  },
  {
    name: 'new pupil without BSN, whose number is asked for',
    perWeek: 1,
    perform: async (run) => {
      const { burgerservicenummer, ...persoon } = await newChild(run);
      const gegevens = inschrijvingOf(run.random, run.today, 1);
      const made = await run.attempt('enrolment.start', { persoon, gegevens });
      if (made) await run.attempt('exchange.identify', { leerlingIds: [made.leerlingId] });
    },
  },
];

/** The day of leaving: last Friday or so, today, or one to come. */
const leavingDay = (run: LongRun) => addDays(run.today, run.random.below(20) - 10);

/** Somebody leaves, comes back, or should never have been there. */
export const goings: readonly Work[] = [
  {
    name: 'uitschrijving',
    perWeek: 4,
    perform: async (run) => {
      const looked = await somePupil(run, ({ gegevens }) => gegevens.leerjaarGroep.at(-1)?.leerjaar !== '8');
      if (!looked) return;
      const { id: inschrijvingId, version } = looked.inschrijving;
      const day = leavingDay(run);
      await run.attempt('enrolment.proposeEnd', { inschrijvingId, lastDay: day });
      const kept = { leavingReason: 'otherSchool', destination: 'De Overkant' };
      await run.attempt('enrolment.end', { inschrijvingId, version, datumUitschrijving: day, eindtoets: [], ...kept });
    },
  },
  {
    name: 'uitschrijving taken back',
    perWeek: 1,
    perform: async (run) => {
      const { rows } = await run.call('leerlingen.list', { show: 'uitgeschreven' });
      const looked = rows.length > 0 ? await look(run, run.random.pick(rows).id) : undefined;
      if (!looked) return;
      const { id: inschrijvingId, version } = looked.inschrijving;
      await run.attempt('enrolment.reopen', { inschrijvingId, version });
    },
  },
  {
    name: 'verwijdering',
    perWeek: 1.5,
    perform: async (run) => {
      const { inschrijving } = (await somePupil(run, ({ inschrijving: { knownByBron } }) => knownByBron)) ?? {};
      if (!inschrijving) return;
      const { id: inschrijvingId, version } = inschrijving;
      await run.attempt('exchange.remove', { inschrijvingId, version, reason: 'Verkeerd kind.' });
    },
  },
  {
    name: 'verwijdering taken back',
    perWeek: 0.5,
    perform: async (run) => {
      const { rows } = await run.call('leerlingen.list', { bronState: 'te verwijderen', show: 'alle' });
      const looked = rows[0] && (await look(run, rows[0].id));
      if (looked) await run.attempt('exchange.withdrawRemoval', { inschrijvingId: looked.inschrijving.id });
    },
  },
  {
    name: 'pupil that BRON does not know to the bin',
    perWeek: 0.5,
    perform: async (run) => {
      const made = await enrol(run, await newChild(run));
      const card = made && (await run.attempt('leerlingen.get', { id: made.leerlingId }));
      if (card) await run.attempt('bin.put', { kind: 'leerling', id: card.id, version: card.version });
    },
  },
  {
    name: 'out of the bin',
    perWeek: 1,
    perform: async (run) => {
      const { rows } = await run.call('bin.list', {});
      if (rows.length === 0) return;
      const { kind, id } = run.random.pick(rows);
      await run.attempt('bin.restore', { kind, id });
    },
  },
  {
    name: 'destroyed out of the bin',
    perWeek: 0.3,
    perform: async (run) => {
      const { rows } = await run.call('bin.list', {});
      if (rows.length === 0) return;
      const { kind, id, leerlingId } = run.random.pick(rows);
      if (kind === 'leerling') run.destroyed.add(leerlingId);
      await run.attempt('bin.destroy', { kind, id, confirmed: true });
    },
  },
  {
    name: 'datum inschrijving corrected',
    perWeek: 1,
    perform: async (run) => {
      const looked = await somePupil(run, ({ gegevens }) => gegevens.leerjaarGroep.length === 1);
      if (!looked) return;
      const { inschrijving, gegevens } = looked;
      const datumInschrijving = addDays(gegevens.datumInschrijving ?? run.today, 1 + run.random.below(3));
      const { id: inschrijvingId, version } = inschrijving;
      await run.attempt('enrolment.correctStart', { inschrijvingId, version, datumInschrijving, atBron: true });
    },
  },
  {
    name: 'moved to the other vestiging, as a new inschrijving',
    perWeek: 0.6,
    perform: async (run) => {
      const looked = await somePupil(run);
      if (!looked) return;
      const { inschrijving, gegevens } = looked;
      const vestigingsvolgnummer = gegevens.vestiging.at(-1)?.vestigingsvolgnummer === '00' ? '01' : '00';
      const vestiging = [...gegevens.vestiging, { begindatum: run.today, vestigingsvolgnummer }];
      const { id: inschrijvingId, version } = inschrijving;
      await run.attempt('enrolment.split', {
        ...{ inschrijvingId, version, date: run.today },
        gegevens: { ...gegevens, vestiging },
      });
    },
  },
];
