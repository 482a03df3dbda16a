import { describe, expect, it } from 'vitest';
import { keyDataChange, type KeptPerson, type RegisteredPerson } from '../../shared/domain/proposals/keyData.ts';

/** When a wijziging sleutelgegevens (bericht 2) is to be sent, and what it says (PvE 5.6.2). */
const known: RegisteredPerson = {
  leerlingnummer: '1001',
  onderwijsnummer: '100000041',
  geboortedatum: '2001-05-05',
  geslacht: 'V',
  postcode: '2548AE',
};
const here: KeptPerson = {
  onderwijsnummer: '100000041',
  geboortedatum: '2001-05-05',
  geslacht: 'V',
  postcode: '2548AE',
  adresSince: '2009-09-15',
};
const situatieOud = [{ onderwijsnummer: '100000041', geboortedatum: '2001-05-05', geslacht: 'V' }];
const same = { geboortedatum: '2001-05-05', geslacht: 'V', postcode: '2548AE' };

interface Case {
  what: string;
  /** Beside how the pupil stands here and at BRON. */
  here?: Partial<KeptPerson>;
  known?: Partial<RegisteredPerson>;
  /** The situatie nieuw; none: no bericht 2. */
  nieuw: Record<string, string> | undefined;
}

const cases: Case[] = [
  { what: 'nothing changed', nieuw: undefined },
  {
    what: 'the geboortedatum changed',
    here: { geboortedatum: '2001-05-06' },
    nieuw: { ...same, geboortedatum: '2001-05-06' },
  },
  { what: 'the geslacht changed', here: { geslacht: 'M' }, nieuw: { ...same, geslacht: 'M' } },
  {
    what: 'the day of birth became known',
    known: { geboortedatum: '2001-05-00' },
    nieuw: same,
  },
  {
    what: 'the postcode changed: its first day goes along',
    here: { postcode: '2514GL' },
    nieuw: { ...same, postcode: '2514GL', datumIngangAdreswijziging: '2009-09-15' },
  },
  {
    what: 'the postcode changed, and nobody knows since when',
    here: { postcode: '2514GL', adresSince: undefined },
    nieuw: { ...same, postcode: '2514GL' },
  },
  {
    what: 'the pupil moved abroad: the land stands in place of the postcode',
    here: { postcode: undefined, land: '5010' },
    nieuw: { geboortedatum: '2001-05-05', geslacht: 'V', land: '5010', datumIngangAdreswijziging: '2009-09-15' },
  },
  {
    what: 'the pupil came from abroad',
    known: { postcode: undefined, land: '5010' },
    nieuw: { ...same, datumIngangAdreswijziging: '2009-09-15' },
  },
  { what: 'the land of a Dutch address is filled in: it is not sent', here: { land: '6030' }, nieuw: undefined },
  { what: 'there is no address here any more', here: { postcode: undefined }, nieuw: undefined },
  {
    what: 'there is no address here any more, and the geslacht changed: the situation is whole',
    here: { postcode: undefined, geslacht: 'M' },
    nieuw: { ...same, geslacht: 'M' },
  },
  {
    what: 'the school has a BSN: no postcode goes along',
    here: { burgerservicenummer: '999990019' },
    nieuw: { burgerservicenummer: '999990019', geboortedatum: '2001-05-05', geslacht: 'V' },
  },
  {
    what: 'the school has a BSN, the pupil moved and the onderwijsnummer is gone here',
    here: { burgerservicenummer: '999990019', onderwijsnummer: undefined, postcode: '2514GL', geslacht: 'M' },
    nieuw: { burgerservicenummer: '999990019', geboortedatum: '2001-05-05', geslacht: 'M' },
  },
  {
    what: 'another onderwijsnummer is another person',
    here: { onderwijsnummer: '100000053', geslacht: 'M' },
    nieuw: undefined,
  },
  { what: 'the number is gone here', here: { onderwijsnummer: undefined, geslacht: 'M' }, nieuw: undefined },
  { what: 'the geboortedatum is gone here', here: { geboortedatum: undefined, geslacht: 'M' }, nieuw: undefined },
  { what: 'the geslacht is gone here', here: { geslacht: undefined, postcode: '2514GL' }, nieuw: undefined },
  { what: 'BRON has a BSN', known: { burgerservicenummer: '999990019' }, here: { geslacht: 'M' }, nieuw: undefined },
  {
    what: 'BRON has only a BSN',
    known: { onderwijsnummer: undefined, burgerservicenummer: '999990019' },
    here: { geslacht: 'M' },
    nieuw: undefined,
  },
  {
    what: 'BRON has the name of the BRP',
    known: { achternaam: 'Verzonnen' },
    here: { geslacht: 'M' },
    nieuw: undefined,
  },
  {
    what: 'BRON has an address of the BRP',
    known: { adres: [{ postcodeBrp: '2548AE' }] },
    here: { postcode: '2514GL' },
    nieuw: undefined,
  },
  {
    what: 'BRON knows the land of birth from the BRP',
    known: { geboorteland: '6030' },
    here: { geslacht: 'M' },
    nieuw: undefined,
  },
];

describe('a wijziging sleutelgegevens when', () => {
  it.each(cases)('$what', ({ here: changed, known: registered, nieuw }) => {
    const before = { ...known, ...registered };
    const expected = nieuw && {
      situatieOud: [{ ...situatieOud[0], geboortedatum: before.geboortedatum }],
      situatieNieuw: [nieuw],
    };
    expect(keyDataChange(before as RegisteredPerson, { ...here, ...changed })).toEqual(expected);
  });
});
