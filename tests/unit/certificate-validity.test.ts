import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateNotice, removalSentences } from '../../renderer/texts/certificate.ts';
import type { CertificateState } from '../../shared/api/certificate.ts';
import { coveredUntil, expiryOf, inUseAt, usedFrom, validAt } from '../../shared/domain/certificates.ts';

/** Days of one month, at noon in the Netherlands: `day(3)` is the third. */
const day = (number: number) => new Date(Date.UTC(2009, 10, number, 11)).toISOString();
const valid = (from: number, to: number) => ({ validFrom: day(from), validTo: day(to) });
const [old, next, other] = [valid(1, 10), valid(5, 30), valid(12, 40)];

describe('the certificate in use', () => {
  it.each([
    ['the only one', [old], 3, old],
    ['of two the one installed last', [old, next], 6, next],
    ['of two the only one that is valid yet', [old, next], 4, old],
    ['from its first moment', [old, next], 5, next],
    ['installed last though it ends first', [next, old], 6, old],
    ['the one before, when the one installed last has ended', [next, old], 10, next],
    ['the one that ended last, when none is left', [next, old], 31, next],
    ['none before the first', [next], 4, undefined],
    ['none at all', [], 4, undefined],
  ])('is %s', (_which, usable, at, expected) => {
    expect(inUseAt(usable, day(at))).toBe(expected);
  });

  it('comes into use by itself at the moment that is told', () => {
    expect(usedFrom([old, next], next, day(2))).toBe(day(5));
    expect(usedFrom([next, old], next, day(2))).toBe(day(10));
    expect(usedFrom([next, old], next, day(6))).toBe(day(10));
    expect(usedFrom([old, next], old, day(6))).toBeUndefined();
  });

  it('is covered without a gap, or until the gap', () => {
    expect(coveredUntil([old, next], day(2))).toBe(day(30));
    expect(coveredUntil([old, other], day(2))).toBe(day(10));
    expect(coveredUntil([old], day(10))).toBeUndefined();
  });

  it('is always a valid one when there is one, and what was told beforehand happens', () => {
    const arbitrary = fc
      .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 30 }))
      .map(([from, days]) => valid(from, from + days));
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 5 }), fc.integer({ min: 0, max: 90 }), (usable, number) => {
        const now = day(number);
        const valids = usable.filter(({ validFrom, validTo }) => validFrom <= now && now < validTo);
        expect(validAt(usable, now)).toBe(valids.at(-1));
        for (const certificate of usable) {
          const from = usedFrom(usable, certificate, now);
          if (from !== undefined) expect(inUseAt(usable, from)).toBe(certificate);
        }
        const until = coveredUntil(usable, now);
        if (until !== undefined) expect(validAt(usable, until)).toBeUndefined();
      }),
    );
  });
});

describe('warnings, by days of the calendar in the Netherlands', () => {
  const END = '2010-03-01T10:00:00.000Z';
  const usable = [{ validFrom: '2007-03-01T10:00:00.000Z', validTo: END }];

  it.each([
    // The last minute of one day and the first of the next, in winter time.
    ['2009-12-30T22:59:00.000Z', 'fine', 61],
    ['2009-12-30T23:00:00.000Z', 'notice', 60],
    ['2010-01-29T22:59:00.000Z', 'notice', 31],
    ['2010-01-29T23:00:00.000Z', 'soon', 30],
    ['2010-02-21T22:59:00.000Z', 'soon', 8],
    ['2010-02-21T23:00:00.000Z', 'urgent', 7],
    ['2010-02-28T22:59:00.000Z', 'urgent', 1],
    ['2010-02-28T23:00:00.000Z', 'urgent', 0],
    ['2010-03-01T09:59:59.999Z', 'urgent', 0],
    ['2010-03-01T10:00:00.000Z', 'expired', 0],
  ])('at %s: %s, %i days left', (now, stage, daysLeft) => {
    expect(expiryOf(usable, now)).toEqual({ stage, daysLeft });
  });

  it('are of the last of those that follow each other, and told when there is none or only a later one', () => {
    const successor = { validFrom: '2010-02-01T10:00:00.000Z', validTo: '2013-02-01T10:00:00.000Z' };
    expect(expiryOf([...usable, successor], '2010-02-28T12:00:00.000Z').stage).toBe('fine');
    expect(expiryOf([successor], '2010-01-31T12:00:00.000Z').stage).toBe('waiting');
    expect(expiryOf([], END).stage).toBe('missing');
  });
});

describe('what is said', () => {
  const facts = { grantedTo: '99ZZ00', grantedBy: 'BRON', validFrom: '2007-03-01T10:00:00.000Z' };
  const certificate = {
    ...facts,
    validTo: '2010-03-01T10:00:00.000Z',
    fingerprint: 'AA',
    installedAt: '2007-03-02T10:00:00.000Z',
    daysLeft: 5,
  };
  const state = (change: Partial<CertificateState>): CertificateState => ({
    certificate,
    waiting: [],
    earlier: [],
    stage: 'urgent',
    daysLeft: 5,
    coveredUntil: certificate.validTo,
    ...change,
  });
  const waiting = {
    ...facts,
    validFrom: '2010-03-05T10:00:00.000Z',
    validTo: '2013-03-01T10:00:00.000Z',
    fingerprint: 'BB',
    installedAt: '2010-02-01T10:00:00.000Z',
    usedFrom: '2010-03-05T10:00:00.000Z',
  };

  it('grows in urgency', () => {
    const intents = (['fine', 'notice', 'soon', 'urgent', 'expired'] as const).map(
      (stage) => certificateNotice(state({ stage }))?.intent,
    );
    expect(intents).toEqual([undefined, 'info', 'warning', 'error', 'error']);
  });

  it.each([
    [5, 'Het beveiligingscertificaat verloopt over 5 dagen, op 1 maart 2010.'],
    [1, 'Het beveiligingscertificaat verloopt morgen om 11:00.'],
    [0, 'Het beveiligingscertificaat verloopt vandaag om 11:00.'],
  ])('with %i days left', (daysLeft, title) => {
    expect(certificateNotice(state({ daysLeft }))).toMatchObject({
      title,
      remedy: expect.stringContaining('Bel vandaag'),
    });
  });

  it('warns of a gap before the next certificate', () => {
    expect(certificateNotice(state({ waiting: [waiting] }))?.remedy).toContain(
      'pas gebruikt vanaf 5 maart 2010, 11:00',
    );
  });

  it('says what stops when a certificate is removed', () => {
    const now = '2010-02-24T10:00:00.000Z';
    const first = (change: Partial<CertificateState>, fingerprint = 'AA') =>
      removalSentences(state(change), fingerprint, now)[0];
    expect(first({})).toContain('niet meer worden uitgewisseld met BRON, totdat u een ander');
    expect(first({ waiting: [waiting] })).toContain('totdat 5 maart 2010, 11:00');
    expect(first({ waiting: [waiting] }, 'BB')).toContain('gaat gewoon door');
    const spare = { ...certificate, fingerprint: 'CC', reason: 'replaced' as const, hasKey: true };
    expect(first({ earlier: [spare] })).toBe('Daarna wordt het certificaat gebruikt dat geldig is tot 1 maart 2010.');
    expect(first({ earlier: [{ ...spare, hasKey: false }] })).toContain('niet meer worden uitgewisseld');
  });
});
