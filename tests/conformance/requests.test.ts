import { describe, expect, it } from 'vitest';
import type { Message } from '../../shared/pve/berichten/messages.ts';
import { judgeIdentificatieverzoek, judgeOnderwijsnummer } from '../../shared/pve/controles/identificatieverzoek.ts';
import { judgeWijziging, type WijzigingContext } from '../../shared/pve/controles/sleutelgegevens.ts';
import type { ControleContext, Finding, SchoolFacts } from '../../shared/pve/controles/types.ts';
import { judgeVerwijdering, verwijderingAsMelding } from '../../shared/pve/controles/verwijderen.ts';
import { judgeVerzoek } from '../../shared/pve/controles/verzoek.ts';
import { baseOf, written } from './support/controleCases.ts';

/** The controles of berichten 1, 2, 4 and 5 in process; over the wire they stand in `berichten`. */
const { school, deliveredOn, edition } = baseOf(undefined);
const known = { school, deliveredOn, edition };
const BSN = '999992533';
const key = { geboortedatum: '2001-12-31', geslacht: 'V' };
const pupil = { burgerservicenummer: BSN, ...key };
const atHome = { ...pupil, postcode: '2548AE' };
const nobody = { others: [], deleted: [] };

/** What was found, each with its section. */
function said(findings: readonly Finding[]): string[] {
  for (const { omschrijving } of findings) expect(omschrijving).not.toMatch(/[{}[\]]|undefined| {2}/);
  return findings.map((finding) => `${written(finding)} ${finding.section}`).sort();
}

describe('a wijziging sleutelgegevens (PvE 4.2.7, 5.6.2)', () => {
  type Nieuw = NonNullable<Message<2>['situatieNieuw']>[number];
  interface Facts {
    oud?: NonNullable<Message<2>['situatieOud']>[number];
    found?: Partial<WijzigingContext['oud']>;
    nieuw?: Partial<WijzigingContext['nieuw']>;
    school?: Partial<SchoolFacts>;
  }
  const closed = { closed: '2009-11-02' };
  const later = { ...atHome, geboortedatum: '2001-12-30' };
  it.each<[string, Nieuw, Facts, string[]]>([
    ['a pupil without BRP relation', later, {}, []],
    [
      'nobody has the PGN of before',
      later,
      { found: { personFound: false } },
      ['753 A situatieOud.burgerservicenummer 4.2.7'],
    ],
    [
      'nobody has the onderwijsnummer of before',
      { ...key, postcode: '2548AE' },
      { oud: { onderwijsnummer: '100500165', ...key }, found: { personFound: false }, nieuw: { personFound: true } },
      ['752 A situatieOud.onderwijsnummer 4.2.7'],
    ],
    [
      'nobody has the new BSN',
      later,
      { nieuw: { personFound: false } },
      ['753 A situatieNieuw.burgerservicenummer 4.2.7'],
    ],
    [
      'a new BSN that is none',
      { ...atHome, burgerservicenummer: '999992534' },
      {},
      ['750 A situatieNieuw.burgerservicenummer 4.2.7'],
    ],
    [
      'what the BRP keeps',
      atHome,
      { found: { brpRelation: true } },
      [
        '793 A situatieNieuw.geboortedatum 4.2.7',
        '793 A situatieNieuw.geslacht 4.2.7',
        '793 A situatieNieuw.postcode 4.2.7',
      ],
    ],
    [
      'a land, which the BRP keeps too',
      { burgerservicenummer: BSN, ...key, land: '5010' },
      { found: { brpRelation: true } },
      [
        '793 A situatieNieuw.geboortedatum 4.2.7',
        '793 A situatieNieuw.geslacht 4.2.7',
        '793 A situatieNieuw.land 4.2.7',
      ],
    ],
    ['an address that is geheim', atHome, { nieuw: { geheim: true } }, ['956 S situatieNieuw 4.2.11']],
    [
      'born on the day of delivery',
      { ...atHome, geboortedatum: deliveredOn },
      {},
      ['843 A situatieNieuw.geboortedatum 4.2.7'],
    ],
    [
      'a move on the day on which the school closed',
      { ...atHome, datumIngangAdreswijziging: '2009-11-02' },
      { school: closed },
      ['301 A situatieNieuw.datumIngangAdreswijziging 4.2.7'],
    ],
    [
      'a move after the school closed',
      { ...atHome, datumIngangAdreswijziging: '2009-11-03' },
      { school: closed },
      ['301 A situatieNieuw.datumIngangAdreswijziging 4.2.7'],
    ],
    ['a move on the last day', { ...atHome, datumIngangAdreswijziging: '2009-11-01' }, { school: closed }, []],
    ['a move while the school is open', { ...atHome, datumIngangAdreswijziging: '2009-11-02' }, {}, []],
    ['no day of a move', atHome, { school: closed }, []],
  ])('%s', (_, nieuw, facts, expected) => {
    const findings = judgeWijziging({
      ...known,
      school: { ...school, ...facts.school },
      wijziging: { berichtidentificatie: '1', situatieOud: [facts.oud ?? pupil], situatieNieuw: [nieuw] },
      oud: { personFound: true, brpRelation: false, ...facts.found },
      nieuw: { personFound: true, ...facts.nieuw },
    });
    expect(said(findings)).toEqual(expected);
  });

  it('says on which day the move was', () => {
    const [finding] = judgeWijziging({
      ...known,
      school: { ...school, ...closed },
      wijziging: {
        berichtidentificatie: '1',
        situatieOud: [pupil],
        situatieNieuw: [{ ...atHome, datumIngangAdreswijziging: '2009-11-02' }],
      },
      oud: { personFound: true },
      nieuw: { personFound: true },
    });
    expect(finding?.omschrijving).toBe(
      'School 99ZZ is volgens BRIN niet in bedrijf op Datum ingang adreswijziging 2-11-2009.',
    );
  });

  it('has nothing to say of what is not there', () => {
    const found = { personFound: true };
    expect(judgeWijziging({ ...known, wijziging: { berichtidentificatie: '1' }, oud: found, nieuw: found })).toEqual(
      [],
    );
  });
});

describe('a verwijdering (PvE 4.2.7, 4.2.8.1, 4.2.9.1, 5.6.4)', () => {
  const wec = baseOf('so').school;
  const registered = { datumInschrijving: '2009-08-01' } as NonNullable<ControleContext['register']>['registered'];
  const asked = (changes: Partial<Message<4>> = {}): Message<4> => ({
    berichtidentificatie: '1',
    persoon: [pupil],
    identificatieInschrijving: [{ datumInschrijving: '2009-08-01' }],
    ...changes,
  });
  it.each<[string, Partial<ControleContext>, string[]]>([
    [
      'BRON has the inschrijving',
      { register: { ...nobody, personFound: true, ...(registered ? { registered } : {}) } },
      [],
    ],
    [
      'BRON has no such inschrijving',
      { register: { ...nobody, personFound: true } },
      ['304 A inschrijvingWpo.datumInschrijving 4.2.8.1'],
    ],
    [
      'BRON has no such inschrijving WEC',
      { school: wec, register: { ...nobody, personFound: true } },
      ['304 A inschrijvingWec.datumInschrijving 4.2.9.1'],
    ],
    [
      'BRON does not know the pupil',
      { register: { ...nobody, personFound: false } },
      ['753 A persoonMetPgn.burgerservicenummer 4.2.7'],
    ],
    ['a LAS alone', {}, []],
  ])('%s', (_, facts, expected) => {
    const context = { ...known, ...facts };
    expect(said(judgeVerwijdering({ ...context, content: verwijderingAsMelding(asked(), context.school) }))).toEqual(
      expected,
    );
  });

  it.each([
    ['2014-12', []],
    ['2015-11', ['476 S verplichteEindtoets 4.2.10.1']],
  ] as const)('takes a verplichte eindtoets with it, which the edition of %s knows or not', (judging, expected) => {
    const register = {
      ...nobody,
      personFound: true,
      hasVerplichteEindtoets: true,
      ...(registered ? { registered } : {}),
    };
    const content = verwijderingAsMelding(asked(), school);
    expect(said(judgeVerwijdering({ ...known, edition: judging, register, content }))).toEqual(expected);
  });

  it('asks for a number', () => {
    const content = verwijderingAsMelding(asked({ persoon: [key] }), school);
    expect(said(judgeVerwijdering({ ...known, content }))).toEqual(['740 A persoonMetPgn.burgerservicenummer 5.6.3']);
  });

  it('is read as a melding of the kind of the school', () => {
    const inschrijving = { datumInschrijving: '2009-08-01' };
    expect(verwijderingAsMelding(asked(), school)).toEqual({ persoonMetPgn: [pupil], inschrijvingWpo: [inschrijving] });
    expect(verwijderingAsMelding(asked(), wec)).toEqual({ persoonMetPgn: [pupil], inschrijvingWec: [inschrijving] });
    expect(verwijderingAsMelding({ berichtidentificatie: '1' }, school)).toEqual({});
  });
});

describe('an identificatieverzoek (PvE 4.2.7, 5.6.1)', () => {
  const zonder = {
    ...key,
    achternaam: 'Jager',
    voornamen: 'Hera',
    postcode: '2548AE',
    straatnaam: 'Leyweg',
    huisnummer: '7',
  };
  const withNumber = { onderwijsnummer: '100500165', ...key, postcode: '2548AE' };
  const register = (outcome?: 'found' | 'given', more: object = {}) => ({
    register: { ...nobody, personFound: true, ...(outcome ? { onderwijsnummer: outcome } : {}), ...more },
  });
  const number = 'S persoonMetPgn.onderwijsnummer 4.2.7';
  it.each<[string, ControleContext['content'], Partial<ControleContext>, string[]]>([
    ['a BSN that leads to the pupil', { persoonMetPgn: [atHome] }, register(), []],
    [
      'an unreliable BSN, with a number that BRON has',
      { persoonMetPgn: [atHome] },
      register('found'),
      [`756 ${number}`],
    ],
    [
      'an unreliable BSN, with a number that BRON gives',
      { persoonMetPgn: [atHome] },
      register('given'),
      [`757 ${number}`],
    ],
    ['an onderwijsnummer that BRON has', { persoonMetPgn: [withNumber] }, register('found'), []],
    ['an onderwijsnummer, though BRON gives one', { persoonMetPgn: [withNumber] }, register('given'), []],
    ['without PGN, BRON has a number', { persoonZonderPgn: [zonder] }, register('found'), [`756 ${number}`]],
    ['without PGN, BRON gives a number', { persoonZonderPgn: [zonder] }, register('given'), [`757 ${number}`]],
    ['without PGN, and no number', { persoonZonderPgn: [zonder] }, register(), []],
    [
      'without PGN, BRON finds the BSN',
      { persoonZonderPgn: [zonder] },
      register(undefined, { bsnFound: BSN }),
      ['755 S persoonMetPgn.burgerservicenummer 4.2.7'],
    ],
    [
      'no number and no address',
      { persoonMetPgn: [key] },
      {},
      ['740 A persoonMetPgn.burgerservicenummer 5.6.3', '740 A persoonMetPgn.postcode 5.6.3'],
    ],
    [
      'without PGN and address',
      { persoonZonderPgn: [{ ...key, achternaam: 'Jager', voornamen: 'Hera' }] },
      {},
      ['740 A persoonZonderPgn.postcode 5.6.3'],
    ],
    [
      'a name with a digit',
      { persoonZonderPgn: [{ ...zonder, achternaam: 'J4ger' }] },
      {},
      ['743 A persoonZonderPgn.achternaam 4.2.7'],
    ],
  ])('%s', (_, content, facts, expected) => {
    const context = { ...known, ...facts, content };
    expect(said(judgeIdentificatieverzoek(context))).toEqual(expected);
    const ofNumber = expected.filter((finding) => finding.includes('onderwijsnummer'));
    expect(said(judgeOnderwijsnummer(context))).toEqual(ofNumber);
  });
});

describe('a verzoek registratieoverzicht (PvE 4.2.7, 4.2.11, 5.6.5)', () => {
  type Selectie = NonNullable<Message<5>['selectiegegevens']>[number];
  const peildatum = '2009-11-01';
  it.each<[string, Selectie | undefined, string[]]>([
    ['of all pupils', { peildatum }, []],
    ['without selection', undefined, []],
    ['of a vestiging', { peildatum, vestigingsvolgnummer: '00' }, []],
    [
      'of a vestiging that the school does not have',
      { peildatum, vestigingsvolgnummer: '77' },
      ['397 A selectiegegevens.vestigingsvolgnummer 4.2.11'],
    ],
    ['of two pupils', { peildatum, persoon: [pupil, pupil] }, []],
    [
      'of pupils with what can be no number',
      { peildatum, persoon: [pupil, { ...pupil, burgerservicenummer: '999992534' }] },
      ['750 A persoon[1].burgerservicenummer 4.2.7'],
    ],
    [
      'of a pupil without number, at a vestiging that the school does not have',
      { peildatum, vestigingsvolgnummer: '77', persoon: [key] },
      ['397 A selectiegegevens.vestigingsvolgnummer 4.2.11', '740 A persoon[0].burgerservicenummer 5.6.3'],
    ],
  ])('%s', (_, selectie, expected) => {
    const verzoek = { berichtidentificatie: '1', ...(selectie ? { selectiegegevens: [selectie] } : {}) };
    expect(said(judgeVerzoek({ ...known, verzoek }))).toEqual(expected);
  });

  it('names the vestiging', () => {
    const verzoek = { berichtidentificatie: '1', selectiegegevens: [{ peildatum, vestigingsvolgnummer: '77' }] };
    const [finding] = judgeVerzoek({ ...known, verzoek });
    expect(finding?.omschrijving).toContain('Vestigingsvolgnummer 77');
  });
});
