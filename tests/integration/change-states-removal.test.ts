import { afterEach, beforeEach } from 'vitest';
import { fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { runTable, usualWays } from '../support/changeStates.ts';
import { addPupil, changeInschrijving, testPersons } from '../support/pupils.ts';

/** Runs each row of the table of changes against states of a verwijdering in docs/koppelvlak.md. */
const OTHER_BSN = '999990032';
let line: Awaited<ReturnType<typeof startConnected>>;
let leerlingId: number;

beforeEach(async () => {
  line = await startConnected({ answerTimeoutMs: 2500 });
});
afterEach(async () => {
  await line.close();
});

const send = () => line.world.call('exchange.send', {});
const fetchAll = () => fetchTerugkoppelingen(line);
const card = () => line.world.call('leerlingen.get', { id: leerlingId });
const first = async () => {
  const [one] = (await card()).inschrijvingen;
  return { inschrijvingId: one?.id ?? 0, version: one?.version ?? 0 };
};
const removalWanted = async () => {
  ({ leerlingId } = await addPupil(line.world, testPersons.hera));
  await send();
  await fetchAll();
  await line.world.call('exchange.remove', { ...(await first()), reason: 'Verkeerd kind.' });
};
// Once it is carried out there is no inschrijving to change.
const { geregistreerd: _, ...reach } = usualWays(() => line, {
  nr: 4,
  prepare: removalWanted,
  send,
  rejectedBy: '753',
});

runTable(() => line, {
  heading: '### Changes against states of a verwijdering',
  nr: 4,
  shown: async () => (await card()).bronState,
  run: send,
  reach,
  change: {
    'a gegeven of bericht 3': () => changeInschrijving(line.world, leerlingId, { aanduidingNnca: '2' }),
    'the number of the pupil, by BRON': async () => {
      line.mock.brp.change(testPersons.hera.burgerservicenummer, { bsn: OTHER_BSN });
      await fetchAll();
    },
    'taken back': async () => {
      const { inschrijvingId } = await first();
      await line.world.las.invoke('exchange.withdrawRemoval', { inschrijvingId });
    },
    'offered again by a person': async () => {
      const [newest] = (await line.world.call('exchange.berichten', {})).rows;
      const input = { berichtId: newest?.id ?? 0, reason: 'De Helpdesk BRON vroeg erom.' };
      await line.world.las.invoke('exchange.offerAgain', input);
    },
  },
});
