import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears } from '../../shared/domain/dates.ts';
import type { InschrijvingWpo, MeldingContent } from '../../shared/pve/berichten/content.ts';
import { meldingInschrijving } from '../../shared/pve/berichten/requests.ts';
import { judgeMelding } from '../../shared/pve/controles/judge.ts';
import type { ControleContext } from '../../shared/pve/controles/types.ts';
import { voorcontrole } from '../../shared/pve/controles/voorcontrole.ts';
import type { Gegevensgroep, Voorkomen } from '../../shared/pve/gegevensset/types.ts';
import { base, brinOf, meldingCases } from './support/controleCases.ts';
import { rightWpo } from './support/rightInschrijving.ts';

const { school, deliveredOn, edition, register } = base();
const brin = brinOf(base().brin);
const START = '2008-08-01';
const between = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((count) => addDays(from, count));
const codes = (context: ControleContext) =>
  judgeMelding(context)
    .map(({ code, gegevensgroep, element, ernst }) => `${code} ${ernst} ${gegevensgroep}.${element ?? ''}`)
    .sort();

/** Any texts at all in the gegevens of a group, and any number of voorkomens. */
function anything(group: Gegevensgroep): fc.Arbitrary<Voorkomen> {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '',
      '0',
      '00',
      '-',
      '2009-02-30',
      '2009-08-01',
      '0000-00-00',
      '9999-99-99',
      '2009-00-00',
      '[',
      '{waarde}',
      '$&',
    ),
  );
  const elements = group.elements.map(({ key }): [string, typeof text] => [key, text]);
  const groups = group.groups.map((child): [string, fc.Arbitrary<Voorkomen[]>] => [
    child.key,
    fc.array(anything(child), { maxLength: 3 }),
  ]);
  const shape: Record<string, fc.Arbitrary<string | Voorkomen[]>> = Object.fromEntries([...elements, ...groups]);
  return fc.record(shape, { requiredKeys: [] });
}

const facts: fc.Arbitrary<Partial<ControleContext>> = fc.record(
  {
    edition: fc.constantFrom('2014-12', '2015-11'),
    school: fc
      .record({ soort: fc.constantFrom('BAO', 'SBAO', 'TREKKEND', 'WEC'), varend: fc.boolean() })
      .map((changes) => ({ ...school, ...changes })),
    register: fc
      .record({ personFound: fc.boolean(), birthDateBrp: fc.string(), postcodeBrp: fc.string(), geheim: fc.boolean() })
      .map((changes) => ({ ...register, ...changes })),
    brin: fc.constant(brin),
  },
  { requiredKeys: [] },
);

describe('whatever a melding contains', () => {
  it('judging and the voorcontrole never throw', () => {
    fc.assert(
      fc.property(anything(meldingInschrijving), facts, (content, changes) => {
        const context = { content: content as MeldingContent, school, deliveredOn, edition, ...changes };
        for (const finding of [...judgeMelding(context), ...voorcontrole(context)]) {
          expect(finding.omschrijving.length).toBeLessThanOrEqual(300);
          expect(finding.omschrijving).not.toBe('');
        }
      }),
    );
  });

  it('a LAS finds nothing that BRON would not find, if perhaps with less certainty', () => {
    const places = (context: ControleContext) =>
      judgeMelding(context).map(({ code, gegevensgroep, element }) => `${code} ${gegevensgroep}.${element ?? ''}`);
    fc.assert(
      fc.property(anything(meldingInschrijving), (content) => {
        const context: ControleContext = { content, school, deliveredOn, edition };
        const byBron = new Set(places({ ...context, register }));
        expect(places(context).filter((place) => !byBron.has(place))).toEqual([]);
      }),
    );
  });
});

/** Voorkomens with dates and values near the bounds, often the same. */
const voorkomens = (values: Record<string, fc.Arbitrary<string>>) =>
  fc.array(
    fc.record({
      begindatum: fc.constantFrom('2007-01-01', '2009-07-31', '2009-08-01', '2009-09-01', '2010-11-03'),
      ...values,
    }),
    { minLength: 1, maxLength: 4 },
  );

const messy = fc.record({
  datumInschrijving: fc.constantFrom('2007-08-01', '2009-08-01'),
  datumUitschrijving: fc.option(fc.constantFrom('2009-08-31', '2009-09-01'), { nil: undefined }),
  aanduidingNnca: fc.constant('1'),
  vestiging: voorkomens({ vestigingsvolgnummer: fc.constantFrom('00', '1', '02', '77') }),
  indicatieBekostiging: voorkomens({ indicatieBekostiging: fc.constantFrom('true', 'false') }),
  leerjaarGroep: voorkomens({ leerjaar: fc.constantFrom('0', '7', '8', '9'), groep: fc.constant('a') }),
  gewicht: voorkomens({
    codeGewichtenregeling: fc.constantFrom('1', '2', '3'),
    gewicht: fc.constantFrom('0', '0,25', '0,30'),
  }),
  vroegschoolsProgramma: voorkomens({
    einddatum: fc.constantFrom('2009-08-01', '2009-09-01', '2010-11-03'),
    vroegschoolsProgramma: fc.constantFrom('01', '04', '07'),
  }),
  eindtoets: fc.array(
    fc.record({
      datumEindtoets: fc.constantFrom('2009-07-31', '2009-08-01', '2010-11-03'),
      codeEindtoets: fc.constantFrom('1', '2', '3', '11'),
      uitslagEindtoets: fc.constantFrom('0', '60', '550'),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  lgfIndicatie: fc.array(
    fc.record({
      begindatum: fc.constantFrom('2001-12-31', '2009-07-31', '2009-09-01', '2009-11-03', '2014-08-01'),
      onderwijssoortIndicatie: fc.constantFrom('11', '13', '31', '40', '99'),
      brinnummerRec: fc.constantFrom('', '98RC', '98RE', '98AA', 'x'),
      cviNummer: fc.constantFrom('', '3-01-2009-0001', '1-00-2009-0001'),
      ambulanteBegeleiding: voorkomens({ brinnummer: fc.constantFrom('98WA', '98WC', '98WV', '98AA', 'x') }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const shuffled = <T>(list: readonly T[] | undefined) =>
  fc.shuffledSubarray([...(list ?? [])], { minLength: list?.length ?? 0 });

describe('the order of voorkomens', () => {
  it('does not matter for what is found', () => {
    const both = messy.chain((inschrijving) =>
      fc
        .record({
          vestiging: shuffled(inschrijving.vestiging),
          indicatieBekostiging: shuffled(inschrijving.indicatieBekostiging),
          leerjaarGroep: shuffled(inschrijving.leerjaarGroep),
          gewicht: shuffled(inschrijving.gewicht),
          vroegschoolsProgramma: shuffled(inschrijving.vroegschoolsProgramma),
          eindtoets: shuffled(inschrijving.eindtoets),
          lgfIndicatie: shuffled(inschrijving.lgfIndicatie),
        })
        .map((groups) => [inschrijving, { ...inschrijving, ...groups }] as const),
    );
    const { persoonMetPgn = [] } = base().content;
    fc.assert(
      fc.property(both, ([one, other]) => {
        const [first, second] = [one, other].map((inschrijving) =>
          codes({
            content: { persoonMetPgn, inschrijvingWpo: [inschrijving as InschrijvingWpo] },
            school,
            deliveredOn,
            edition,
            brin,
          }),
        );
        expect(second).toEqual(first);
      }),
    );
  });
});

const rightMelding = fc
  .record({ geboortedatum: between('1997-01-01', 365 * 8), start: between(START, 450) })
  .filter(({ geboortedatum, start }) => addYears(geboortedatum, 4) <= start)
  .chain(({ geboortedatum, start }) =>
    rightWpo(start).map((inschrijving): MeldingContent => ({
      persoonMetPgn: [{ burgerservicenummer: '999992533', geboortedatum, geslacht: 'V', postcode: '2548AE' }],
      inschrijvingWpo: [inschrijving],
    })),
  );

describe('a melding that is right in every part', () => {
  it('has no findings, for a LAS and for BRON', () => {
    fc.assert(
      fc.property(rightMelding, (content) => {
        const context = { content, school, deliveredOn, edition };
        expect(voorcontrole(context)).toEqual([]);
        expect(judgeMelding({ ...context, brin, register: { ...register, postcodeBrp: '2548AE' } })).toEqual([]);
      }),
    );
  });

  it('is what every case without findings is', () => {
    const right = meldingCases.filter(({ expected }) => expected.length === 0);
    expect(right.length).toBeGreaterThan(100);
    expect(right.filter(({ context }) => judgeMelding(context).length > 0)).toEqual([]);
  });
});
