import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyInschrijving, type GegevensWpo, type InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import type { LeerlingCard } from '../../shared/api/leerlingen.ts';
import { emptyContact } from '../../shared/api/contact.ts';
import { voorkomensIn } from '../../shared/pve/berichten/place.ts';
import { inschrijvingWpo } from '../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { shownPlace } from '../../renderer/screens/leerlingen/card/cardFacts.ts';
import {
  draftOf,
  groupOf,
  sameInschrijving,
  withValue,
  type CardState,
} from '../../renderer/screens/leerlingen/card/draft.ts';
import { absorb } from '../../renderer/screens/leerlingen/card/merge.ts';
import { fieldLabel, placeName, placeOf, refusedField } from '../../renderer/screens/leerlingen/card/places.ts';
import { inOrder, listAt, shownPlaceOf, textAt, withTextAt } from '../../renderer/screens/leerlingen/card/tree.ts';
import { undoLines } from '../../renderer/screens/leerlingen/card/undoLines.ts';
import { ambulanteBegeleidingWpo } from '../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { anyInschrijving, anyTwo } from '../support/arbitraryPupil.ts';
import { asWpo, correctInschrijving, testPersons } from '../support/pupils.ts';

const school = (begindatum: string, brinnummer: string) => ({ begindatum, brinnummer });
const withLgf = (changes: Partial<GegevensWpo> = {}): GegevensWpo =>
  correctInschrijving({
    lgfIndicatie: [
      { begindatum: '2010-01-01', ambulanteBegeleiding: [school('2010-03-01', '99ZY'), school('2010-01-01', '99ZX')] },
      { begindatum: '2009-09-01', ambulanteBegeleiding: [school('2009-09-01', '99ZW')] },
    ],
    ...changes,
  });
const brin = (parent: number, voorkomen: number) => ({
  group: 'ambulanteBegeleiding',
  parent,
  voorkomen,
  element: 'brinnummer',
});

function cardOf(gegevens: InschrijvingGegevens, version = 1): LeerlingCard {
  const inschrijving = { id: 7, version, gegevens, knownByBron: false, findings: [], signalen: [] };
  return {
    id: 3,
    version: 1,
    persoon: testPersons.hera,
    contact: emptyContact(),
    adresHidden: false,
    bronState: 'aan te leveren',
    inschrijvingen: [{ ...inschrijving, bronState: 'aan te leveren' }],
  };
}

describe('a group below a periodic group', () => {
  it('is read and changed at its place', () => {
    const gegevens = withLgf();
    expect(textAt(inschrijvingWpo, gegevens, brin(0, 1))).toBe('99ZX');
    const changed = withTextAt(inschrijvingWpo, gegevens, brin(0, 1), '99ZZ');
    expect(changed.lgfIndicatie[0]?.ambulanteBegeleiding[1]).toEqual(school('2010-01-01', '99ZZ'));
    expect(changed.lgfIndicatie[1]).toBe(gegevens.lgfIndicatie[1]);
    expect(listAt(inschrijvingWpo, changed, { group: 'ambulanteBegeleiding', parent: 1 })).toHaveLength(1);
  });

  it('is named with the period it belongs to', () => {
    expect(placeName(brin(1, 0))).toBe(
      'LGF-indicatie WPO, periode 2, Ambulante begeleiding WPO, periode 1: BRINnummer WEC-school',
    );
    expect(fieldLabel(ambulanteBegeleidingWpo.elements[1], brin(1, 0))).toBe(
      'BRINnummer WEC-school, periode 1, LGF-indicatie WPO periode 2',
    );
  });

  it('shows a finding on what is sent, which goes by date, at the field where it stands', () => {
    // Sent, the indicatie of 2009 comes first, and within that of 2010 the school of January.
    expect(shownPlaceOf(inschrijvingWpo, withLgf(), brin(0, 0))).toEqual(brin(1, 0));
    expect(shownPlaceOf(inschrijvingWpo, withLgf(), brin(1, 0))).toEqual(brin(0, 1));
  });

  it('shows at the group what is said of a voorkomen that is not there, and at the indicatie when that is gone', () => {
    const { mine } = stateOf(withLgf());
    const found = { gegevensgroep: 'ambulanteBegeleiding', element: 'brinnummer' };
    expect(shownPlace(mine, '7', placeOf({ ...found, parent: 1, voorkomen: 4 }))).toEqual({
      group: 'ambulanteBegeleiding',
      parent: 1,
    });
    expect(shownPlace(mine, '7', placeOf({ ...found, parent: 2, voorkomen: 0 }))).toEqual({ group: 'lgfIndicatie' });
  });

  it('is found in the path of a refused field', () => {
    expect(refusedField('inschrijvingen.2.gegevens.lgfIndicatie.0.ambulanteBegeleiding.1.brinnummer')).toEqual({
      inschrijving: 2,
      place: brin(0, 1),
    });
    expect(refusedField('leerling.contact.phone.1.number')).toEqual({
      place: { group: 'phone', voorkomen: 1, element: 'number' },
    });
    expect(
      ['gegevens', 'inschrijvingen.x.gegevens.gewicht', 'leerling.persoon.nothing', undefined].map(refusedField),
    ).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('merges what two persons typed in it', () => {
    const state = stateOf(withLgf());
    const typed = { ...state, mine: withValue(state.mine, '7', brin(0, 0), '99ZA') };
    const theirs = withTextAt(
      inschrijvingWpo,
      withTextAt(inschrijvingWpo, withLgf(), brin(0, 0), '99ZB'),
      brin(1, 0),
      '99ZC',
    );
    const merged = absorb(typed, cardOf(theirs, 2));
    const gegevens = asWpo(merged.mine.inschrijvingen[0]?.gegevens ?? emptyInschrijving('WPO'));
    expect(gegevens.lgfIndicatie.map(({ ambulanteBegeleiding }) => ambulanteBegeleiding[0]?.brinnummer)).toEqual([
      '99ZA',
      '99ZC',
    ]);
    expect(merged.conflicts).toEqual([{ scope: '7', place: brin(0, 0), theirs: '99ZB' }]);
  });

  it('tells what undo puts back in it', () => {
    const lists = [withLgf(), withTextAt(inschrijvingWpo, withLgf(), brin(0, 0), '99ZB')].map(
      ({ lgfIndicatie }) => lgfIndicatie,
    );
    const [now, back] = lists.map((list) => JSON.stringify(list));
    const fields = [{ entity: 'inschrijving', entityId: 7, field: 'lgfIndicatie', now: now ?? '', back: back ?? '' }];
    expect(undoLines(fields, 'WPO', {})).toEqual([{ name: placeName(brin(0, 0)), now: '99ZY', back: '99ZB' }]);
    const mobile = { entity: 'verzorger', entityId: 1, field: 'telefoonMobile', now: '06-1' };
    const groep = (name: string) => JSON.stringify([{ begindatum: '2015-08-01', leerjaar: '3', groep: name }]);
    const moved = { entity: 'inschrijving', entityId: 1, field: 'leerjaarGroep', now: groep('a'), back: groep('b') };
    expect(undoLines([moved], 'WEC', {})).toEqual([
      { name: 'Leerjaar/groep WEC, periode 1: Groepsaanduiding', now: 'a', back: 'b' },
    ]);
    expect(undoLines([mobile], 'WPO', {})).toEqual([
      { name: 'Verzorger, telefoon mobiel', now: '06-1', back: '(leeg)' },
    ]);
  });
});

function stateOf(gegevens: InschrijvingGegevens): CardState {
  const base = draftOf(cardOf(gegevens));
  return { base, mine: base, conflicts: [] };
}

describe('any inschrijving', () => {
  const shuffled = fc
    .tuple(anyInschrijving, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }))
    .map(([gegevens, keys]) => {
      const lists = groupOf(gegevens).groups.map(({ key }) => {
        const list = voorkomensIn(gegevens, key);
        return [
          key,
          list
            .map((item, index) => ({ item, rank: keys[index % keys.length] ?? 0 }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ item }) => item),
        ];
      });
      return { ...gegevens, ...Object.fromEntries(lists) } as InschrijvingGegevens;
    });

  it('shows every voorkomen that was sent at the one that it was made of', () => {
    fc.assert(
      fc.property(shuffled, (gegevens) => {
        const root = groupOf(gegevens);
        const sent = inOrder(root, gegevens);
        for (const { key, elements } of root.groups) {
          const list = listAt(root, sent, { group: key });
          for (const voorkomen of list.keys()) {
            const place = { group: key, voorkomen };
            const shown = shownPlaceOf(root, gegevens, place);
            for (const { key: element } of elements)
              expect(textAt(root, gegevens, { ...shown, element })).toBe(textAt(root, sent, { ...place, element }));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('stays what it is when nothing was typed, and what was typed stays when nothing else changed', () => {
    fc.assert(
      fc.property(anyTwo, ([saved, typed]) => {
        const state = stateOf(saved);
        const mine = {
          ...state.mine,
          inschrijvingen: state.mine.inschrijvingen.map((item) => ({ ...item, gegevens: typed })),
        };
        const kept =
          absorb({ ...state, mine }, cardOf(saved)).mine.inschrijvingen[0]?.gegevens ?? emptyInschrijving('WPO');
        expect(sameInschrijving(kept, typed)).toBe(true);
        const followed = absorb(state, cardOf(typed, 2)).mine.inschrijvingen[0]?.gegevens ?? emptyInschrijving('WPO');
        expect(sameInschrijving(followed, typed)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
