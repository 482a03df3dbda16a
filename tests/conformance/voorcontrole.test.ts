import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeldingContent } from '../../shared/pve/berichten/content.ts';
import { meldingInschrijving } from '../../shared/pve/berichten/requests.ts';
import { formatFindings } from '../../shared/pve/controles/format.ts';
import { voorcontrole } from '../../shared/pve/controles/voorcontrole.ts';
import { breakages, contents, outside } from './support/arbitraries.ts';
import { base, meldingCases, written } from './support/controleCases.ts';

const { content, school, deliveredOn, edition } = base();
const context = (changes: object) => ({ content: { ...content, ...changes }, school, deliveredOn, edition });
const inschrijving = (changes: object) => ({ inschrijvingWpo: [{ ...content.inschrijvingWpo?.[0], ...changes }] });
const messages = fc.oneof({ weight: 1, arbitrary: contents(meldingInschrijving) });

describe('what the XSD would refuse', () => {
  it('nothing in a melding within the gegevensset', () => {
    fc.assert(
      fc.property(messages, (melding) => {
        expect(formatFindings(melding as MeldingContent, '2015-11')).toEqual([]);
      }),
    );
  });

  it('everything outside it, at its place', () => {
    fc.assert(
      fc.property(messages, fc.gen(), fc.nat(), (melding, generate, pick) => {
        const below = Object.fromEntries(meldingInschrijving.groups.map(({ key }) => [key, melding[key]]));
        const group = { ...meldingInschrijving, elements: [] };
        const ways = breakages(group, below, (element) => generate(outside, element));
        const way = ways[pick % ways.length];
        if (!way) return;
        way.apply();
        const findings = formatFindings(below, '2015-11');
        expect(findings).not.toEqual([]);
        for (const { code, ernst, section, omschrijving } of findings) {
          expect([code, ernst, section]).toEqual(['359', 'A', '4.2.2']);
          expect(omschrijving).toMatch(/^[A-Z].+ (is|ontbreekt|mag|moet).*\.$/);
        }
      }),
    );
  });

  it.each([
    ['an obligatory gegeven', inschrijving({ aanduidingNnca: undefined }), ['359 A inschrijvingWpo.aanduidingNnca']],
    ['an empty text is not filled', inschrijving({ aanduidingNnca: '' }), ['359 A inschrijvingWpo.aanduidingNnca']],
    [
      'a gegeven of the second voorkomen',
      inschrijving({
        leerjaarGroep: [
          { begindatum: '2009-08-01', leerjaar: '4', groep: '4a' },
          { begindatum: '2009-09-01', leerjaar: '5' },
        ],
      }),
      ['359 A leerjaarGroep[1].groep'],
    ],
    ['a group', inschrijving({ vestiging: [] }), ['359 A vestiging']],
    [
      'a group that the edition of 2014-12 does not have',
      inschrijving({ ontwikkelingsperspectief: [{ begindatum: '2015-08-01' }] }),
      ['359 A ontwikkelingsperspectief'],
    ],
    [
      'a gegeven that the edition of 2014-12 does not have',
      inschrijving({ herzienAdviesVo: '60' }),
      ['359 A inschrijvingWpo.herzienAdviesVo'],
    ],
    [
      'a group inside a voorkomen, and a gegeven of one',
      inschrijving({
        lgfIndicatie: [
          { begindatum: '2009-09-01', onderwijssoortIndicatie: '31' },
          {
            begindatum: '2009-09-02',
            onderwijssoortIndicatie: '31',
            ambulanteBegeleiding: [{ begindatum: '2009-09-02', brinnummer: '98WA' }, { begindatum: '2009-10-01' }],
          },
        ],
      }),
      ['359 A ambulanteBegeleiding[0]', '359 A ambulanteBegeleiding[1.1].brinnummer'],
    ],
    [
      'a date that does not exist',
      inschrijving({ datumInschrijving: '2009-02-29' }),
      ['359 A inschrijvingWpo.datumInschrijving'],
    ],
    [
      'too long',
      inschrijving({ leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '4', groep: 'x'.repeat(31) }] }),
      ['359 A leerjaarGroep[0].groep'],
    ],
    [
      'just not too long',
      inschrijving({ leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '4', groep: '𝕏'.repeat(30) }] }),
      [],
    ],
    [
      'two inschrijvingen',
      { inschrijvingWpo: [...(content.inschrijvingWpo ?? []), ...(content.inschrijvingWpo ?? [])] },
      ['359 A inschrijvingWpo'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(voorcontrole(context(changes)).map(written)).toEqual(expected);
  });
});

describe('the voorcontrole', () => {
  it('judges the controles when the format is right', () => {
    expect(voorcontrole(context(inschrijving({ gewicht: [] }))).map(written)).toEqual(['341 A gewicht']);
  });

  it('judges only the format when that is wrong', () => {
    expect(voorcontrole(context(inschrijving({ gewicht: [], aanduidingNnca: 'xx' }))).map(written)).toEqual([
      '359 A inschrijvingWpo.aanduidingNnca',
    ]);
  });

  it('leaves the register aside', () => {
    const register = { ...base().register, personFound: false, geheim: true };
    expect(voorcontrole({ ...context({}), register })).toEqual([]);
  });

  it('never says less than BRON about what a LAS can know, but for values whose list or date it lacks', () => {
    for (const { context: known, expected } of meldingCases.filter((item) => !item.context.register)) {
      if (formatFindings(known.content, known.edition).length === 0)
        expect(voorcontrole(known).map(written).sort()).toEqual(expected);
    }
  });
});
