import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/domain/dates.ts';
import type { InschrijvingWec } from '../../shared/pve/berichten/content.ts';
import { judgeMelding } from '../../shared/pve/controles/judge.ts';
import type { ControleContext, Edition } from '../../shared/pve/controles/types.ts';
import { voorcontrole } from '../../shared/pve/controles/voorcontrole.ts';
import { baseOf, brinOf } from './support/controleCases.ts';
import { rightWec } from './support/rightInschrijving.ts';

const { content, school, register, deliveredOn, ...known } = baseOf('wec');
const brin = brinOf(known.brin, known.samenwerkingsverbanden);
const elementcodes = (code: string) => known.elementcodes[code] ?? [];
const { persoonMetPgn = [] } = content;
const edition = fc.constantFrom<Edition>('2014-12', '2015-11');
const schools = fc
  .record({ cluster: fc.constantFrom('1', '2', '3', '4'), vgk: fc.constantFrom({}, undefined), epilepsy: fc.boolean() })
  .map(({ cluster, vgk, epilepsy }) => ({ ...school, cluster, epilepsy, ...(vgk ? { vgk } : {}) }));

const DATES = ['2008-08-01', '2009-08-01', '2009-09-01', '2013-08-01', '2014-07-31', '2014-08-01', '2015-08-01'];
const date = fc.constantFrom(...DATES);

/** Voorkomens with dates and values near the bounds, often the same; sometimes none. */
const voorkomens = (values: Record<string, fc.Arbitrary<unknown>>) =>
  fc.array(fc.record({ begindatum: date, ...values }), { maxLength: 3 });

const messy = fc.record({
  datumInschrijving: date,
  datumUitschrijving: fc.option(date, { nil: undefined }),
  aanduidingNnca: fc.constantFrom('0', '1'),
  vestiging: voorkomens({ vestigingsvolgnummer: fc.constantFrom('00', '1', '02', '77') }),
  indicatieBekostiging: voorkomens({ indicatieBekostiging: fc.constantFrom('true', 'false') }),
  soortOnderwijs: voorkomens({ soortOnderwijs: fc.constantFrom('00', '33', '34', '41', '99') }),
  leerjaarGroep: voorkomens({ leerjaar: fc.constantFrom('0', '7'), groep: fc.constantFrom('0', 'a') }),
  schoolsoort: voorkomens({ schoolsoort: fc.constantFrom('0', '1', '2', '9') }),
  soortVerblijf: voorkomens({ soortVerblijf: fc.constantFrom('0', '1', '3', '9') }),
  indicatiestelling: voorkomens({
    onderwijssoortIndicatie: fc.constantFrom('11', '22', '33', '40', '99'),
    brinnummerRec: fc.constantFrom('', '98RC', '98RE', '98AA', 'x'),
    ambulanteBegeleiding: voorkomens({ brinnummer: fc.constantFrom('98AA', '98WA', 'x') }),
  }),
  toelaatbaarheidsverklaring: voorkomens({
    samenwerkingsverbandNummer: fc.constantFrom('PO9901', 'PO9902', 'VO9901', 'x'),
    beschikkingsnummerTlv: fc.constantFrom('PO9901-2014-00001', 'VO9901-2013-1'),
    bekostigingscategorie: fc.constantFrom('L', 'X'),
    einddatum: fc.constantFrom('2015-07-31', '2016-08-01'),
  }),
  uitstroomprofiel: voorkomens({
    uitstroomprofiel: fc.constantFrom('1', '3', '9'),
    elementcode: fc.constantFrom('', '0011', '0090', '9999'),
    leerjaarUitstroomprofiel: fc.constantFrom('', '1', '5', '7'),
  }),
  arrangement: fc.array(
    fc.record({
      begindatum: date,
      brinnummer: fc.constantFrom('98AA', '98WS', 'x'),
      vestigingsvolgnummer: fc.constant('00'),
    }),
    { maxLength: 1 },
  ),
});

const contextOf = (inschrijving: unknown, facts: Pick<ControleContext, 'school' | 'edition'>): ControleContext => ({
  ...facts,
  content: { persoonMetPgn, inschrijvingWec: [inschrijving as InschrijvingWec] },
  deliveredOn,
  brin,
  elementcodes,
});

/** Findings without the index of their voorkomen. */
const places = (context: ControleContext) =>
  judgeMelding(context)
    .map(({ code, gegevensgroep, element, ernst }) => `${code} ${ernst} ${gegevensgroep}.${element ?? ''}`)
    .sort();

describe('an inschrijving WEC', () => {
  it('has the same findings whatever the order of its voorkomens and groups', () => {
    fc.assert(
      fc.property(messy, schools, edition, (inschrijving, own, by) => {
        const turned = Object.fromEntries(
          Object.entries(inschrijving)
            .reverse()
            .map(([key, value]) => [key, Array.isArray(value) ? [...value].reverse() : value]),
        );
        const facts = { school: own, edition: by };
        expect(places(contextOf(turned, facts))).toEqual(places(contextOf(inschrijving, facts)));
      }),
    );
  });

  it('has for a LAS no findings that BRON would not have, if perhaps with less certainty', () => {
    const without = (context: ControleContext) => places(context).map((place) => place.replace(/ [AS] /, ' '));
    fc.assert(
      fc.property(messy, schools, edition, (inschrijving, own, by) => {
        const context = contextOf(inschrijving, { school: own, edition: by });
        const byBron = new Set(without({ ...context, register }));
        const { brin: _, elementcodes: __, ...las } = context;
        expect(without(las).filter((place) => !byBron.has(place))).toEqual([]);
      }),
    );
  });

  it('has the same findings when other pupils have inschrijvingen', () => {
    fc.assert(
      fc.property(messy, schools, edition, (inschrijving, own, by) => {
        const context = contextOf(inschrijving, { school: own, edition: by });
        const taken = { ...register, takenBeschikkingsnummers: ['PO9901-2099-00001'] };
        expect(places({ ...context, register: taken })).toEqual(places({ ...context, register }));
      }),
    );
  });
});

/** A pupil of cluster 3 after the start of passend onderwijs. */
const right = fc.integer({ min: 0, max: 300 }).chain((days) => rightWec(addDays('2014-08-01', days)));

describe('an inschrijving WEC that is right in every part', () => {
  it('has no findings, for a LAS and for BRON', () => {
    fc.assert(
      fc.property(right, edition, (inschrijving, by) => {
        const context = { ...contextOf(inschrijving, { school, edition: by }), deliveredOn: '2015-12-07' };
        expect(voorcontrole(context)).toEqual([]);
        expect(judgeMelding({ ...context, register })).toEqual([]);
      }),
    );
  });
});
