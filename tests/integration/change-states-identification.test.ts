import { afterEach, beforeEach } from 'vitest';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import type { BrpPerson } from '../mock-bron/registers/brp.ts';
import { fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { runTable, usualWays } from '../support/changeStates.ts';
import { addPupil, changePersoon } from '../support/pupils.ts';

/** Runs each row of the table of changes against states of an identificatieverzoek in docs/koppelvlak.md. */
const BSN = '999990019';
const adres = { straatnaam: 'Leyweg', huisnummer: '7', postcode: '2548AE' };
const iris: BrpPerson = {
  bsn: BSN,
  geslachtsnaam: 'Verzonnen',
  voornamen: 'Iris',
  geboortedatum: '2001-06-07',
  geslacht: 'V',
  adressen: [{ ...adres, datumIngang: '2005-01-01' }],
};
const inBrp = { achternaam: 'Verzonnen', voornamen: 'Iris', geboortedatum: '2001-06-07', geslacht: 'V', ...adres };
const numbered = { ...inBrp, burgerservicenummer: BSN };
let line: Awaited<ReturnType<typeof startConnected>>;
let leerlingId: number;

beforeEach(async () => {
  line = await startConnected({ answerTimeoutMs: 2500 });
  line.mock.replaceRegisters({ brp: { source: 'test', persons: [iris] } });
});
afterEach(async () => {
  await line.close();
});

const send = () => line.world.call('exchange.send', {});
const fetchAll = () => fetchTerugkoppelingen(line);
/** Of all; fails when there is nobody to ask. */
const identify = () => line.world.las.invoke('exchange.identify', {});
const add = async (persoon: Persoonsgegevens) => {
  ({ leerlingId } = await addPupil(line.world, persoon));
};
const edit = (changes: Persoonsgegevens) => changePersoon(line.world, leerlingId, changes);

runTable(() => line, {
  heading: '### Changes against states of an identificatieverzoek',
  nr: 1,
  shown: async () => (await line.world.call('exchange.aboutLeerling', { leerlingId })).last?.state ?? 'nothing',
  run: async () => {
    await identify();
    await send();
  },
  reach: {
    ...usualWays(() => line, { nr: 1, prepare: () => add(numbered), send: identify, rejectedBy: '753' }),
    'geregistreerd met signaal': async () => {
      await add(inBrp);
      await identify();
      await fetchAll();
    },
  },
  change: {
    'a gegeven of bericht 1': () => edit({ postcode: '2514GL' }),
    'a gegeven that BRON does not get': () => edit({ roepnaam: 'Ander' }),
    'changed and undone': async () => {
      await edit({ postcode: '2514GL' });
      await edit({ postcode: adres.postcode });
    },
    'asked of this pupil by a person': () => line.world.las.invoke('exchange.identify', { leerlingIds: [leerlingId] }),
  },
});
