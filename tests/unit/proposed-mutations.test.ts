import { describe, expect, it } from 'vitest';
import { togetherWith } from '../../shared/domain/proposals/mutations.ts';
import type { Message } from '../../shared/pve/berichten/messages.ts';

type Situation = NonNullable<Message<15>['situatieNieuw']>[number];

/** A spontane mutatie after one that nobody decided on: of changed sleutelgegevens alone it tells nothing of the BRP (PvE 5.6.14). */
const key = { geboortedatum: '2001-06-07', geslacht: 'V' };
const [bsn, other] = ['999990019', '999990020'];
const adres = [{ straatnaam: 'Nieuwe weg', postcodeBrp: '3225VG', datumIngangAdresBrp: '2009-10-30' }];
const brp = { achternaam: 'Verzonnen', adres };
const message = (situation: Situation, codes: readonly string[] = []): Message<15> => ({
  situatieNieuw: [{ ...key, ...situation }],
  ...(codes.length > 0
    ? { signaal: codes.map((signaalcode) => ({ signaalcode, omschrijvingSignaal: signaalcode })) }
    : {}),
});

const cases: { name: string; before: Message<15>; now: Message<15>; expected: Message<15> }[] = [
  {
    name: 'keeps the address that was told before another number',
    before: message({ burgerservicenummer: bsn, ...brp, postcode: '2548AE' }),
    now: message({ burgerservicenummer: other }),
    expected: message({ burgerservicenummer: other, ...brp }),
  },
  {
    name: 'is all of the BRP when it tells the BRP',
    before: message({ burgerservicenummer: bsn, ...brp, datumOverlijden: '2009-10-01' }),
    now: message({ burgerservicenummer: bsn, achternaam: 'Anders' }),
    expected: message({ burgerservicenummer: bsn, achternaam: 'Anders' }),
  },
  {
    name: 'has a BSN in place of an onderwijsnummer',
    before: message({ onderwijsnummer: '100000041' }),
    now: message({ burgerservicenummer: bsn, ...brp }, ['755']),
    expected: message({ burgerservicenummer: bsn, ...brp }, ['755']),
  },
  {
    name: 'drops what the BRP told once the BSN is lost (756)',
    before: message({ burgerservicenummer: bsn, ...brp }, ['956']),
    now: message({ onderwijsnummer: '100000041' }, ['756']),
    expected: message({ onderwijsnummer: '100000041' }, ['756']),
  },
  {
    name: 'still is geheim after another number (956)',
    before: message({ burgerservicenummer: bsn, achternaam: 'Verzonnen' }, ['956']),
    now: message({ burgerservicenummer: other }),
    expected: message({ burgerservicenummer: other, achternaam: 'Verzonnen' }, ['956']),
  },
  {
    name: 'is no longer geheim when the address is told without 956',
    before: message({ burgerservicenummer: bsn, achternaam: 'Verzonnen' }, ['956']),
    now: message({ burgerservicenummer: bsn, ...brp }),
    expected: message({ burgerservicenummer: bsn, ...brp }),
  },
  {
    name: 'still has what was said of the age, once (350, 351)',
    before: message({ burgerservicenummer: bsn, achternaam: 'Verzonnen' }, ['350', '351']),
    now: message({ burgerservicenummer: bsn, ...brp }, ['351']),
    expected: message({ burgerservicenummer: bsn, ...brp }, ['350', '351']),
  },
  {
    name: 'no longer has what was said of another geboortedatum',
    before: message({ burgerservicenummer: bsn, ...brp, geboortedatum: '2010-01-01' }, ['350']),
    now: message({ burgerservicenummer: bsn, ...brp }),
    expected: message({ burgerservicenummer: bsn, ...brp }),
  },
  {
    name: 'no longer has that a BSN was found once there is another number',
    before: message({ burgerservicenummer: bsn, ...brp }, ['755']),
    now: message({ burgerservicenummer: other }),
    expected: message({ burgerservicenummer: other, ...brp }),
  },
];

describe('a spontane mutatie after one that nobody decided on', () => {
  it.each(cases)('$name', ({ before, now, expected }) => {
    expect(togetherWith(before, now)).toEqual(expected);
  });

  it('keeps its own berichtidentificatie, and the sleutelgegevens of before where it does not tell them', () => {
    const situatieOud = [{ burgerservicenummer: bsn, ...key }];
    const before = { ...message({ burgerservicenummer: other }), berichtidentificatie: 'B1', situatieOud };
    const now = { ...message({ burgerservicenummer: other, ...brp }), berichtidentificatie: 'B2' };
    expect(togetherWith(before, now)).toEqual({ ...now, situatieOud });
  });
});
