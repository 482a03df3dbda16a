import { describe, expect, it } from 'vitest';
import { emptyContact } from '../../shared/api/contact.ts';
import { emptyInschrijving, type InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import type { InschrijvingCard, LeerlingCard } from '../../shared/api/leerlingen.ts';
import type { School } from '../../shared/api/session.ts';
import { emptySchool } from '../../renderer/components/schoolForm.ts';
import { formFacts } from '../../shared/domain/forms/facts.ts';
import { firstValues } from '../../shared/domain/forms/values.ts';
import { attentionList, placeFindings, shownPlace } from '../../renderer/screens/leerlingen/card/cardFacts.ts';
import {
  changedInschrijvingen,
  draftOf,
  isChanged,
  newCard,
  valueAt,
  withValue,
  type CardState,
} from '../../renderer/screens/leerlingen/card/draft.ts';
import { absorb, afterSaving } from '../../renderer/screens/leerlingen/card/merge.ts';
import { addPeriod, followDatumInschrijving, removePeriod } from '../../renderer/screens/leerlingen/card/periods.ts';
import { inOrder } from '../../renderer/screens/leerlingen/card/tree.ts';
import { inschrijvingWpo } from '../../shared/pve/gegevensset/inschrijvingWpo.ts';
import type { PlacedSignaal } from '../../renderer/screens/leerlingen/card/context.ts';
import { keyOf, placeName, placeOf } from '../../renderer/screens/leerlingen/card/places.ts';
import { compareWithBron, countDifferences } from '../../renderer/screens/leerlingen/card/stand.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';

function inschrijving(changes: Partial<InschrijvingCard> = {}): InschrijvingCard {
  return {
    id: 7,
    version: 1,
    gegevens: correctInschrijving(),
    bronState: 'aan te leveren',
    knownByBron: false,
    findings: [],
    signalen: [],
    ...changes,
  };
}

function cardOf(changes: Partial<LeerlingCard> = {}): LeerlingCard {
  return {
    id: 3,
    version: 1,
    persoon: testPersons.hera,
    contact: emptyContact(),
    adresHidden: false,
    bronState: 'aan te leveren',
    inschrijvingen: [inschrijving()],
    ...changes,
  };
}

function opened(card = cardOf()): CardState {
  const base = draftOf(card);
  return { base, mine: base, conflicts: [] };
}

const postcode = { group: 'persoon', element: 'postcode' };
const leerjaar = { group: 'leerjaarGroep', element: 'leerjaar', voorkomen: 0 };

describe('what is typed on the card', () => {
  it('counts as changed until it equals what is saved again', () => {
    const state = opened();
    const typed = { ...state, mine: withValue(state.mine, undefined, postcode, '1111AA') };
    expect(isChanged(typed)).toBe(true);
    expect(isChanged({ ...state, mine: withValue(typed.mine, undefined, postcode, '2548AE') })).toBe(false);
  });

  it('takes a gegeven away when its field is emptied', () => {
    const { mine } = opened();
    const emptied = withValue(mine, undefined, postcode, '');
    expect(emptied.persoon).not.toHaveProperty('postcode');
    expect(valueAt(emptied, undefined, postcode)).toBeUndefined();
  });

  it('does not save a new inschrijving in which nothing is filled', () => {
    expect(changedInschrijvingen(newCard('WPO'))).toEqual([]);
  });
});

describe('a card that was saved elsewhere meanwhile', () => {
  it('keeps what was typed and takes over the rest', () => {
    const state = opened();
    const typed = { ...state, mine: withValue(state.mine, undefined, postcode, '1111AA') };
    const theirs = cardOf({ version: 2, persoon: { ...testPersons.hera, roepnaam: 'Hero' } });
    const merged = absorb(typed, theirs);
    expect(merged.mine.persoon).toMatchObject({ postcode: '1111AA', roepnaam: 'Hero' });
    expect(merged.mine.version).toBe(2);
    expect(merged.conflicts).toEqual([]);
  });

  it('names the field that both changed, with the value that was saved', () => {
    const state = opened();
    const typed = { ...state, mine: withValue(state.mine, '7', leerjaar, '4') };
    const gegevens = correctInschrijving({ leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '5', groep: '3a' }] });
    const merged = absorb(typed, cardOf({ inschrijvingen: [inschrijving({ version: 2, gegevens })] }));
    expect(valueAt(merged.mine, '7', leerjaar)).toBe('4');
    expect(merged.conflicts).toEqual([{ scope: '7', place: leerjaar, theirs: '5' }]);
  });

  it('passes over an answer that is older than what was saved since', () => {
    const state = opened(cardOf({ version: 5 }));
    const merged = absorb(state, cardOf({ version: 4, persoon: { roepnaam: 'Oud' } }));
    expect(merged.mine.persoon.roepnaam).toBe('Hera');
    expect(merged.base.version).toBe(5);
  });

  it('keeps a new inschrijving that is not saved yet', () => {
    const state = opened();
    const added = { key: 'nieuw', gegevens: correctInschrijving({ datumInschrijving: '2010-08-01' }) };
    const mine = { ...state.mine, inschrijvingen: [added, ...state.mine.inschrijvingen] };
    expect(absorb({ ...state, mine }, cardOf({ version: 2 })).mine.inschrijvingen.map(({ key }) => key)).toEqual([
      'nieuw',
      '7',
    ]);
  });

  it('keeps what is typed while saving is under way, and takes the rest as it was sent', () => {
    const state = opened();
    const typed = state.mine;
    const typedSince = { ...state, mine: withValue(typed, '7', leerjaar, '8') };
    const saved = { id: 3, version: 2, inschrijvingen: [{ id: 7, version: 2 }] };
    const after = afterSaving(typedSince, { typed, sent: typed, keys: ['7'], saved });
    expect(valueAt(after.mine, '7', leerjaar)).toBe('8');
    expect(isChanged(after)).toBe(true);
    expect(isChanged(afterSaving(state, { typed, sent: typed, keys: ['7'], saved }))).toBe(false);
  });

  it('gives what was new its number', () => {
    const state = newCard('WPO');
    const typed = withValue(
      state.mine,
      'nieuw',
      { group: 'inschrijvingWpo', element: 'datumInschrijving' },
      '2009-08-01',
    );
    const saved = { id: 3, version: 1, inschrijvingen: [{ id: 9, version: 1 }] };
    const after = afterSaving({ ...state, mine: typed }, { typed, sent: typed, keys: ['nieuw'], saved });
    expect(after.mine).toMatchObject({ id: 3, version: 1, inschrijvingen: [{ key: '9', id: 9, version: 1 }] });
    expect(isChanged(after)).toBe(false);
  });
});

/** What the form of a basisschool with one vestiging fills in by itself. */
const school: School = { ...emptySchool, vestigingen: [{ volgnummer: '00', naam: 'A' }] };
const firstOf = (gegevens: InschrijvingGegevens) => firstValues(school, formFacts(school, gegevens, '2009-11-02'));

describe('periods', () => {
  it('begin on the datum inschrijving of a new inschrijving, and follow it', () => {
    const empty = emptyInschrijving('WPO');
    const first = followDatumInschrijving({ ...empty, datumInschrijving: '2009-08-01' }, undefined, firstOf(empty));
    expect(first.vestiging).toEqual([{ begindatum: '2009-08-01', vestigingsvolgnummer: '00' }]);
    expect(first.gewicht).toEqual([{ begindatum: '2009-08-01' }]);
    const moved = followDatumInschrijving({ ...first, datumInschrijving: '2009-09-01' }, '2009-08-01', firstOf(first));
    expect(moved.leerjaarGroep[0]?.begindatum).toBe('2009-09-01');
  });

  it('leave a first period alone that began on another day', () => {
    const gegevens = correctInschrijving({ vestiging: [{ begindatum: '2009-10-01', vestigingsvolgnummer: '00' }] });
    const moved = followDatumInschrijving(
      { ...gegevens, datumInschrijving: '2009-09-01' },
      '2009-08-01',
      firstOf(gegevens),
    );
    expect(moved.vestiging[0]?.begindatum).toBe('2009-10-01');
  });

  it('are added at the end, removed by place, and saved by date', () => {
    const place = { group: 'leerjaarGroep' };
    const two = addPeriod(inschrijvingWpo, correctInschrijving(), place);
    expect(two.leerjaarGroep[1]).toEqual({ leerjaar: '3', groep: '3a' });
    expect(removePeriod(inschrijvingWpo, two, { ...place, voorkomen: 0 }).leerjaarGroep).toHaveLength(1);
    const earlier = { ...two, leerjaarGroep: [two.leerjaarGroep[0]!, { begindatum: '2008-08-01', leerjaar: '2' }] };
    expect(inOrder(inschrijvingWpo, earlier).leerjaarGroep.map(({ begindatum }) => begindatum)).toEqual([
      '2008-08-01',
      '2009-08-01',
    ]);
  });

  it('of rare groups start empty, with what must stand below them', () => {
    const added = addPeriod(inschrijvingWpo, correctInschrijving(), { group: 'lgfIndicatie' });
    expect(added.lgfIndicatie).toEqual([{ ambulanteBegeleiding: [{}] }]);
    const more = addPeriod(inschrijvingWpo, added, { group: 'ambulanteBegeleiding', parent: 0 });
    expect(more.lgfIndicatie[0]?.ambulanteBegeleiding).toHaveLength(2);
  });
});

describe('where a finding or signaal stands', () => {
  it('is one tab for both variants of the persoonsgegevens', () => {
    expect(keyOf(placeOf({ gegevensgroep: 'persoonZonderPgn', element: 'achternaam' }))).toBe('persoon.achternaam');
    expect(keyOf(placeOf({ gegevensgroep: 'persoonMetPgn', element: 'postcode' }))).toBe('persoon.postcode');
  });

  it('is the group when its period is not there', () => {
    const { mine } = opened();
    expect(shownPlace(mine, '7', placeOf({ gegevensgroep: 'gewicht', element: 'gewicht', voorkomen: 4 }))).toEqual({
      group: 'gewicht',
    });
    expect(placeName(leerjaar)).toBe('Leerjaar/groep WPO, periode 1: Leerjaar');
  });

  it('is told once when the voorcontrole finds what BRON reported already', () => {
    const found = {
      code: '741',
      ernst: 'A',
      omschrijving: 'Onbekend',
      section: '4.2',
      gegevensgroep: 'gewicht',
    } as const;
    const signaal: PlacedSignaal = {
      ...found,
      id: 1,
      title: 'Onbekend',
      meaning: '',
      remedy: '',
      canTakeOver: false,
      state: 'open',
      decidedBefore: false,
      earlier: [],
      receivedAt: '2009-11-02T08:00:00Z',
      scope: '7',
    };
    const { mine } = opened();
    expect(placeFindings(mine, () => [found], [])).toHaveLength(1);
    const findings = placeFindings(mine, () => [found], [signaal]);
    expect(attentionList(mine, findings, [signaal]).map(({ from }) => from)).toEqual(['bron']);
  });
});

describe('what was never saved', () => {
  it('is judged in the filled fields only', () => {
    const state = newCard('WPO');
    const at = (element: string) =>
      ({
        code: '359',
        ernst: 'A',
        omschrijving: element,
        section: '4.2',
        gegevensgroep: 'inschrijvingWpo',
        element,
      }) as const;
    const mine = withValue(
      state.mine,
      'nieuw',
      { group: 'inschrijvingWpo', element: 'datumInschrijving' },
      '2009-08-01',
    );
    const findings = placeFindings(mine, () => [at('datumInschrijving'), at('aanduidingNnca')], []);
    expect(findings.map(({ element }) => element)).toEqual(['datumInschrijving']);
  });
});

describe('the stand of BRON beside what is kept here', () => {
  it('marks differences and periods that one of both lacks', () => {
    const { gewicht: _gewicht, ...stand } = correctInschrijving();
    const bronStand = {
      gegevens: stand,
      persoon: { ...testPersons.hera, postcode: '1111AA', achternaam: undefined },
      registeredAt: '2009-11-02T08:00:00Z',
    };
    const groups = compareWithBron(testPersons.hera, inschrijving({ bronStand }));
    const different = groups.flatMap(({ rows }) =>
      rows.filter(({ differs }) => differs).map(({ place }) => keyOf(place)),
    );
    expect(different).toEqual([
      'persoon.postcode',
      'gewicht.0.codeGewichtenregeling',
      'gewicht.0.begindatum',
      'gewicht.0.gewicht',
    ]);
    expect(countDifferences(groups)).toBe(4);
  });
});
