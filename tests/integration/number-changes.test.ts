import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Administration } from '../../electron/core/context.ts';
import { keepBundle } from '../../electron/core/exchange/bundel.ts';
import { processBundles } from '../../electron/core/exchange/process.ts';
import { emptyReport } from '../../electron/core/exchange/terugkoppeling.ts';
import { leerlingenHandlers } from '../../electron/core/leerlingen/handlers.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { encodeEnvelope } from '../../shared/pve/berichten/soap.ts';
import type { BrpPerson } from '../mock-bron/registers/brp.ts';
import { fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { answer } from '../support/answers.ts';
import { addDirectly, directAdministration } from '../support/direct.ts';
import { addPupil, changeInschrijving, testPersons } from '../support/pupils.ts';

/** BRON gives a pupil another number while a message about the inschrijving is under way (PvE 5.6.10, 5.6.11, 5.6.14). */
const BSN = '999990019';
const OTHER_BSN = '999990020';
const [NUMBER, OTHER_NUMBER] = ['100500016', '100500032'];

describe('an answer under another number than was sent', () => {
  const { geboortedatum, geslacht } = testPersons.hera;
  const pupil = { ...testPersons.hera, burgerservicenummer: BSN };
  const { burgerservicenummer: _, ...unnumbered } = pupil;
  const numbered = { ...unnumbered, onderwijsnummer: NUMBER };

  let administration: Administration;
  beforeEach(() => {
    administration = directAdministration();
  });

  interface Told {
    burgerservicenummer?: string;
    onderwijsnummer?: string;
    geboortedatum?: string;
    geslacht?: string;
  }
  const same = { geboortedatum, geslacht };
  const cases: [what: string, sent: Persoonsgegevens, told: Told, settles: boolean][] = [
    ['another BSN', pupil, { burgerservicenummer: OTHER_BSN, ...same }, true],
    ['an onderwijsnummer for a BSN', pupil, { onderwijsnummer: NUMBER, ...same }, true],
    ['a BSN for an onderwijsnummer', numbered, { burgerservicenummer: BSN, ...same }, true],
    ['another onderwijsnummer', numbered, { onderwijsnummer: OTHER_NUMBER, ...same }, true],
    [
      'another BSN and a poorer geboortedatum',
      pupil,
      { burgerservicenummer: OTHER_BSN, ...same, geboortedatum: '2001-12-00' },
      true,
    ],
    [
      'another BSN and geboortedatum',
      pupil,
      { burgerservicenummer: OTHER_BSN, ...same, geboortedatum: '2001-12-30' },
      false,
    ],
    ['another BSN and geslacht', pupil, { burgerservicenummer: OTHER_BSN, ...same, geslacht: 'M' }, false],
    [
      'the BSN of another pupil here',
      pupil,
      { burgerservicenummer: testPersons.odin.burgerservicenummer, ...same },
      false,
    ],
  ];

  /** A verwijdering of this inschrijving that left, answered by BRON about whom it tells; gives what the state became. */
  async function answerRemoval(inschrijvingId: number, sent: Persoonsgegevens, told: Told): Promise<unknown> {
    const { db } = administration;
    const { burgerservicenummer, onderwijsnummer } = sent;
    const identificatieInschrijving = [{ datumInschrijving: '2009-08-01' }];
    const content = { persoon: [{ burgerservicenummer, onderwijsnummer, ...same }], identificatieInschrijving };
    db.prepare(
      `INSERT INTO bericht (nr, berichtidentificatie, inschrijving_id, state, content, content_hash, created_at)
       VALUES (4, 'VERWIJDERING', ?, 'in behandeling', ?, '', '')`,
    ).run(inschrijvingId, JSON.stringify(content));
    const verwijderenInschrijvingAntwoord = [
      { berichtidentificatie: 'VERWIJDERING', persoon: [told], identificatieInschrijving },
    ];
    const bundle = encodeEnvelope(7, { berichtidentificatie: '2', verwijderenInschrijvingAntwoord });
    keepBundle(administration, { berichtidentificatie: '2', answer: bundle, itemCount: 1 });
    await processBundles(administration, emptyReport());
    return db.prepare("SELECT state FROM bericht WHERE berichtidentificatie = 'VERWIJDERING'").pluck().get();
  }

  it.each(cases)('%s', async (_what, sent, told, settles) => {
    addDirectly(administration, testPersons.odin);
    const { inschrijvingId } = addDirectly(administration, sent);
    const report = await answer(administration, inschrijvingId, {
      signalen: [],
      registered: (stand) => {
        stand.persoon = [told];
      },
    });
    expect(report).toMatchObject(settles ? { geregistreerd: 1, unmatched: 0 } : { geregistreerd: 0, unmatched: 1 });
  });

  it.each(cases)('%s, to a verwijdering', async (_what, sent, told, settles) => {
    addDirectly(administration, testPersons.odin);
    const { inschrijvingId } = addDirectly(administration, sent);
    expect(await answerRemoval(inschrijvingId, sent, told)).toBe(settles ? 'verwijderd' : 'in behandeling');
  });

  it('another BSN and geboortedatum, of a pupil who has them here by now', async () => {
    const { inschrijvingId, leerlingId } = addDirectly(administration, pupil);
    const takenOver = { burgerservicenummer: OTHER_BSN, geboortedatum: '2001-12-30' };
    const report = await answer(administration, inschrijvingId, {
      signalen: [],
      registered: (stand) => {
        stand.persoon = [{ ...takenOver, geslacht }];
        const save = leerlingenHandlers(administration)['leerlingen.save'];
        void save({ id: leerlingId, version: 1, persoon: { ...pupil, ...takenOver } });
      },
    });
    expect(report).toMatchObject({ geregistreerd: 1, unmatched: 0 });
  });
});

describe('a BSN that changes in the BRP', () => {
  let line: Awaited<ReturnType<typeof startConnected>>;
  let leerlingId: number;
  const home = { straatnaam: 'Leyweg', huisnummer: '7', postcode: '2548AE' };
  const iris: BrpPerson = {
    bsn: BSN,
    geslachtsnaam: 'Verzonnen',
    voornamen: 'Iris',
    geboortedatum: '2001-06-07',
    geslacht: 'V',
    adressen: [{ ...home, datumIngang: '2005-01-01' }],
  };
  const persoon = {
    burgerservicenummer: BSN,
    achternaam: 'Verzonnen',
    voornamen: 'Iris',
    geboortedatum: '2001-06-07',
    geslacht: 'V',
    ...home,
  };

  beforeEach(async () => {
    line = await startConnected();
    line.mock.replaceRegisters({ brp: { source: 'test', persons: [iris] } });
    ({ leerlingId } = await addPupil(line.world, persoon));
  });
  afterEach(async () => {
    await line.close();
  });

  const send = () => line.world.call('exchange.send', {});
  const fetch = () => fetchTerugkoppelingen(line);
  const change = () => line.mock.brp.change(BSN, { bsn: OTHER_BSN });
  const states = async () => (await line.world.call('exchange.berichten', {})).rows.map(({ state }) => state);
  const takeOver = async () => {
    const [proposal] = (await line.world.call('proposals.list', { leerlingId })).rows;
    await line.world.call('proposals.apply', { id: proposal?.id ?? 0, confirmed: true });
  };
  const expectDelivered = async () => {
    await takeOver();
    await send();
    await fetch();
    expect(await line.world.call('leerlingen.get', { id: leerlingId })).toMatchObject({
      persoon: { burgerservicenummer: OTHER_BSN },
      bronState: 'geregistreerd',
    });
    expect(line.mock.register('99ZZ')).toMatchObject([{ burgerservicenummer: OTHER_BSN }]);
  };

  it('after BRON has registered the melding, and before its answer is fetched: it is answered under the old one', async () => {
    await send();
    change();
    expect(await fetch()).toMatchObject({ received: 2, geregistreerd: 1, proposals: 1, unmatched: 0 });
    expect(await states()).toEqual(['geregistreerd']);
    await expectDelivered();
  });

  it('before BRON has looked at a later melding: that is refused, and goes under the new one', async () => {
    await send();
    await fetch();
    await changeInschrijving(line.world, leerlingId, { aanduidingNnca: '2' });
    line.mock.setFault({ kind: 'late', nr: 3, seconds: 60, times: 1 });
    await send();
    change();
    expect(await fetch()).toMatchObject({ received: 2, afgekeurd: 1, proposals: 1, unmatched: 0 });
    expect(await states()).toEqual(['afgekeurd', 'geregistreerd']);
    await expectDelivered();
  });

  it('while a verwijdering that BRON refused under the old one waits: it goes under the new one', async () => {
    await send();
    await fetch();
    const [inschrijving] = (await line.world.call('leerlingen.get', { id: leerlingId })).inschrijvingen;
    const { id: inschrijvingId = 0, version = 0 } = inschrijving ?? {};
    await line.world.call('exchange.remove', { inschrijvingId, version, reason: 'Verkeerd kind.' });
    line.mock.setFault({ kind: 'late', nr: 4, seconds: 60, times: 1 });
    await send();
    change();
    expect(await fetch()).toMatchObject({ afgekeurd: 1, proposals: 1 });
    await send();
    expect(await fetch()).toMatchObject({ removed: 1 });
    expect(await states()).toEqual([]);
    expect(line.mock.messages({ direction: 'in', nr: 4 }).map(({ xml }) => xml)).toEqual([
      expect.stringContaining(BSN),
      expect.stringContaining(OTHER_BSN),
    ]);
  });
});
