import { afterEach, beforeEach } from 'vitest';
import { fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { runTable, usualWays } from '../support/changeStates.ts';
import { addPupil, changeInschrijving, changePersoon } from '../support/pupils.ts';

/** Runs each row of the table of changes against states of a wijziging sleutelgegevens in docs/koppelvlak.md. */
const unknown = {
  achternaam: 'Nieuweling',
  voornamen: 'Noa',
  geboortedatum: '2001-05-05',
  geslacht: 'V',
  straatnaam: 'Leyweg',
  huisnummer: '7',
  postcode: '2548AE',
};
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
const edit = (changes: { geslacht?: string; postcode?: string; roepnaam?: string }) =>
  changePersoon(line.world, leerlingId, changes);
/** A pupil whom the BRP does not know, registered under an onderwijsnummer, of whom the geslacht was changed. */
const keyDataChanged = async () => {
  ({ leerlingId } = await addPupil(line.world, unknown));
  await line.world.call('exchange.identify', {});
  await fetchAll();
  const [proposal] = (await line.world.call('proposals.list', { leerlingId })).rows;
  await line.world.call('proposals.apply', { id: proposal?.id ?? 0 });
  await send();
  await fetchAll();
  await edit({ geslacht: 'M' });
};

runTable(() => line, {
  heading: '### Changes against states of a wijziging sleutelgegevens',
  nr: 2,
  shown: async () => (await line.world.call('leerlingen.get', { id: leerlingId })).bronState,
  run: send,
  reach: usualWays(() => line, { nr: 2, prepare: keyDataChanged, send, rejectedBy: '793' }),
  change: {
    'another sleutelgegeven': () => edit({ postcode: '2514GL' }),
    'the sleutelgegeven as BRON had it': () => edit({ geslacht: 'V' }),
    'a gegeven of bericht 3': () => changeInschrijving(line.world, leerlingId, { aanduidingNnca: '2' }),
    'a gegeven that BRON does not get': () => edit({ roepnaam: 'Ander' }),
  },
});
