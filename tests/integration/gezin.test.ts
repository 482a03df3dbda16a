import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../electron/core/database/changeLog.ts';
import { gezinHandlers } from '../../electron/core/gezin/handlers.ts';
import { deleteLink } from '../../electron/core/gezin/repository.ts';
import { leerlingenHandlers } from '../../electron/core/leerlingen/handlers.ts';
import { readContact, readLeerling } from '../../electron/core/leerlingen/repository.ts';
import { restoreLeerling, snapshotLeerling } from '../../electron/core/leerlingen/snapshot.ts';
import type { Output } from '../../shared/api/contract.ts';
import type { VerzorgerGegevens, VerzorgerLink } from '../../shared/api/gezin.ts';
import { addDirectly, contentOf, directAdministration } from '../support/direct.ts';
import { testPersons } from '../support/pupils.ts';
import { codeOf } from '../unit/databaseWorld.ts';

const mother: VerzorgerGegevens = {
  voorletters: 'A.',
  roepnaam: 'Aphrodite',
  achternaam: 'Jager',
  opleiding: '2',
  telefoonMobile: '06-1234 5678',
};
const home = { straatnaam: 'Zeestraat', huisnummer: '1', postcode: '2548AE', plaatsnaam: 'Den Haag' };
const elsewhere = { straatnaam: 'Bergweg', huisnummer: '99', postcode: '2517JR', plaatsnaam: 'Den Haag' };
const lives: VerzorgerLink = { relatie: 'moeder', gezagsdrager: 'true', livesWithLeerling: 'true' };

/** Hera and Zeus at one address under one name, and Odin elsewhere. */
function world() {
  const administration = directAdministration();
  const gezin = gezinHandlers(administration);
  const hera = addDirectly(administration, { ...testPersons.hera, ...home }).leerlingId;
  const zeus = addDirectly(administration, { ...testPersons.zeus, ...home }).leerlingId;
  const odin = addDirectly(administration, testPersons.odin).leerlingId;
  const get = (leerlingId: number) => gezin['gezin.get']({ leerlingId }) as Output<'gezin.get'>;
  const add = (leerlingId: number, gegevens: VerzorgerGegevens = mother, link: VerzorgerLink = lives) =>
    (gezin['gezin.saveVerzorger']({ leerlingId, verzorger: { gegevens }, link: { gegevens: link } }) as { id: number })
      .id;
  const version = (id: number) => readLeerling(administration.db, id).version;
  return { administration, gezin, hera, zeus, odin, get, add, version };
}

describe('verzorgers', () => {
  it('stand once, however many pupils they belong to', () => {
    const { gezin, hera, zeus, get, add } = world();
    const id = add(hera);
    // Found by name without accents, by telephone number whatever the spaces, and by e-mail.
    for (const search of ['aphrodite jager', '0612345678']) {
      const found = gezin['gezin.search']({ leerlingId: zeus, search }) as Output<'gezin.search'>;
      expect(found.rows).toMatchObject([
        { id, naam: 'Jager, Aphrodite', address: 'Zeestraat 1, 2548AE Den Haag', leerlingen: ['Jager, Hera de'] },
      ]);
    }
    expect(gezin['gezin.search']({ leerlingId: hera, search: 'jager' })).toEqual({ rows: [], more: false });
    void gezin['gezin.linkVerzorger']({ leerlingId: zeus, verzorgerId: id, gegevens: { relatie: 'stiefouder' } });
    expect(codeOf(() => gezin['gezin.linkVerzorger']({ leerlingId: zeus, verzorgerId: id, gegevens: {} }))).toBe(
      'verzorger-linked',
    );
    expect(get(zeus).verzorgers).toMatchObject([
      {
        id,
        gegevens: mother,
        link: { gegevens: { relatie: 'stiefouder' } },
        address: 'Zeestraat 1, 2548AE Den Haag',
        alsoOf: [{ id: hera }],
      },
    ]);
    expect(get(hera).verzorgers).toMatchObject([{ link: { gegevens: lives }, alsoOf: [{ id: zeus }] }]);
  });

  it('tell the second of two editors, and log every change', () => {
    const { administration, gezin, hera, get, add } = world();
    add(hera);
    const [seen] = get(hera).verzorgers;
    const save = (gegevens: VerzorgerGegevens, link = seen!.link) =>
      gezin['gezin.saveVerzorger']({
        leerlingId: hera,
        verzorger: { id: seen!.id, version: seen!.version, gegevens },
        link,
      });
    void save({ ...mother, email: 'a@school.example' });
    expect(codeOf(() => save({ ...mother, email: 'b@school.example' }))).toBe('changed-elsewhere');
    const fields = administration.db
      .prepare<[], { field: string }>(
        "SELECT field FROM change_log WHERE entity = 'verzorger' ORDER BY seq DESC LIMIT 1",
      )
      .get();
    expect(fields).toEqual({ field: 'email' });
    expect(verifyChain(administration.db).ok).toBe(true);
  });

  it('keep the order in which the school calls them', () => {
    const { gezin, hera, get, add } = world();
    add(hera);
    add(hera, { achternaam: 'Buur' }, { relatie: 'buur', noodcontact: 'true' });
    const ids = get(hera).verzorgers.map(({ link }) => link.id);
    void gezin['gezin.order']({ leerlingId: hera, linkIds: [ids[1]!] });
    expect(get(hera).verzorgers.map(({ link }) => link.id)).toEqual([ids[1], ids[0]]);
  });

  it('go with their last pupil', () => {
    const { administration, gezin, hera, zeus, get, add } = world();
    const before = contentOf(administration);
    const id = add(hera);
    void gezin['gezin.linkVerzorger']({ leerlingId: zeus, verzorgerId: id, gegevens: lives });
    const unlink = (leerlingId: number) => {
      const { link } = get(leerlingId).verzorgers[0]!;
      return gezin['gezin.unlinkVerzorger']({ linkId: link.id, version: link.version });
    };
    expect([unlink(hera), unlink(zeus)]).toEqual([{ deleted: false }, { deleted: true }]);
    expect(contentOf(administration)).toEqual(before);
  });
});

describe('brothers and sisters', () => {
  const states = ({ siblings }: Output<'gezin.get'>) =>
    siblings.map(({ leerlingId, state, because }) => [leerlingId, state, because]);

  it('may be who lives at the same address under the same name; a person decides, once', () => {
    const { gezin, hera, zeus, odin, get } = world();
    expect(states(get(hera))).toEqual([[zeus, 'maybe', ['address']]]);
    void gezin['gezin.decideSiblings']({ leerlingId: zeus, otherId: hera, siblings: false });
    expect([states(get(hera)), states(get(zeus))]).toEqual([
      [[zeus, 'not', ['address']]],
      [[hera, 'not', ['address']]],
    ]);
    void gezin['gezin.decideSiblings']({ leerlingId: hera, otherId: zeus, siblings: true });
    void gezin['gezin.decideSiblings']({ leerlingId: hera, otherId: odin, siblings: true });
    // The oldest first.
    expect(states(get(hera))).toEqual([
      [odin, 'sibling', []],
      [zeus, 'sibling', ['address']],
    ]);
    expect(codeOf(() => gezin['gezin.decideSiblings']({ leerlingId: hera, otherId: hera, siblings: true }))).toBe(
      'not-found',
    );
  });

  it('are who has a verzorger in common, until a person says otherwise', () => {
    const { gezin, hera, odin, get, add } = world();
    void gezin['gezin.linkVerzorger']({ leerlingId: odin, verzorgerId: add(hera), gegevens: lives });
    expect(states(get(odin))).toEqual([[hera, 'sibling', ['verzorger']]]);
    void gezin['gezin.decideSiblings']({ leerlingId: odin, otherId: hera, siblings: false });
    expect(states(get(odin))).toEqual([[hera, 'not', ['verzorger']]]);
  });
});

describe('moving house', () => {
  const addressOf = ({ administration }: ReturnType<typeof world>, id: number) =>
    readLeerling(administration.db, id).gegevens.straatnaam;

  it('proposes who lives together, and says for whom a melding follows', () => {
    const { gezin, hera, zeus, odin, add, get } = world();
    const id = add(hera);
    void gezin['gezin.linkVerzorger']({ leerlingId: zeus, verzorgerId: id, gegevens: lives });
    void gezin['gezin.decideSiblings']({ leerlingId: hera, otherId: odin, siblings: true });
    add(hera, { achternaam: 'Ergens', ...elsewhere }, { relatie: 'vader' });
    const preview = gezin['gezin.previewMove']({ leerlingId: hera, address: elsewhere }) as Output<'gezin.previewMove'>;
    expect(preview).toMatchObject({
      left: 'Zeestraat 1, 2548AE Den Haag',
      leerling: { id: hera, messages: 1 },
      leerlingen: [
        { id: odin, together: false },
        { id: zeus, together: true, messages: 1 },
      ],
      verzorgers: [
        { id, together: true },
        { naam: 'Ergens', together: false },
      ],
    });
    // A house number is not delivered: nothing follows.
    const nextDoor = { ...home, huisnummer: '3' };
    expect(gezin['gezin.previewMove']({ leerlingId: hera, address: nextDoor })).toMatchObject({
      leerling: { messages: 0 },
    });
    expect(get(hera).verzorgers).toHaveLength(2);
  });

  it('takes along who is ticked, in one transaction', () => {
    const made = world();
    const { gezin, hera, zeus, add, get, version } = made;
    const id = add(hera);
    void gezin['gezin.linkVerzorger']({ leerlingId: zeus, verzorgerId: id, gegevens: lives });
    const input = { address: elsewhere, begindatum: '2009-11-01' };
    const one = (leerlingId: number) => ({ id: leerlingId, version: version(leerlingId) });
    const stale = { ...input, leerling: one(hera), leerlingen: [{ id: zeus, version: 9 }], verzorgers: [] };
    const before = contentOf(made.administration);
    expect(codeOf(() => gezin['gezin.move'](stale))).toBe('changed-elsewhere');
    expect(contentOf(made.administration)).toEqual(before);
    const all = { ...input, leerling: one(hera), leerlingen: [one(zeus)], verzorgers: [{ id, version: 1 }] };
    expect(gezin['gezin.move'](all)).toEqual({ messages: 2 });
    expect([addressOf(made, hera), addressOf(made, zeus)]).toEqual(['Bergweg', 'Bergweg']);
    // Who lives with them needs no address of her own.
    expect(get(hera).verzorgers[0]).toMatchObject({
      gegevens: mother,
      link: { gegevens: { livesWithLeerling: 'true' } },
    });
  });

  it('keeps the former address of everybody who moves, and is the last change of each, that can be undone', () => {
    const { administration, gezin, hera, zeus, version } = world();
    const one = (id: number) => ({ id, version: version(id) });
    const before = readLeerling(administration.db, zeus).gegevens;
    void gezin['gezin.move']({
      address: elsewhere,
      begindatum: '2009-11-01',
      leerling: one(hera),
      leerlingen: [one(zeus)],
      verzorgers: [],
    });
    for (const id of [hera, zeus])
      expect(readContact(administration.db, id).formerAdres).toEqual([{ einddatum: '2009-10-31', ...home }]);
    const leerlingen = leerlingenHandlers(administration);
    const { change } = leerlingen['undo.preview']({ leerlingId: zeus }) as Output<'undo.preview'>;
    void leerlingen['undo.perform']({ leerlingId: zeus, change, confirmed: false });
    expect(readLeerling(administration.db, zeus).gegevens).toEqual(before);
    expect(readContact(administration.db, zeus).formerAdres).toEqual([]);
  });

  it('takes the family after a pupil whose new address was saved before', () => {
    const made = world();
    const { administration, gezin, hera, zeus, add, get, version } = made;
    const id = add(hera);
    void gezin['gezin.linkVerzorger']({ leerlingId: zeus, verzorgerId: id, gegevens: {} });
    const { gegevens } = readLeerling(administration.db, hera);
    void leerlingenHandlers(administration)['leerlingen.save']({
      id: hera,
      version: version(hera),
      persoon: { ...gegevens, ...elsewhere },
    });
    const input = { from: home, address: elsewhere };
    expect(gezin['gezin.previewMove']({ leerlingId: hera, ...input })).toMatchObject({
      left: 'Zeestraat 1, 2548AE Den Haag',
      leerling: { messages: 0 },
      leerlingen: [{ id: zeus, together: true, messages: 1 }],
      verzorgers: [{ id, together: true }],
    });
    const one = (leerlingId: number) => ({ id: leerlingId, version: version(leerlingId) });
    const move = { ...input, begindatum: '2009-11-01', leerling: one(hera), leerlingen: [one(zeus)], verzorgers: [] };
    expect(gezin['gezin.move'](move)).toEqual({ messages: 1 });
    expect(addressOf(made, zeus)).toBe('Bergweg');
    // Who does not come along keeps the address that was left.
    expect(get(hera).verzorgers[0]?.gegevens).toMatchObject(home);
  });

  it('leaves who is not ticked at the old address', () => {
    const made = world();
    const { gezin, hera, zeus, add, get, version } = made;
    const stays = add(hera);
    const goes = add(hera, { achternaam: 'Mee', ...home }, { relatie: 'vader' });
    void gezin['gezin.move']({
      address: elsewhere,
      begindatum: '2009-11-01',
      leerling: { id: hera, version: version(hera) },
      leerlingen: [],
      verzorgers: [{ id: goes, version: 1 }],
    });
    expect(addressOf(made, zeus)).toBe('Zeestraat');
    const [mum, dad] = get(hera).verzorgers;
    expect(mum).toMatchObject({ id: stays, gegevens: { ...mother, ...home } });
    expect(mum?.link.gegevens).not.toHaveProperty('livesWithLeerling');
    expect(dad).toMatchObject({ id: goes, gegevens: { achternaam: 'Mee', ...elsewhere } });
  });

  it('of one child of two homes lets the verzorger stay with the other', () => {
    const { gezin, hera, zeus, add, get, version } = world();
    const id = add(hera);
    void gezin['gezin.linkVerzorger']({ leerlingId: zeus, verzorgerId: id, gegevens: lives });
    void gezin['gezin.move']({
      address: elsewhere,
      begindatum: '2009-11-01',
      leerling: { id: hera, version: version(hera) },
      leerlingen: [],
      verzorgers: [],
    });
    expect(get(hera).verzorgers[0]?.link.gegevens).not.toHaveProperty('livesWithLeerling');
    expect(get(zeus).verzorgers[0]).toMatchObject({
      gegevens: mother,
      link: { gegevens: { livesWithLeerling: 'true' } },
    });
  });
});

it('a pupil in the bin is no brother or sister, keeps his verzorgers, and comes back with them', () => {
  const { administration, gezin, hera, zeus, add, get } = world();
  const id = add(zeus);
  void gezin['gezin.linkVerzorger']({ leerlingId: hera, verzorgerId: id, gegevens: lives });
  const before = get(hera);
  const bin = (at: string | null) =>
    administration.db.prepare('UPDATE main.leerling SET deleted_at = ? WHERE id = ?').run(at, zeus);
  bin('2009-11-02T09:00:00.000Z');
  expect(get(hera)).toMatchObject({ verzorgers: [{ id, alsoOf: [] }], siblings: [] });
  const { link } = before.verzorgers[0]!;
  expect(gezin['gezin.unlinkVerzorger']({ linkId: link.id, version: link.version })).toEqual({ deleted: false });
  bin(null);
  expect(get(zeus).verzorgers).toMatchObject([{ id, gegevens: mother }]);
});

it('a pupil who goes takes links and decisions along', () => {
  const { administration, gezin, hera, zeus, add } = world();
  add(zeus);
  void gezin['gezin.decideSiblings']({ leerlingId: hera, otherId: zeus, siblings: true });
  const { db } = administration;
  db.exec('DELETE FROM main.bron_state; DELETE FROM main.to_deliver; DELETE FROM main.inschrijving');
  db.prepare('DELETE FROM main.leerling WHERE id = ?').run(zeus);
  expect(contentOf(administration)).toMatchObject({ leerling_verzorger: [], sibling_decision: [] });
  expect(codeOf(() => leerlingenHandlers(administration)['leerlingen.get']({ id: zeus }))).toBe('not-found');
});

describe('undo of the last change of a pupil', () => {
  /** As `world`, with undo. */
  function undoWorld() {
    const made = world();
    const { administration, get } = made;
    const leerlingen = leerlingenHandlers(administration);
    const preview = (leerlingId: number) => leerlingen['undo.preview']({ leerlingId }) as Output<'undo.preview'>;
    const undo = (leerlingId: number) => {
      const shown = preview(leerlingId);
      void leerlingen['undo.perform']({ leerlingId, change: shown.change, confirmed: false });
      return shown;
    };
    const registered = () => contentOf(administration);
    const change = (leerlingId: number, gegevens: VerzorgerGegevens) => {
      const [{ id, version, link }] = get(leerlingId).verzorgers as [Output<'gezin.get'>['verzorgers'][number]];
      void made.gezin['gezin.saveVerzorger']({ leerlingId, verzorger: { id, version, gegevens }, link });
    };
    return { ...made, preview, undo, registered, change };
  }

  it('restores exactly what was registered, whatever was done to the verzorgers, and can be undone itself', () => {
    const made = undoWorld();
    const { gezin, hera, zeus, add, get, change, registered } = made;
    const shared = add(zeus);
    const linkOf = (id: number) => get(hera).verzorgers.find((verzorger) => verzorger.id === id)!.link;
    const unlink = (id: number) =>
      gezin['gezin.unlinkVerzorger']({ linkId: linkOf(id).id, version: linkOf(id).version });
    const deeds: (() => unknown)[] = [
      () => add(hera, { achternaam: 'Vader', ...elsewhere }, { relatie: 'vader' }),
      () => gezin['gezin.linkVerzorger']({ leerlingId: hera, verzorgerId: shared, gegevens: lives }),
      () => gezin['gezin.order']({ leerlingId: hera, linkIds: [linkOf(shared).id] }),
      () => change(hera, { ...mother, email: 'a@school.example' }),
      () => unlink(shared),
      () => unlink(get(hera).verzorgers[0]!.id),
    ];
    for (const deed of deeds) {
      const before = registered();
      void deed();
      const after = registered();
      expect(made.undo(hera).fields).not.toEqual([]);
      expect(registered()).toEqual(before);
      made.undo(hera);
      expect(registered()).toEqual(after);
    }
    expect(verifyChain(made.administration.db).ok).toBe(true);
    expect(made.administration.db.pragma('foreign_key_check')).toEqual([]);
  });

  it('takes a verzorger back who moved along, for each of the pupils who moved', () => {
    const { gezin, hera, zeus, add, get, version, undo } = undoWorld();
    const id = add(hera, { achternaam: 'Vader', ...home }, { relatie: 'vader' });
    void gezin['gezin.linkVerzorger']({ leerlingId: zeus, verzorgerId: id, gegevens: {} });
    const one = (leerlingId: number) => ({ id: leerlingId, version: version(leerlingId) });
    const verzorgers = [{ id, version: 1 }];
    void gezin['gezin.move']({ address: elsewhere, leerling: one(hera), leerlingen: [one(zeus)], verzorgers });
    expect(get(hera).verzorgers[0]?.gegevens).toMatchObject(elsewhere);
    expect(undo(zeus).fields).toContainEqual(
      expect.objectContaining({ entity: 'verzorger', field: 'straatnaam', now: 'Bergweg', back: 'Zeestraat' }),
    );
    expect(get(hera).verzorgers[0]?.gegevens).toMatchObject(home);
    expect(undo(hera).verzorgersKept).toEqual([]);
    expect(get(hera).verzorgers[0]?.gegevens).toMatchObject(home);
  });

  it('leaves a verzorger who was changed since on the card of a brother, and says so', () => {
    const { hera, zeus, gezin, add, get, change, undo } = undoWorld();
    const id = add(hera);
    void gezin['gezin.linkVerzorger']({ leerlingId: zeus, verzorgerId: id, gegevens: {} });
    change(hera, { ...mother, email: 'a@school.example' });
    change(zeus, { ...mother, email: 'b@school.example' });
    expect(undo(hera)).toMatchObject({ verzorgersKept: ['Aphrodite Jager'], fields: [] });
    expect(get(zeus).verzorgers[0]?.gegevens.email).toBe('b@school.example');
  });

  it('never attaches a stranger: a number is given once, and a snapshot of an earlier release knows no verzorgers', () => {
    const { administration, hera, zeus, add, get } = undoWorld();
    const { db } = administration;
    const id = add(hera);
    const snapshot = snapshotLeerling(db, hera);
    const { link } = get(hera).verzorgers[0]!;
    deleteLink(administration, link.id, link.version);
    expect(add(zeus, { achternaam: 'Vreemd' })).not.toBe(id);
    const { verzorger: _verzorgers, ...former } = snapshot;
    restoreLeerling(db, hera, former);
    expect(get(hera).verzorgers).toEqual([]);
    restoreLeerling(db, hera, snapshot);
    expect(get(hera).verzorgers).toMatchObject([{ id, gegevens: mother }]);
    restoreLeerling(db, hera, former);
    expect(get(hera).verzorgers).toMatchObject([{ id, gegevens: mother }]);
  });
});
