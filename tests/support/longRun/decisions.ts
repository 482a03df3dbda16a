import { parseDutchDate } from '../../../shared/domain/dates.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { askOverzicht } from './overzicht.ts';
import { look, savePersoon, saveInschrijving } from './pupils.ts';
import type { Work } from './work.ts';
import type { LongRun } from './world.ts';

/** What the office looks up when something is not right: the papers of the child, and the class it is in. */
export async function putRight(run: LongRun, leerlingId: number): Promise<void> {
  const looked = await look(run, leerlingId);
  if (!looked) return;
  const { child, gegevens } = looked;
  await savePersoon(run, looked, child);
  const leerjaarGroep = gegevens.leerjaarGroep.map((one) => (one.leerjaar === '9' ? { ...one, leerjaar: '1' } : one));
  if (leerjaarGroep.some(({ leerjaar }, index) => leerjaar !== gegevens.leerjaarGroep[index]?.leerjaar))
    await saveInschrijving(run, looked, { leerjaarGroep });
}

const STUCK = ['afgekeurd', 'tegengehouden'] as const;

/** Puts right what BRON or the program says is wrong, of pupils in any of these states. */
export async function putAllRight(run: LongRun): Promise<void> {
  for (const bronState of [...STUCK, 'geregistreerd met signaal'] as const) {
    const { rows } = await run.call('leerlingen.list', { bronState, show: 'alle', limit: 500 });
    for (const { id } of rows) await putRight(run, id);
  }
}

/** Where a melding that BRON refused, or turns out not to have, waits for a person. */
const LOST = ['geweigerd', 'in behandeling', 'onzeker'] as const;

/** Offers again what BRON refused, and what a registratieoverzicht has shown it not to have. */
export async function offerAgain(run: LongRun): Promise<void> {
  for (const state of LOST) {
    const { rows } = await run.call('exchange.berichten', { state, limit: 200 });
    for (const { id, berichtidentificatie } of rows.filter(({ offerable }) => offerable)) {
      const again = { berichtId: id, reason: 'De Helpdesk BRON vroeg erom.' };
      const result = await run.invoke('exchange.offerAgain', again);
      if (result.ok) run.givenUp.set(berichtidentificatie, await run.endOfLog());
      else if (!(await askAsTold(run, result.error))) break;
    }
  }
}

/** Asks BRON for the registratieoverzicht of the day that the program names; false when it names none, which goes for the others too. */
async function askAsTold(run: LongRun, { code, remedy }: LasFailure): Promise<boolean> {
  if (code !== 'offer-again-unknown') return false;
  const [, day = ''] = /peildatum ([\d-]+)/.exec(remedy) ?? [];
  const peildatum = parseDutchDate(day, run.now.getFullYear()).date;
  if (peildatum === undefined) throw new Error(`no day in: ${remedy}`);
  await run.attempt('exchange.requestRegistratieoverzicht', { peildatum });
  return true;
}

/** Decides on everything that BRON proposes; a person is not always of the same mind. */
export async function decide(run: LongRun): Promise<void> {
  const { rows } = await run.call('proposals.list', { limit: 200 });
  for (const { id, applicable } of rows) {
    if (applicable && run.random.chance(85)) await run.attempt('proposals.apply', { id, confirmed: true });
    else await run.attempt('proposals.decline', { id, reason: 'De ouders zijn gebeld.' });
  }
}

/** Presses the buttons of the exchange, also when the program waits for a person to do so. */
export async function exchangeByHand(run: LongRun): Promise<void> {
  const { hold } = await run.call('exchange.overview', {});
  if (hold) await askOverzicht(run);
  else await run.attempt('exchange.send', {});
  await run.attempt('exchange.requestTerugkoppelingen', {});
}

/** What comes back from BRON is looked at. */
export const decisions: readonly Work[] = [
  { name: 'exchange by hand', perWeek: 7, perform: exchangeByHand },
  { name: 'work list put right', perWeek: 5, perform: putAllRight },
  { name: 'proposals decided on', perWeek: 5, perform: decide },
  { name: 'refused meldingen offered again', perWeek: 3, perform: offerAgain },
  {
    name: 'signaal ticked off',
    perWeek: 2,
    perform: async (run) => {
      const { rows } = await run.call('terugkoppelingen.work', { kind: 'signaal', ernst: 'S' });
      const signaalId = rows[0]?.signaalId;
      if (signaalId !== undefined) await run.attempt('terugkoppelingen.tickOff', { signaalId, note: 'Nagevraagd.' });
    },
  },
  {
    name: 'last change undone',
    perWeek: 2,
    perform: async (run) => {
      const { total } = await run.call('leerlingen.list', { limit: 1 });
      const { rows } = await run.call('leerlingen.list', { limit: 1, offset: run.random.below(total) });
      const card = rows[0] && (await run.attempt('leerlingen.get', { id: rows[0].id }));
      if (!card?.lastChange) return;
      const { change } = card.lastChange;
      const shown = await run.attempt('undo.preview', { leerlingId: card.id });
      if (shown && !shown.removesLeerling)
        await run.attempt('undo.perform', { leerlingId: card.id, change, confirmed: true });
    },
  },
];
