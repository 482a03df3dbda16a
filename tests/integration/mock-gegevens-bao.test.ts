import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InschrijvingWpo } from '../../shared/pve/berichten/content.ts';
import type { Message } from '../../shared/pve/berichten/messages.ts';
import { decodeMessage, readEnvelope } from '../../shared/pve/berichten/soap.ts';
import { parseMoment } from '../mock-bron/dutchTime.ts';
import type { TestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import type { MockWorld } from '../mock-bron/testing/world.ts';
import { eachWithMock } from '../support/mockWorld.ts';

let world: MockWorld;
let school: TestSchool;

// In 2016 the edition of November 2015 judges, and whatever a pupil of 2009 had lies in the past.
eachWithMock(
  (made, madeSchool) => {
    world = made;
    school = madeSchool;
  },
  { date: parseMoment('2016-01-11') },
);

const golden = (name: string) => readFileSync(new URL(`../conformance/golden/${name}.xml`, import.meta.url));
const codes = (list: { signaal?: { signaalcode?: string }[] }[] | undefined) =>
  list?.flatMap(({ signaal }) => signaal ?? []).map(({ signaalcode }) => signaalcode);

describe('a melding with every gegeven of a BAO (PvE 5.6.3, 5.6.10)', () => {
  it.each([
    ['03-zonder-pgn-buitenland', { land: '5010', leerlingnummer: '2009-0042', geboortedatum: '2001-00-00' }],
    ['03-zonder-pgn-nederland', { postcode: '2548AE', geboortedatum: '2002-03-00' }],
  ])('%s comes back as it was delivered, with an onderwijsnummer and without names', async (name, persoon) => {
    const bytes = golden(name);
    expect((await school.post(bytes)).body.toString('utf8')).toContain('<statusMelding>B</statusMelding>');
    const bundle = await school.poll('1');
    expect(codes(bundle.terugkoppelingAfkeuring)).toBeUndefined();
    const [answer] = bundle.meldingInschrijvingAntwoord ?? [];
    const delivered = decodeMessage(3, readEnvelope(bytes.toString('utf8')).node);
    expect(answer?.inschrijvingWpo).toEqual(delivered.inschrijvingWpo);
    expect(answer?.persoon).toEqual([
      {
        ...persoon,
        onderwijsnummer: expect.stringMatching(/^\d{9}$/) as string,
        geslacht: delivered.persoonZonderPgn?.[0]?.geslacht,
      },
    ]);
    // BRON knows no inschrijving that was deleted.
    expect(codes([answer ?? {}])).toEqual(['757', '400']);
  });
});

const guided = (begindatum: string, brinnummer = '98WA') => [{ begindatum, brinnummer }];
const lgf = (changes: object = {}) => ({
  lgfIndicatie: [
    {
      begindatum: '2009-09-15',
      onderwijssoortIndicatie: '31',
      brinnummerRec: '98RC',
      ambulanteBegeleiding: guided('2009-10-01'),
      ...changes,
    },
  ],
});
const eindtoets = (...scores: string[]) => ({
  eindtoets: scores.map((uitslagEindtoets) => ({
    datumEindtoets: '2014-02-11',
    codeEindtoets: '1',
    uitslagEindtoets,
  })),
});

describe('the controles of these gegevens on the side of BRON', () => {
  const answered = async (changes: Partial<InschrijvingWpo>): Promise<Message<7>> => {
    await school.meld(correctMelding('M1', pupils.hera, changes));
    return school.poll('1');
  };

  it.each([
    ['741', lgf({ brinnummerRec: '98AA' })],
    ['348', lgf({ brinnummerRec: '98RD', begindatum: '2010-08-01', ambulanteBegeleiding: guided('2010-08-01') })],
    ['740', lgf({ brinnummerRec: undefined })],
    ['743', lgf({ cviNummer: '1-07-2009-0123' })],
    ['741', lgf({ ambulanteBegeleiding: guided('2009-10-01', '98RC') })],
    ['328', lgf({ ambulanteBegeleiding: guided('2009-09-14') })],
    ['412', lgf({ ambulanteBegeleiding: guided('2014-08-01') })],
    ['426', lgf({ begindatum: '2014-08-01', ambulanteBegeleiding: guided('2014-08-01') })],
    ['365', eindtoets('530', '540')],
    [
      '342',
      {
        vroegschoolsProgramma: [
          { begindatum: '2009-08-01', einddatum: '2009-12-31', vroegschoolsProgramma: '01' },
          { begindatum: '2009-12-31', vroegschoolsProgramma: '02' },
        ],
      },
    ],
    ['462', { adviesVo: '60', herzienAdviesVo: '52', ...eindtoets('530') }],
    ['463', { adviesVo: '52', herzienAdviesVo: '60' }],
    ['475', { herzienAdviesVo: '60', ...eindtoets('530') }],
  ] as [string, Partial<InschrijvingWpo>][])('%s refuses', async (code, changes) => {
    const bundle = await answered(changes);
    expect(codes(bundle.terugkoppelingAfkeuring)).toContain(code);
    expect(world.mock.register('99ZZ')).toEqual([]);
  });

  it.each([
    ['none: an indicatie as it should be', lgf(), undefined],
    [
      'none: guided by a VGK-instelling',
      lgf({
        onderwijssoortIndicatie: '13',
        brinnummerRec: undefined,
        ambulanteBegeleiding: guided('2009-10-01', '98WV'),
      }),
      undefined,
    ],
    ['none: another school of the REC may teach cluster 4', lgf({ onderwijssoortIndicatie: '40' }), undefined],
    ['329: no school of the REC may teach cluster 2', lgf({ onderwijssoortIndicatie: '23' }), ['329']],
    [
      '347: the school has closed, and its permission with it',
      lgf({ onderwijssoortIndicatie: '21', ambulanteBegeleiding: guided('2010-08-01', '98WC') }),
      ['329', '347'],
    ],
    ['398: a score that the toets does not have', eindtoets('560'), ['398']],
  ] as [string, Partial<InschrijvingWpo>, string[] | undefined][])('signals %s', async (_, changes, expected) => {
    const [answer] = (await answered(changes)).meldingInschrijvingAntwoord ?? [];
    expect(codes([answer ?? {}])).toEqual(expected ?? []);
    expect(answer?.inschrijvingWpo?.[0]).toMatchObject(JSON.parse(JSON.stringify(changes)) as object);
  });
});
